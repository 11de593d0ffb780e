#!/usr/bin/env bash
# Builds entrascim from this checkout, where that has not been done, and installs its provider for this user.
#
#   setup.sh        builds and installs
#   setup.sh key    prints what a cache of dist/ is good for: these sources and this Node.js
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$entrascim_root"

cache_key() {
  local sources
  sources="$(find package.json package-lock.json tsconfig.json constructs scripts src -type f -print0 |
    LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-32)"
  printf 'entrascim-%s-%s\n' "$(node -p 'process.platform + "-" + process.arch + "-" + process.version')" "$sources"
}

if [[ "${1:-}" == key ]]; then
  cache_key
  exit
fi

# The command is built last, so that where it is everything is.
if [[ ! -f dist/cli/entrascim.cjs ]]; then
  npm ci --no-audit --no-fund
  npm run build -- --no-check
fi
entrascim install

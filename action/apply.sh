#!/usr/bin/env bash
# Applies the plan that plan.sh kept, and nothing else. Needs the same commit checked out; entrascim need not be built:
# the provider that made the plan is in the file.
#
# Reads from the environment
#   PLAN_FILE        reviewed-plan.tar.gz
#   PLAN_SHA256      what plan.sh said of it, handed over by another way than the file
#   STACK_DIRECTORY  as for plan.sh
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[[ "${PLAN_SHA256:-}" =~ ^[0-9a-f]{64}$ ]] || fail 'PLAN_SHA256 is not a SHA-256: no plan was kept, or its checksum was not handed over.'
[[ -f "$PLAN_FILE" ]] || fail "There is no plan in $PLAN_FILE. Artifacts are kept for a short time: plan again."
printf '%s  %s\n' "$PLAN_SHA256" "$PLAN_FILE" | sha256sum --check --status ||
  fail 'This is not the plan that was reviewed: its SHA-256 is another one. Nothing was applied.'

echo "The plan is the one that was reviewed: SHA-256 $PLAN_SHA256"

bundle="$(mktemp -d)"
trap 'rm -rf "$bundle"' EXIT
tar -xzf "$PLAN_FILE" -C "$bundle"

mkdir -p "$STACK_DIRECTORY"
cd "$STACK_DIRECTORY"
[[ "$(git rev-parse HEAD)" == "$(<"$bundle/commit")" ]] ||
  fail "The plan is for commit $(<"$bundle/commit"), and $(git rev-parse HEAD) is checked out. Nothing was applied."
[[ "$(git rev-parse --show-prefix)" == "$(<"$bundle/directory")" ]] ||
  fail "The plan is for the directory $(<"$bundle/directory"), and not for $STACK_DIRECTORY. Nothing was applied."

# Terraform looks into terraform.d/plugins by itself.
cp -R "$bundle/stack/." .
rm -rf terraform.d .terraform
mkdir terraform.d
cp -R "$bundle/providers" terraform.d/plugins

"$terraform" init -no-color -lockfile=readonly
sign_in_to_infisical
# Another run may be at work in this state; if it changes it, this plan is refused.
"$terraform" apply -no-color -lock-timeout=5m "$bundle/plan.tfplan"

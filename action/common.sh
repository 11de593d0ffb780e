# What the scripts beside it share. They need bash, curl, git, jq, node, and terraform or tofu.
# shellcheck shell=bash
set -euo pipefail

entrascim_root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
# shellcheck disable=SC2034
terraform="${TERRAFORM_BINARY_NAME:-terraform}"
export TF_IN_AUTOMATION=1 TF_INPUT=0

fail() {
  printf 'error: %s\n' "$1" >&2
  exit "${2:-1}"
}

entrascim() {
  node "$entrascim_root/dist/cli/entrascim.cjs" "$@"
}

# Exports INFISICAL_AUTH_JWT, where Infisical is signed in to with OIDC and the pipeline has to be asked for the token.
# It lives for minutes, so it is asked for right before it is used. INFISICAL_OIDC_AUDIENCE: GitHub's default if empty.
sign_in_to_infisical() {
  local token
  [[ "${INFISICAL_AUTH_METHOD:-}" == oidc* && -z "${INFISICAL_AUTH_JWT:-}" ]] || return 0
  [[ -z "${INFISICAL_OIDC_AUTH_TOKEN_KEY_NAME:-}" ]] || return 0
  if [[ -n "${ACTIONS_ID_TOKEN_REQUEST_URL:-}" ]]; then
    token="$(github_token)"
    printf '::add-mask::%s\n' "$token"
  elif [[ -n "${SYSTEM_OIDCREQUESTURI:-}" ]]; then
    token="$(azure_devops_token)"
    printf '##vso[task.setsecret]%s\n' "$token"
  else
    fail 'INFISICAL_AUTH_METHOD is oidc, and nothing here issues a token. GitHub: give the job the permission "id-token: write". Azure DevOps: map SYSTEM_ACCESSTOKEN. Elsewhere: set INFISICAL_AUTH_JWT.'
  fi
  export INFISICAL_AUTH_JWT="$token"
}

github_token() {
  local audience=()
  [[ -z "${INFISICAL_OIDC_AUDIENCE:-}" ]] || audience=(--data-urlencode "audience=$INFISICAL_OIDC_AUDIENCE")
  request "$ACTIONS_ID_TOKEN_REQUEST_TOKEN" --get "${audience[@]}" "$ACTIONS_ID_TOKEN_REQUEST_URL" | jq -er .value
}

azure_devops_token() {
  local url="$SYSTEM_OIDCREQUESTURI?api-version=7.1&serviceConnectionId=$ARM_ADO_PIPELINE_SERVICE_CONNECTION_ID"
  # Without the header a token that is not accepted leads to the page for signing in.
  request "${SYSTEM_ACCESSTOKEN:-}" --header 'X-TFS-FedAuthRedirect: Suppress' \
    --header 'Content-Type: application/json' --data '' "$url" | jq -er .oidcToken
}

# curl with a bearer token, which it reads from a pipe: arguments can be seen by every process of the machine.
request() {
  local token="$1"
  shift
  curl --silent --show-error --fail --retry 3 --max-time 60 \
    --header @<(printf 'Authorization: Bearer %s' "$token") "$@"
}

#!/usr/bin/env bash
# Prints one secret of Infisical, so that what a pipeline needs beside tokens of its own need not be stored in it.
#
#   read-secret.sh ENVIRONMENT FOLDER KEY
#
# Reads from the environment INFISICAL_HOST, INFISICAL_PROJECT_ID, INFISICAL_MACHINE_IDENTITY_ID, and INFISICAL_AUTH_JWT
# where the pipeline has no other way to a token.
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

host="${INFISICAL_HOST:-https://app.infisical.com}"
sign_in_to_infisical >&2

session="$(jq -n '{identityId: env.INFISICAL_MACHINE_IDENTITY_ID, jwt: env.INFISICAL_AUTH_JWT}' |
  curl --silent --show-error --fail --max-time 60 --header 'Content-Type: application/json' --data @- \
    "$host/api/v1/auth/oidc-auth/login" | jq -er .accessToken)"

request "$session" --get --data-urlencode "projectId=$INFISICAL_PROJECT_ID" --data-urlencode "environment=$1" \
  --data-urlencode "secretPath=$2" "$host/api/v4/secrets/$(jq -rn --arg key "$3" '$key | @uri')" |
  jq -er '.secret | select(.secretValueHidden | not) | .secretValue'

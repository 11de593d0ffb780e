#!/usr/bin/env bash
# Plans, reports, and keeps the plan for an apply of exactly this plan. It ends with 0 also when the plan must not be
# applied, so that the report can be shown before the step that ends with exit_code.
#
# Reads from the environment
#   STACK_DIRECTORY      where Terraform runs: a configuration, or a synthesized stack of CDKTF
#   REPORT_NAME          tells the reports on one pull request apart
#   REPORT_FAIL_ON       gates, as `entrascim report --fail-on` takes them; may be empty
#   REPORT_ONLY          "rotation", or empty
#   REPORT_ENVIRONMENT   environments of Infisical that syncs may read from, between commas; may be empty
#   PLAN_ARGUMENTS       further arguments of `terraform plan`, one a line; may be empty
#   PLAN_OUTPUT          directory that the results are written to
#   RUN_URL              page of this run, for the report; may be empty
#
# Writes to PLAN_OUTPUT
#   report.md, report.json
#   reviewed-plan.tar.gz    for apply.sh; only of a plan that changes something and passed its gates
#   outputs              NAME=VALUE lines: gate (passed, failed), exit_code, changes (how many resources), changed
#                        (true, false: there is something to apply), sha256 (of reviewed-plan.tar.gz, else empty)
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

output="$(realpath -m "$PLAN_OUTPUT")"
rm -rf "$output"
mkdir -p "$output"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$STACK_DIRECTORY"

# Diagnostics in full, and of everything else the line that Terraform prints for people.
readonly READABLE='
  fromjson? // empty
  | if .diagnostic then .diagnostic | "\(.severity | ascii_upcase): \(.summary)\n\(.detail // "")" else ."@message" end'

# Sets `code` to what `terraform plan -detailed-exitcode` ended with: 0 no changes, 1 an error, 2 changes.
make_plan() {
  local arguments=()
  mapfile -t arguments < <(grep -v '^[[:space:]]*$' <<<"${PLAN_ARGUMENTS:-}")
  code=1
  "$terraform" init -no-color || return 0
  sign_in_to_infisical
  set +e
  "$terraform" plan -json -detailed-exitcode -out="$work/plan.tfplan" "${arguments[@]}" |
    tee "$work/plan.log" | jq -Rr --unbuffered "$READABLE"
  code="${PIPESTATUS[0]}"
  set -e
}

report() {
  local options=(--log "$work/plan.log" --name "$REPORT_NAME" --format "$1")
  [[ -z "${REPORT_FAIL_ON:-}" ]] || options+=(--fail-on "$REPORT_FAIL_ON")
  [[ -z "${REPORT_ONLY:-}" ]] || options+=(--only "$REPORT_ONLY")
  [[ -z "${REPORT_ENVIRONMENT:-}" ]] || options+=(--environment "$REPORT_ENVIRONMENT")
  entrascim report "$work/plan.json" "${options[@]}"
}

# Sets `gate` and `exit_code`. 5: the report is there, and the plan must not be applied.
write_reports() {
  "$terraform" show -json "$work/plan.tfplan" >"$work/plan.json"
  exit_code=0
  report json >"$output/report.json" || exit_code=$?
  [[ "$exit_code" == 0 || "$exit_code" == 5 ]] || exit "$exit_code"
  report markdown >"$output/report.md" 2>"$work/said" || true
  gate=passed
  [[ "$exit_code" == 0 ]] || gate=failed
}

# A comment of an earlier plan would mislead, so that there is a report of this kind too.
write_no_plan() {
  gate=failed
  exit_code=1
  cat >"$output/report.md" <<END
<!-- entrascim report: $REPORT_NAME -->

### entrascim $REPORT_NAME: no plan

Terraform could not plan. The log of the run says why.
END
}

# The plan with everything that an apply of it needs and a checkout of the commit has not: the provider that made it,
# the versions of all providers, and what CDKTF synthesized. Other providers are downloaded again.
keep_plan() {
  local bundle="$work/bundle" namespace host
  mkdir -p "$bundle/stack" "$bundle/providers"
  cp "$work/plan.tfplan" "$bundle/"
  git rev-parse HEAD >"$bundle/commit"
  git rev-parse --show-prefix >"$bundle/directory"
  cp .terraform.lock.hcl "$bundle/stack/"
  if [[ -f cdk.tf.json ]]; then
    tar -c --exclude=./.terraform --exclude=./terraform.d --exclude='*.tfstate*' . | tar -x -C "$bundle/stack"
  fi
  for namespace in .terraform/providers/*/entrascim; do
    [[ -d "$namespace" ]] || continue
    host="$(basename "$(dirname "$namespace")")"
    mkdir -p "$bundle/providers/$host"
    cp -RL "$namespace" "$bundle/providers/$host/"
  done
  tar -czf "$output/reviewed-plan.tar.gz" -C "$bundle" .
  sha256="$(sha256sum "$output/reviewed-plan.tar.gz" | cut -d' ' -f1)"
}

changed=false
changes=0
sha256=''
make_plan
if [[ -s "$work/plan.tfplan" ]]; then
  write_reports
  changes="$(jq '.summary | (.actions | del(.none) | add) + .connections + .other_changes' "$output/report.json")"
else
  write_no_plan
fi
if [[ "$code" == 2 && "$gate" == passed ]]; then
  changed=true
  keep_plan
fi

{
  printf '\n<sub>Planned for commit %s' "$(git rev-parse HEAD)"
  [[ -z "${RUN_URL:-}" ]] || printf ' by [this run](%s)' "$RUN_URL"
  printf '.</sub>\n'
} >>"$output/report.md"

cat >"$output/outputs" <<END
gate=$gate
exit_code=$exit_code
changes=$changes
changed=$changed
sha256=$sha256
END

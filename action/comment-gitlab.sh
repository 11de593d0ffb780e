#!/usr/bin/env bash
# Shows a report as a note on the merge request of this pipeline: the one that an earlier pipeline wrote is updated.
#
# Reads from the environment
#   REPORT_FILE    what plan.sh wrote; its first line tells it from other notes
#   GITLAB_TOKEN   an access token of the project with the scope "api"; GitLab's job token may not write notes
#   and what GitLab sets: CI_API_V4_URL, CI_PROJECT_ID, CI_MERGE_REQUEST_IID
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

readonly NOTES="$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID/notes"

send() {
  jq -n --rawfile body "$REPORT_FILE" '{$body}' |
    request "$GITLAB_TOKEN" --request "$1" --header 'Content-Type: application/json' --data @- "$2" >/dev/null
}

me="$(request "$GITLAB_TOKEN" "$CI_API_V4_URL/user" | jq -er .id)"
marker="$(head -n 1 "$REPORT_FILE")"
note=''
page=1
while [[ -z "$note" ]]; do
  notes="$(request "$GITLAB_TOKEN" "$NOTES?per_page=100&page=$page")"
  # Notes of others are left alone, whatever they begin with.
  note="$(jq -r --argjson me "$me" --arg marker "$marker" \
    'first(.[] | select(.author.id == $me and (.body | split("\n")[0] | rtrimstr("\r")) == $marker) | .id) // empty' <<<"$notes")"
  [[ "$(jq length <<<"$notes")" != 0 ]] || break
  page=$((page + 1))
done

if [[ -n "$note" ]]; then
  send PUT "$NOTES/$note"
else
  send POST "$NOTES"
fi

#!/usr/bin/env bash
# Shows a report as a thread of the pull request of this run: the one that an earlier run wrote is updated. The thread is
# closed, so that no policy waits for it, unless a gate did not pass. Without the permission it says so and ends with 0.
#
# Reads from the environment
#   REPORT_FILE          what plan.sh wrote; its first line tells it from other threads
#   REPORT_GATE          passed or failed
#   SYSTEM_ACCESSTOKEN   of a build service that may "Contribute to pull requests"
#   and what Azure Pipelines sets: SYSTEM_COLLECTIONURI, SYSTEM_TEAMPROJECTID, BUILD_REPOSITORY_ID,
#   SYSTEM_PULLREQUEST_PULLREQUESTID
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

readonly THREADS="$SYSTEM_COLLECTIONURI$SYSTEM_TEAMPROJECTID/_apis/git/repositories/$BUILD_REPOSITORY_ID/pullRequests/$SYSTEM_PULLREQUEST_PULLREQUESTID/threads"

api() {
  request "$SYSTEM_ACCESSTOKEN" --header 'X-TFS-FedAuthRedirect: Suppress' "$@"
}

# send METHOD URL: sends what it reads from standard input.
send() {
  api --request "$1" --header 'Content-Type: application/json' --data @- "$2" >/dev/null
}

give_up() {
  echo '##vso[task.logissue type=warning]This run could not comment on the pull request: its build service needs "Contribute to pull requests". The report is in the summary of the run.'
  exit 0
}

status=closed
[[ "${REPORT_GATE:-failed}" == passed ]] || status=active

me="$(api "${SYSTEM_COLLECTIONURI}_apis/connectionData" | jq -er .authenticatedUser.id)" || give_up
# Comments of others are left alone, whatever they begin with.
found="$(api "$THREADS?api-version=7.1" | jq -r --arg me "$me" --arg marker "$(head -n 1 "$REPORT_FILE")" '
  first(.value[]
    | select(.isDeleted != true) | . as $thread | .comments[0]
    | select(.author.id == $me and ((.content // "") | split("\n")[0] | rtrimstr("\r")) == $marker)
    | "\($thread.id) \(.id)")
  // empty')" || give_up

if [[ -n "$found" ]]; then
  read -r thread comment <<<"$found"
  jq -n --rawfile content "$REPORT_FILE" '{$content}' |
    send PATCH "$THREADS/$thread/comments/$comment?api-version=7.1" || give_up
  jq -n --arg status "$status" '{$status}' | send PATCH "$THREADS/$thread?api-version=7.1" || give_up
else
  jq -n --rawfile content "$REPORT_FILE" --arg status "$status" \
    '{comments: [{parentCommentId: 0, commentType: "text", $content}], $status}' |
    send POST "$THREADS?api-version=7.1" || give_up
fi

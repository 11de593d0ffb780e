#!/usr/bin/env bash
# Shows a report as a comment on the pull request of this run: the one that an earlier run wrote is updated.
# Without the permission for it, as in pull requests of forks, it says so and ends with 0.
#
# Reads from the environment
#   REPORT_FILE    what plan.sh wrote; its first line tells it from other comments
#   GITHUB_TOKEN   with the permission "pull-requests: write"
#   and what GitHub Actions sets: GITHUB_EVENT_PATH, GITHUB_REPOSITORY, GITHUB_GRAPHQL_URL
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

number="$(jq -r '.pull_request.number // empty' "$GITHUB_EVENT_PATH")"
if [[ -z "$number" ]]; then
  echo 'This run is for no pull request, so there is nothing to comment on.'
  exit
fi

# graphql QUERY: reads the variables from standard input, since a report is too long for an argument. Prints the answer.
graphql() {
  jq --arg query "$1" '{$query, variables: .}' |
    request "$GITHUB_TOKEN" --header 'Content-Type: application/json' --data @- "$GITHUB_GRAPHQL_URL"
}

# GraphQL answers 200 also when it refuses.
refused() {
  jq -e '[.errors[]? | select(.type == "FORBIDDEN")] | length > 0' >/dev/null <<<"$1"
}

give_up() {
  echo '::notice title=No comment::This run could not comment on the pull request; for forks it may not. The report is in the summary of the run.'
  exit 0
}

# Comments of others are left alone, whatever they begin with.
# shellcheck disable=SC2016
readonly COMMENTS='query($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) { pullRequest(number: $number) {
    id
    comments(first: 100, after: $after) {
      nodes { id body viewerDidAuthor }
      pageInfo { hasNextPage endCursor } } } } }'
# shellcheck disable=SC2016
readonly CREATE='mutation($subject: ID!, $body: String!) {
  addComment(input: {subjectId: $subject, body: $body}) { commentEdge { node { url } } } }'
# shellcheck disable=SC2016
readonly UPDATE='mutation($id: ID!, $body: String!) {
  updateIssueComment(input: {id: $id, body: $body}) { issueComment { url } } }'

marker="$(head -n 1 "$REPORT_FILE")"
comment=''
after=null
while [[ -z "$comment" && -n "$after" ]]; do
  page="$(jq -n --arg repository "$GITHUB_REPOSITORY" --argjson number "$number" --argjson after "$after" \
    '($repository / "/") as [$owner, $name] | {$owner, $name, $number, $after}' | graphql "$COMMENTS")" || give_up
  ! refused "$page" || give_up
  pull_request="$(jq -er '.data.repository.pullRequest.id' <<<"$page")"
  comment="$(jq -r --arg marker "$marker" '
    first(.data.repository.pullRequest.comments.nodes[]
      | select(.viewerDidAuthor and (.body | split("\n")[0] | rtrimstr("\r")) == $marker) | .id)
    // empty' <<<"$page")"
  after="$(jq -c '.data.repository.pullRequest.comments.pageInfo | select(.hasNextPage) | .endCursor' <<<"$page")"
done

if [[ -n "$comment" ]]; then
  answer="$(jq -n --arg id "$comment" --rawfile body "$REPORT_FILE" '{$id, $body}' | graphql "$UPDATE")" || give_up
else
  answer="$(jq -n --arg subject "$pull_request" --rawfile body "$REPORT_FILE" '{$subject, $body}' |
    graphql "$CREATE")" || give_up
fi
! refused "$answer" || give_up
jq -er '.data.updateIssueComment.issueComment.url // .data.addComment.commentEdge.node.url' <<<"$answer"

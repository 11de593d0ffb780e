import { isRedirect, redirectProblem } from "../../../clients/http/redirect";
import type { Check } from "../check";
import { type Finding, fromProblem, ok, warning } from "../finding";
import type { Remote } from "./remote";
import type { ServerAddress } from "./servers";

/** Whether a server can be reached: name, connection, proxy and TLS, told apart by what fails. */
export function reachCheck(id: string, title: string, server: (remote: Remote) => ServerAddress): Check {
  return {
    id,
    group: "Network",
    title,
    remote: true,
    async run({ remote }) {
      const { name, url, answers } = server(remote);
      const { response } = await remote.probe(url);
      return [judge(name, new URL(url).host, response.status, answers, () => redirectProblem(url, response))];
    },
  };

  function judge(
    name: string,
    host: string,
    status: number,
    answers: readonly number[],
    redirect: () => Error,
  ): Finding {
    if (isRedirect({ status, headers: new Map(), body: "" })) return fromProblem(redirect());
    if (answers.includes(status)) return ok(`${name} answers at ${host}.`);
    if (status === 429 || status >= 500) {
      return warning(`${name} at ${host} has trouble: it answered ${status}.`, "Try again later.");
    }
    return warning(
      `${host} answers, though not as ${name} does (status ${status}).`,
      "Check the address, and that no proxy or login page answers in its place.",
    );
  }
}

import { Problem } from "../../core/problem";
import type { HttpResponse } from "./transport";

/** True for an answer that sends the request elsewhere. Redirects are never followed. */
export function isRedirect(response: HttpResponse): boolean {
  return response.status >= 300 && response.status < 400 && response.status !== 304;
}

/** The problem of a redirect: `untrusted`, naming where from and, by its origin alone, where to. */
export function redirectProblem(url: string, response: HttpResponse): Problem {
  const from = new URL(url);
  const location = response.headers.get("location") ?? "";
  const target = URL.canParse(location, url) ? new URL(location, url) : null;
  const where = target === null || target.origin === from.origin ? "elsewhere" : `to ${target.origin}`;
  return new Problem("untrusted", {
    summary: `${from.host} redirects`,
    detail: `${from.host} answered ${response.status} and sent the request ${where}. Redirects are not followed, since credentials would be sent there. Configure the final host.`,
    status: response.status,
  });
}

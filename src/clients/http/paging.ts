import { Problem } from "../../core/problem";

/** One page of a collection; `next` is the link to the following one as the server wrote it, null on the last. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** More pages than any tenant has: a million of its applications. */
const MOST_PAGES = 1_000;

/**
 * All items of a collection, page by page as they are asked for. Rejects with what `fetchPage` rejects with, with
 * `untrusted` for a link that leads to another origin (our credentials would be sent there), and with
 * `unexpected_response` for a list that does not end: a link that was followed before, or more than a thousand pages.
 */
export async function* eachItem<T>(
  first: string,
  fetchPage: (url: string) => Promise<Page<T>>,
): AsyncGenerator<T> {
  const seen = new Set([first]);
  for (let url: string | null = first; url !== null; ) {
    const page: Page<T> = await fetchPage(url);
    yield* page.items;
    url = page.next === null ? null : sameOrigin(page.next, first);
    if (url === null) continue;
    if (seen.has(url) || seen.size === MOST_PAGES) throw endless(first);
    seen.add(url);
  }
}

/** The link of a next page, resolved. Throws `untrusted` when it is not on the origin of `base`. */
export function sameOrigin(link: string, base: string): string {
  const url = URL.canParse(link, base) ? new URL(link, base) : null;
  const { origin, host } = new URL(base);
  if (url !== null && url.origin === origin && url.username === "" && url.password === "") return url.href;
  throw new Problem("untrusted", {
    summary: `${host} refers to another host`,
    detail: `${host} answered with a next page that is not on ${origin}. It was not followed, since credentials would be sent there. Check the host or endpoint that is configured.`,
  });
}

function endless(base: string): Problem {
  const { host } = new URL(base);
  return new Problem("unexpected_response", {
    summary: "A list does not end",
    detail: `${host} answered with a next page that was read before, or with more than ${MOST_PAGES} pages. Try again later; if it stays so, report it to whoever runs ${host}.`,
  });
}

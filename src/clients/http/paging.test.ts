import { Problem, type ProblemCode } from "../../core/problem";
import { eachItem, type Page, sameOrigin } from "./paging";

const FIRST = "https://graph.example.com/v1.0/things?$top=2";

async function collect(pages: Record<string, Page<number>>): Promise<number[]> {
  const items: number[] = [];
  for await (const item of eachItem(FIRST, async (url) => pages[url] ?? { items: [-1], next: null }))
    items.push(item);
  return items;
}

describe("eachItem", () => {
  it("goes through all pages, resolving relative links", async () => {
    const items = await collect({
      [FIRST]: { items: [1, 2], next: "https://graph.example.com/v1.0/things?page=2" },
      "https://graph.example.com/v1.0/things?page=2": { items: [], next: "/v1.0/things?page=3" },
      "https://graph.example.com/v1.0/things?page=3": { items: [3], next: null },
    });
    expect(items).toEqual([1, 2, 3]);
  });

  it("asks for no page before its items are wanted", async () => {
    const asked: string[] = [];
    const items = eachItem(FIRST, async (url) => {
      asked.push(url);
      return { items: [1], next: `${FIRST}&again=${asked.length}` };
    });
    await items.next();
    expect(asked).toEqual([FIRST]);
    await items.return(undefined);
  });

  it("does not follow pages that are new for ever", async () => {
    let pages = 0;
    const all = async () => {
      for await (const _ of eachItem(FIRST, async () => ({ items: [1], next: `${FIRST}&page=${pages++}` })));
    };
    const problem = Problem.from(await all().catch((error) => error));
    expect(problem.code).toBe("unexpected_response");
    expect(pages).toBe(1_000);
  });

  it.each<[string, ProblemCode]>([
    ["https://evil.example/v1.0/things?page=2", "untrusted"],
    ["//evil.example/", "untrusted"],
    ["http://graph.example.com/v1.0/things?page=2", "untrusted"],
    ["https://graph.example.com:444/", "untrusted"],
    ["https://user@graph.example.com/", "untrusted"],
    ["https://graph.example.com.evil.example/", "untrusted"],
    ["javascript:1", "untrusted"],
    ["http://[", "untrusted"],
    [FIRST, "unexpected_response"],
  ])("does not follow %s", async (next, code) => {
    const problem = Problem.from(await collect({ [FIRST]: { items: [1], next } }).catch((error) => error));
    expect(problem.code).toBe(code);
    expect(problem.message).not.toContain("evil");
  });
});

describe("sameOrigin", () => {
  it("gives the link back, resolved", () => {
    expect(sameOrigin("?page=2", FIRST)).toBe("https://graph.example.com/v1.0/things?page=2");
  });
});

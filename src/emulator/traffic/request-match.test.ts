import { isMeant, requestMatch } from "./request-match";

const PUT = { api: "graph", method: "PUT", route: "/r/{id}", path: "/r/1" };

describe("isMeant", () => {
  it.each([
    [{}, true],
    [{ api: "graph", method: "PUT", route: "/r/{id}", path: "/r/1" }, true],
    [{ api: "scim" }, false],
    [{ method: "GET" }, false],
    [{ route: "/r/1" }, false],
    [{ path: "/r/2" }, false],
  ] as const)("%j: %s", (match, meant) => {
    expect(isMeant(match, PUT)).toBe(meant);
  });
});

describe("requestMatch", () => {
  it.each([{ url: "/" }, { api: "azure" }, { method: 1 }])("refuses %j", (match) => {
    expect(requestMatch.safeParse(match).success).toBe(false);
  });
});

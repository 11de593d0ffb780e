import { createGraphDirectory } from "./graph-directory";
import { type Answer, fakeGraph, graphError, problemOf, ROOT } from "./testing/fake-graph";

const LIST = `${ROOT}/v1.0/servicePrincipals`;

function setUp(...answers: Answer[]) {
  const fake = fakeGraph(...answers);
  return { ...fake, directory: createGraphDirectory(fake.client) };
}

function page(names: string[], next?: string): Answer {
  const value = names.map((name) => ({ id: `id-${name}`, appId: `app-${name}`, displayName: name }));
  return { status: 200, body: { value, ...(next === undefined ? {} : { "@odata.nextLink": next }) } };
}

/** The parameters as the server reads them. */
function parameters(url = ""): Record<string, string> {
  return Object.fromEntries(new URL(url).searchParams);
}

describe("searching", () => {
  it("lists all without words, over all pages, sorted", async () => {
    const next = `${LIST}?$select=id,appId,displayName&$top=999&$skiptoken=2`;
    const { directory, transport, call } = setUp(page(["b", "C"], next), page(["a"]));
    expect((await directory.search(null, call)).map(({ displayName }) => displayName)).toEqual([
      "a",
      "b",
      "C",
    ]);
    expect(transport.requests).toHaveLength(2);
    expect(parameters(transport.requests[0]?.url)).toEqual({ $select: "id,appId,displayName", $top: "999" });
    expect(transport.requests[0]?.headers).not.toHaveProperty("consistencylevel");
  });

  it.each([
    ["service now", '"displayName:service now"'],
    ['a "quoted" word', '"displayName:a \\"quoted\\" word"'],
    ["back\\slash", '"displayName:back\\\\slash"'],
    ["R&D #1 + 50% https://x", '"displayName:R&D #1 + 50% https://x"'],
  ])("asks for %s", async (words, expression) => {
    const { directory, transport, call } = setUp(page([]));
    expect(await directory.search(words, call)).toEqual([]);
    expect(parameters(transport.requests[0]?.url)).toMatchObject({ $search: expression, $count: "true" });
    expect(transport.requests[0]?.headers.consistencylevel).toBe("eventual");
    expect(new URL(transport.requests[0]?.url ?? "").origin).toBe(ROOT);
  });

  it("is not found by another origin's pages", async () => {
    const { directory, call } = setUp(page(["a"], "https://evil.example/v1.0/servicePrincipals"));
    expect(await problemOf(directory.search(null, call))).toMatchObject({ code: "untrusted" });
  });

  it("names the permission that is missing", async () => {
    const { directory, call } = setUp(graphError(403, "Authorization_RequestDenied"));
    expect((await problemOf(directory.search(null, call))).detail).toContain("Application.Read.All");
  });
});

describe("by display name", () => {
  it.each([
    ["ServiceNow", "displayName eq 'ServiceNow'"],
    ["O'Brien's (HR) & more", "displayName eq 'O''Brien''s (HR) & more'"],
  ])("asks for %s exactly", async (name, filter) => {
    const { directory, transport, call } = setUp(page([name, name]));
    expect(await directory.byDisplayName(name, call)).toHaveLength(2);
    expect(parameters(transport.requests[0]?.url)).toMatchObject({ $filter: filter });
  });
});

describe("by application id", () => {
  const record = { id: "o", appId: "a", displayName: "n" };

  it.each<[string, Answer]>([
    ["an entity", { status: 200, body: record }],
    ["a collection of one", { status: 200, body: { value: [record] } }],
  ])("takes %s", async (_, answer) => {
    const { directory, transport, call } = setUp(answer);
    expect(await directory.byAppId("a", call)).toEqual({ objectId: "o", appId: "a", displayName: "n" });
    expect(transport.lines).toEqual([`GET ${LIST}(appId='a')?$select=id,appId,displayName Bearer token-1`]);
  });

  it.each<[string, Answer]>([
    ["Graph says so", graphError(404, "Request_ResourceNotFound")],
    ["the collection is empty", { status: 200, body: { value: [] } }],
  ])("finds none where %s", async (_, answer) => {
    const { directory, call } = setUp(answer);
    expect(await directory.byAppId("a", call)).toBeNull();
  });

  it("does not take another 404 for none", async () => {
    const { directory, call } = setUp({ status: 404, body: "<html>" });
    expect(await problemOf(directory.byAppId("a", call))).toMatchObject({ code: "not_found" });
  });
});

import { CLIENT_ID, SERVICE_PRINCIPALS } from "../default-seed";
import { call, graphAuthorization, ORIGIN, testState } from "../test-state.test-support";

const LIST = "/v1.0/servicePrincipals";
const EVENTUAL = { consistencylevel: "eventual" };

async function directory() {
  const { state } = await testState();
  const headers = graphAuthorization(state);
  return {
    state,
    get: (target: string, more: Record<string, string> = {}) =>
      call(state, "GET", target, { headers: { ...headers, ...more } }),
  };
}

const idsOf = (value: unknown) => (Array.isArray(value) ? value.map(({ id }) => id) : value);

describe("GET /servicePrincipals", () => {
  it("gives 100 a page and follows next links of the same origin to the end", async () => {
    const { get, state } = await directory();
    const seen: unknown[] = [];
    let pages = 0;
    for (let link: unknown = `${LIST}?$select=id,displayName`; typeof link === "string"; pages++) {
      const page = await get(link);
      seen.push(...(idsOf(page.at("value")) as unknown[]));
      link = page.at("@odata.nextLink");
      if (link !== undefined) expect(new URL(String(link)).origin).toBe(ORIGIN);
    }
    expect(pages).toBe(2);
    expect(seen).toEqual([...state.graph.servicePrincipals.keys()]);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it.each([
    ["displayName eq 'Reporting'", [SERVICE_PRINCIPALS.reporting, SERVICE_PRINCIPALS.reportingCopy]],
    ["startswith(displayName,'Service')", [SERVICE_PRINCIPALS.servicenow]],
    [`id eq '${SERVICE_PRINCIPALS.slack}'`, [SERVICE_PRINCIPALS.slack]],
    ["displayName eq 'Nobody'", []],
  ])("filters: %s", async (filter, ids) => {
    const { get } = await directory();
    expect(idsOf((await get(`${LIST}?$filter=${encodeURIComponent(filter)}`)).at("value"))).toEqual(ids);
  });

  it("searches word prefixes, counts and sorts", async () => {
    const { get } = await directory();
    const answer = await get(`${LIST}?$search="displayName:workload 01"&$count=true&$top=2`, EVENTUAL);
    expect(answer.at("@odata.count")).toBe(10);
    expect(answer.at("value", 1, "displayName")).toBe("Workload 011");
    const sorted = await get(`${LIST}?$orderby=displayName desc&$top=1`);
    expect(sorted.at("value", 0, "displayName")).toBe("Workload 130");
  });

  it.each([
    ["a search without the header", '$search="displayName:x"', {}, "Request_UnsupportedQuery"],
    ["a count without the header", "$count=true", {}, "Request_UnsupportedQuery"],
    [
      "an advanced filter without a count",
      "$filter=displayName ne 'x'",
      EVENTUAL,
      "Request_UnsupportedQuery",
    ],
    ["a filter with an order", "$filter=id eq 'x'&$orderby=displayName", {}, "Request_UnsupportedQuery"],
    ["too large a page", "$top=1000", {}, "Request_UnsupportedQuery"],
    ["an empty page", "$top=0", {}, "Request_UnsupportedQuery"],
    ["an unknown property", "$select=id,name", {}, "BadRequest"],
    ["a boolean in capitals", "$count=True", EVENTUAL, "BadRequest"],
    ["an unknown parameter", "$skip=1", {}, "BadRequest"],
    ["a parameter without its dollar", "filter=id", {}, "BadRequest"],
    ["a repeated parameter", "$top=1&$top=2", {}, "BadRequest"],
    ["a made-up skip token", "$skiptoken=abc", {}, "Request_BadRequest"],
  ])("refuses %s", async (_name, query, headers, code) => {
    const { get, state } = await directory();
    const answer = await get(`${LIST}?${query}`, headers);
    expect([answer.status, answer.at("error", "code")]).toEqual([400, code]);
    expect(state.violations).toHaveLength(1);
  });

  it("takes a skip token only with the query that it belongs to, header included", async () => {
    const { get } = await directory();
    const link = String(
      (await get(`${LIST}?$search="displayName:workload"&$top=5`, EVENTUAL)).at("@odata.nextLink"),
    );
    expect((await get(link, EVENTUAL)).status).toBe(200);
    expect((await get(link)).status).toBe(400);
    expect((await get(link.replace("$top=5", "$top=6"), EVENTUAL)).status).toBe(400);
  });
});

describe("GET of one service principal", () => {
  it("finds it by object id and by app id", async () => {
    const { get } = await directory();
    expect((await get(`${LIST}/${SERVICE_PRINCIPALS.slack}`)).at("displayName")).toBe("Slack");
    const byAppId = await get(`${LIST}(appId='${CLIENT_ID}')?$select=id,displayName`);
    expect(byAppId.json).toMatchObject({ displayName: "entrascim" });
    expect(byAppId.at("appId")).toBeUndefined();
  });

  it.each([
    ["an id that is no UUID", `${LIST}/servicenow`, 400, "Request_BadRequest"],
    ["an unknown id", `${LIST}/00000000-0000-4000-8000-000000000000`, 404, "Request_ResourceNotFound"],
    [
      "an unknown app id",
      `${LIST}(appId='00000000-0000-4000-8000-000000000000')`,
      404,
      "Request_ResourceNotFound",
    ],
  ])("answers %s", async (_name, target, status, code) => {
    const { get } = await directory();
    const answer = await get(target);
    expect([answer.status, answer.at("error", "code")]).toEqual([status, code]);
  });

  it("hides a new one for some reads, or for some time", async () => {
    const { get, state } = await directory();
    const target = `${LIST}/${SERVICE_PRINCIPALS.slack}`;
    const slack = state.graph.servicePrincipals.get(SERVICE_PRINCIPALS.slack)!;
    slack.hiddenReads = 2;
    expect([(await get(target)).status, (await get(target)).status, (await get(target)).status]).toEqual([
      404, 404, 200,
    ]);
    slack.hiddenUntil = state.clock.now() + 1000;
    expect((await get(target)).status).toBe(404);
    state.clock.advance(1000);
    expect((await get(target)).status).toBe(200);
  });
});

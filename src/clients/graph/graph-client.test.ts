import { inspect } from "node:util";
import { Problem } from "../../core/problem";
import type { GraphCall } from "./graph-client";
import { type Answer, fakeGraph, graphError, nestedError, problemOf, ROOT } from "./testing/fake-graph";

const get: GraphCall = {
  method: "GET",
  path: "/servicePrincipals/x/synchronization/jobs",
  subject: { doing: "reading jobs of service principal x", area: "synchronization", objectId: "x" },
};
const directory: GraphCall = {
  method: "GET",
  path: "/servicePrincipals/x",
  subject: { doing: "reading the service principal x", area: "directory", objectId: "x" },
};
const ok: Answer = { status: 200, body: { value: [] } };

describe("GraphClient", () => {
  it("sends the token to a host of its own", async () => {
    const { client, transport, call } = fakeGraph(ok);
    await client.send(get, call);
    expect(transport.lines).toEqual([
      `GET ${ROOT}/v1.0/servicePrincipals/x/synchronization/jobs Bearer token-1`,
    ]);
    const { headers, timeoutMs } = transport.requests[0]!;
    expect(headers.accept).toBe("application/json");
    expect(headers["client-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers).not.toHaveProperty("content-type");
    expect(headers).not.toHaveProperty("sdkversion");
    expect(timeoutMs).toBe(30_000);
  });

  it("sends a body as JSON, as it is", async () => {
    const { client, transport, call } = fakeGraph({ status: 204 });
    const body = '{"value":[{"key":"SecretToken","value":"ü\\"\\n"}]}';
    await client.send({ ...get, method: "PUT", body }, call);
    expect(transport.requests[0]).toMatchObject({ method: "PUT", body });
    expect(transport.requests[0]?.headers["content-type"]).toBe("application/json");
  });

  it("sends a POST without a body without a type", async () => {
    const { client, transport, call } = fakeGraph({ status: 204 });
    await client.send({ ...get, method: "POST" }, call);
    expect(transport.requests[0]?.headers).not.toHaveProperty("content-type");
    expect(transport.requests[0]?.body).toBeUndefined();
  });

  it.each([301, 302, 307, 308])("does not follow a %d, nor send its body anywhere else", async (status) => {
    const { client, transport, call } = fakeGraph({
      status,
      headers: { location: "https://evil.example/steal?x=1" },
    });
    const problem = await problemOf(client.send({ ...get, method: "PUT", body: '{"a":"hidden"}' }, call));
    expect(problem).toMatchObject({ code: "untrusted", status });
    expect(transport.requests).toHaveLength(1);
    expect(inspect(problem)).not.toContain("hidden");
  });

  it.each([408, 409, 423, 424, 429, 500, 502, 503, 504])("tries again after %d", async (status) => {
    const { client, transport, clock, call } = fakeGraph(graphError(status, "UnknownError"), ok);
    await client.send(get, call);
    expect(transport.requests).toHaveLength(2);
    expect(clock.slept).toEqual([750]);
  });

  it("obeys Retry-After", async () => {
    const throttled: Answer = { status: 429, headers: { "retry-after": "12" } };
    const { client, clock, call } = fakeGraph(throttled, ok);
    await client.send(get, call);
    expect(clock.slept).toEqual([12_000]);
  });

  it("gives up on a Retry-After beyond the deadline, and says so", async () => {
    const { client, transport, call } = fakeGraph({ status: 429, headers: { "retry-after": "3600" } });
    const problem = await problemOf(client.send(get, call));
    expect(problem).toMatchObject({ code: "throttled", status: 429, retryAfterMs: 3_600_000 });
    expect(problem.detail).toContain("3600 s");
    expect(transport.requests).toHaveLength(1);
  });

  it("does not begin a sign-in anew that has given up", async () => {
    const down = new Problem("unavailable", { summary: "x", detail: "Entra is down." });
    const { client, transport, tokens, call } = fakeGraph(ok);
    let asked = 0;
    tokens.token = async () => {
      asked++;
      throw down;
    };
    expect(await problemOf(client.send(get, call))).toBe(down);
    expect([asked, transport.requests.length]).toEqual([1, 0]);
  });

  it("tries again after a connection fault, and passes it on in the end", async () => {
    const fault = new Problem("unavailable", { summary: "x", detail: "Closed." });
    const { client, transport, call } = fakeGraph(fault);
    expect(await problemOf(client.send(get, call))).toBe(fault);
    expect(transport.requests).toHaveLength(5);
  });

  it("tries once what was out of order for several, whatever the service principal, until it is back", async () => {
    const down = graphError(503, "ServiceUnavailable");
    const { client, transport, call } = fakeGraph(...Array.from({ length: 16 }, () => down), ok, down, ok);
    const jobsOf = (id: string): GraphCall => ({
      ...get,
      path: `/servicePrincipals/${id}/synchronization/jobs`,
    });
    for (const id of ["a", "b", "c"]) await problemOf(client.send(jobsOf(id), call));
    expect(transport.requests).toHaveLength(15);
    await problemOf(client.send(jobsOf("d"), call));
    expect(transport.requests).toHaveLength(16);
    await client.send(jobsOf("e"), call);
    await client.send(jobsOf("f"), call);
    expect(transport.requests).toHaveLength(19);
  });

  it("begins nothing after the deadline", async () => {
    const { client, transport, clock, call } = fakeGraph(ok);
    clock.time = call.deadline;
    expect(await problemOf(client.send(get, call))).toMatchObject({ code: "timeout" });
    expect(transport.requests).toHaveLength(0);
  });

  it.each<[string, GraphCall, Answer, Partial<Problem>, string]>([
    [
      "403",
      directory,
      graphError(403, "Authorization_RequestDenied"),
      { code: "forbidden", status: 403 },
      "Application.Read.All",
    ],
    [
      "403 of provisioning",
      get,
      graphError(403, "Forbidden"),
      { code: "forbidden" },
      "Synchronization.ReadWrite.All",
    ],
    [
      "a missing service principal",
      get,
      graphError(404, "Request_ResourceNotFound", "Resource 'x' does not exist"),
      { code: "not_found", vendorCode: "Request_ResourceNotFound" },
      "object id x",
    ],
    [
      "another 404",
      get,
      nestedError(404, "JobNotFound"),
      { code: "not_found", vendorCode: "JobNotFound" },
      "did not say",
    ],
    [
      "a 404 of somebody else",
      get,
      { status: 404, body: "<html>" },
      { code: "not_found", vendorCode: "HTTP_404" },
      "404",
    ],
    ["405", get, graphError(405, "Request_BadRequest"), { code: "unexpected_response", status: 405 }, "405"],
    [
      "400",
      get,
      graphError(400, "BadRequest", "echo hidden"),
      { code: "unexpected_response", vendorCode: "BadRequest" },
      "BadRequest",
    ],
    [
      "a nested 400",
      get,
      nestedError(400, "InvalidNotificationSettings", "echo hidden"),
      { code: "unexpected_response", vendorCode: "InvalidNotificationSettings" },
      "InvalidNotificationSettings",
    ],
    [
      "a legacy message",
      get,
      { status: 400, body: { error: { code: "Old", message: { lang: "en", value: "hidden" } } } },
      { vendorCode: "Old" },
      "Old",
    ],
    ["a code that is no word", get, graphError(400, "see hidden: <b>"), { vendorCode: undefined }, "400"],
  ])("explains %s at once", async (_, request, answer, expected, words) => {
    const { client, transport, call } = fakeGraph(answer);
    const problem = await problemOf(client.send(request, call));
    expect(problem).toMatchObject({ ...expected, requestId: "00000000-0000-0000-0000-00000000aaaa" });
    expect(problem.detail).toContain(words);
    expect(inspect(problem)).not.toContain("hidden");
    expect(transport.requests).toHaveLength(1);
  });

  it.each([600, 999])("takes %d, which HTTP does not have, for a fault of the server", async (status) => {
    const { client, call } = fakeGraph({ status });
    expect(await problemOf(client.send(get, call))).toMatchObject({ code: "unavailable", status });
  });

  it("takes the request id from the envelope where no header has it", async () => {
    const answer = { ...graphError(400, "BadRequest"), headers: { "request-id": "" } };
    const { client, call } = fakeGraph(answer as Answer);
    expect(await problemOf(client.send(get, call))).toMatchObject({
      requestId: "00000000-0000-0000-0000-00000000bbbb",
    });
  });

  it.each(["not json hidden", '{"value":"hidden"}', '{"value":[{"no":"id"}]}'])(
    "refuses a success that is not as documented: %s",
    async (body) => {
      const { client, call } = fakeGraph({ status: 200, body });
      const { z } = await import("zod");
      const problem = await problemOf(client.list(get, z.object({ id: z.string() }), call));
      expect(problem).toMatchObject({ code: "unexpected_response", status: 200 });
      expect(inspect(problem)).not.toContain("hidden");
    },
  );
});

describe("a refused token", () => {
  const expired = graphError(401, "InvalidAuthenticationToken", "Lifetime validation failed");
  const unknown = graphError(401, "UnknownError", "");

  it.each([
    ["expired", expired],
    ["of an unknown error", unknown],
  ])("is renewed once when it is %s", async (_, refusal) => {
    const { client, transport, call } = fakeGraph(refusal, ok);
    await client.send(get, call);
    expect(transport.lines.map((line) => line.split(" ").at(-1))).toEqual(["token-1", "token-2"]);
  });

  it("is a missing permission when provisioning refuses a fresh one too", async () => {
    const { client, transport, call } = fakeGraph(unknown);
    const problem = await problemOf(client.send(get, call));
    expect(problem).toMatchObject({ code: "forbidden", status: 401, vendorCode: "UnknownError" });
    for (const words of ["401", "Synchronization.ReadWrite.All", "Application.ReadWrite.OwnedBy", "owner"]) {
      expect(problem.detail).toContain(words);
    }
    expect(transport.requests).toHaveLength(2);
  });

  it("is not renewed again for the next service principal when that did not help", async () => {
    const { client, transport, tokens, call } = fakeGraph(unknown);
    for (const path of ["/a", "/b", "/c"]) await problemOf(client.send({ ...get, path }, call));
    expect(tokens.issued).toBe(2);
    expect(transport.requests).toHaveLength(4);
  });

  it("is renewed again when it expires later", async () => {
    const { client, tokens, call } = fakeGraph(unknown, unknown, expired, ok);
    await problemOf(client.send(get, call));
    await client.send(get, call);
    expect(tokens.issued).toBe(3);
  });

  it.each([
    ["InvalidAuthenticationToken of provisioning", get, expired],
    ["any 401 of the directory", directory, unknown],
  ])("is refused for good by %s", async (_, request, refusal) => {
    const { client, call } = fakeGraph(refusal);
    expect(await problemOf(client.send(request, call))).toMatchObject({
      code: "unauthenticated",
      status: 401,
    });
  });
});

describe("pages", () => {
  const page = (ids: string[], next?: string): Answer => ({
    status: 200,
    body: { value: ids.map((id) => ({ id })), ...(next === undefined ? {} : { "@odata.nextLink": next }) },
  });

  it("are followed with the headers of the first, as the links are written", async () => {
    const next = `${ROOT}/v1.0/servicePrincipals?$select=id,appId&$skiptoken=RFNwdAIA%3d%3d==&$top=2`;
    const { client, transport, call } = fakeGraph(page(["1", "2"], next), page(["3"]));
    const { z } = await import("zod");
    const headers = { consistencylevel: "eventual" };
    const items = await client.list({ ...get, headers }, z.object({ id: z.string() }), call);
    expect(items.map(({ id }) => id)).toEqual(["1", "2", "3"]);
    const { url, headers: sent } = transport.requests[1]!;
    expect(new Set(url.split(/[?&]/))).toEqual(new Set(next.split(/[?&]/)));
    expect(sent.consistencylevel).toBe("eventual");
    expect(sent.authorization).toBe("Bearer token-1");
  });

  it.each([
    ["another host", "https://evil.example/v1.0/servicePrincipals?$skiptoken=1"],
    ["another port", "https://graph.example:9443/v1.0/x"],
    ["http", "http://graph.example:8443/v1.0/x"],
    ["user information", "https://u:p@graph.example:8443/v1.0/x"],
  ])("are not followed to %s", async (_, next) => {
    const { client, transport, call } = fakeGraph(page(["1"], next));
    const { z } = await import("zod");
    const problem = await problemOf(client.list(get, z.object({ id: z.string() }), call));
    expect(problem.code).toBe("untrusted");
    expect(transport.requests).toHaveLength(1);
  });
});

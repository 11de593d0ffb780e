import { type Emulator, startEmulator } from "../start-emulator";
import { send } from "../test-client.test-support";

const USERS = "/scim/slack/v2/Users";
const ADA = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
  userName: "ada@contoso.com",
  active: true,
  emails: [{ value: "ada@contoso.com", type: "work", primary: true }],
};

describe("the SCIM applications", () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator();
  });
  afterAll(() => emulator.close());

  const scim = (
    method: string,
    path: string,
    body?: unknown,
    token = emulator.control.inspectToken("slack"),
  ) =>
    send(emulator, path, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/scim+json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  it("create, find, change and delete users", async () => {
    const created = await scim("POST", USERS, ADA);
    expect([created.status, created.headers["content-type"]]).toEqual([
      201,
      expect.stringContaining("application/scim+json"),
    ]);
    expect((await scim("POST", USERS, ADA)).status).toBe(409);
    const filter = encodeURIComponent('userName eq "ada@contoso.com"');
    const found = await scim("GET", `${USERS}?filter=${filter}`);
    expect(found.json).toMatchObject({
      schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
      totalResults: 1,
      Resources: [{ id: created.at("id") }],
    });
    const one = `${USERS}/${created.at("id")}`;
    const patched = await scim("PATCH", one, {
      schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
      Operations: [{ op: "replace", path: "active", value: false }],
    });
    expect([patched.status, patched.at("active")]).toEqual([200, false]);
    expect((await scim("PUT", one, { ...ADA, displayName: "Ada" })).at("displayName")).toBe("Ada");
    expect((await scim("DELETE", one)).status).toBe(204);
    expect((await scim("GET", one)).status).toBe(404);
  });

  it("answer Entra's test: a search for nobody is an empty list", async () => {
    const found = await scim("GET", `${USERS}?filter=${encodeURIComponent('userName eq "nobody"')}`);
    expect([found.status, found.at("totalResults")]).toEqual([200, 0]);
  });

  it("take groups, and describe themselves", async () => {
    const group = { schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"], displayName: "Admins" };
    expect((await scim("POST", "/scim/slack/v2/Groups", group)).status).toBe(201);
    expect((await scim("GET", "/scim/slack/v2/ServiceProviderConfig")).at("patch", "supported")).toBe(true);
  });

  it("take their own current token alone", async () => {
    expect((await send(emulator, USERS)).status).toBe(401);
    const other = await scim("GET", USERS, undefined, emulator.control.inspectToken("servicenow"));
    expect([other.status, other.at("schemas", 0)]).toEqual([
      401,
      "urn:ietf:params:scim:api:messages:2.0:Error",
    ]);
    const old = emulator.control.inspectToken("slack");
    emulator.control.rotateToken("slack");
    expect((await scim("GET", USERS, undefined, old)).status).toBe(401);
    expect((await scim("GET", USERS)).status).toBe(200);
  });

  it("keep their users apart, from each other and from those of another emulator", async () => {
    await scim("POST", USERS, { ...ADA, userName: "only@slack" });
    const second = await startEmulator();
    const views = [emulator, second].map(({ control }) => control.inspect().applications);
    expect(views[0]?.slack?.users).toContain("only@slack");
    expect([views[0]?.servicenow?.users, views[1]?.slack?.users]).toEqual([[], []]);
    await second.close();
  });

  it.each([
    ["an unknown application", "GET", "/scim/none/v2/Users", 404],
    ["an unknown resource", "GET", "/scim/slack/v2/Things", 404],
    ["another path", "GET", "/scim/slack/v1/Users", 404],
  ])("answer %s", async (_name, method, path, status) => {
    const answer = await scim(method, path);
    expect([answer.status, answer.at("status")]).toEqual([status, String(status)]);
  });

  it("refuse a user without a name", async () => {
    const { userName: _userName, ...nameless } = ADA;
    expect((await scim("POST", USERS, nameless)).status).toBe(400);
  });
});

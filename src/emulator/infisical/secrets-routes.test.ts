import { IDENTITY_ID, PROJECT_ID, TOKEN_KEYS } from "../default-seed";
import type { EmulatorState } from "../state";
import { call, testState } from "../test-state.test-support";
import { issueIdentityAccessToken } from "./identity-token";
import type { Permission } from "./infisical-state";
import { openFolder, writeSecret } from "./write-secret";

const ADA = { actorId: "a", actorType: "user", name: "ada@contoso.com" } as const;
const KEY = TOKEN_KEYS.servicenow;
const AT = { project: PROJECT_ID, environment: "prod", path: "/scim" };

/** A reference as Infisical writes it. */
const ref = (target: string) => `\${${target}}`;
const CREDENTIAL = ref("dev.azure.ENTRA_CLIENT_SECRET");

function get(state: EmulatorState, target: string) {
  const { accessToken } = issueIdentityAccessToken(state, state.infisical.identities.get(IDENTITY_ID)!);
  return call(state, "GET", target, { headers: { authorization: `Bearer ${accessToken}` } });
}

function query(fields: Readonly<Record<string, string | undefined>> = {}): string {
  const all = { projectId: PROJECT_ID, environment: "prod", secretPath: "/scim", ...fields };
  const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new URLSearchParams(given).toString();
}

function allow(state: EmulatorState, ...permissions: Partial<Permission>[]): void {
  const full = permissions.map((each) => ({
    environment: "*",
    path: "/",
    describe: true,
    readValue: true,
    ...each,
  }));
  state.infisical.identities.get(IDENTITY_ID)!.permissions.set(PROJECT_ID, full);
}

describe("GET /api/v4/secrets/{name}", () => {
  it("gives the newest version, or a pinned one, with who changed it", async () => {
    const { state } = await testState();
    const first = state.scim.applications.get("servicenow")!.token;
    writeSecret(state, { ...AT, key: KEY }, "second", ADA);
    const newest = await get(state, `/api/v4/secrets/${KEY}?${query()}`);
    expect(newest.at("secret")).toMatchObject({
      version: 2,
      type: "shared",
      secretKey: KEY,
      secretValue: "second",
      secretValueHidden: false,
      secretPath: "/scim",
      environment: "prod",
      workspace: PROJECT_ID,
      actor: { actorId: "a", actorType: "user", name: "ada@contoso.com" },
    });
    const pinned = await get(state, `/api/v4/secrets/${KEY}?${query({ version: "1" })}`);
    expect([pinned.at("secret", "version"), pinned.at("secret", "secretValue")]).toEqual([1, first]);
    expect(pinned.at("secret", "id")).toBe(newest.at("secret", "id"));
    expect((await get(state, `/api/v4/secrets/${KEY}?${query({ version: "9" })}`)).status).toBe(404);
  });

  it("hides a value that was not asked for", async () => {
    const { state } = await testState();
    const answer = await get(state, `/api/v4/secrets/${KEY}?${query({ viewSecretValue: "false" })}`);
    expect(answer.at("secret")).toMatchObject({
      secretValue: "<hidden-by-infisical>",
      secretValueHidden: true,
    });
  });

  it("expands references only when asked, and leaves what points nowhere", async () => {
    const { state } = await testState();
    writeSecret(state, { ...AT, key: "REF" }, `x-${CREDENTIAL}-${ref("NONE")}`, ADA);
    const raw = await get(state, `/api/v4/secrets/REF?${query()}`);
    expect(raw.at("secret", "secretValue")).toContain(CREDENTIAL);
    const expanded = await get(state, `/api/v4/secrets/REF?${query({ expandSecretReferences: "true" })}`);
    expect(expanded.at("secret", "secretValue")).toMatch(/^x-emulated.*-\$\{NONE\}$/);
  });

  it("looks among imports only when asked; the last import wins", async () => {
    const { state } = await testState();
    const { imports } = openFolder(state.infisical.projects.get(PROJECT_ID)!, "prod", "/scim");
    for (const path of ["/a", "/b"]) {
      writeSecret(state, { ...AT, path, key: "SHARED" }, path, ADA);
      imports.push({ environment: "prod", path });
    }
    expect((await get(state, `/api/v4/secrets/SHARED?${query()}`)).status).toBe(404);
    const answer = await get(state, `/api/v4/secrets/SHARED?${query({ include_imports: "true" })}`);
    expect([answer.at("secret", "secretValue"), answer.at("secret", "secretPath")]).toEqual(["/b", "/b"]);
  });

  const named = (key: string, fields: Readonly<Record<string, string | undefined>> = {}) =>
    `/api/v4/secrets/${key}?${query(fields)}`;

  it.each([
    ["an unknown secret", named("NONE"), 404, "NotFound"],
    ["a key in another case", named(KEY.toLowerCase()), 404, "NotFound"],
    ["an unknown folder", named(KEY, { secretPath: "/none" }), 404, "NotFound"],
    ["an unknown environment", named(KEY, { environment: "qa" }), 404, "NotFound"],
    ["an unknown project", named(KEY, { projectId: "x" }), 404, "NotFound"],
    ["no project", named(KEY, { projectId: undefined }), 422, "ValidationFailure"],
    ["a boolean in capitals", named(KEY, { viewSecretValue: "True" }), 422, "ValidationFailure"],
    ["a boolean as a number", named(KEY, { expandSecretReferences: "1" }), 422, "ValidationFailure"],
    ["a version that is none", named(KEY, { version: "latest" }), 422, "ValidationFailure"],
    ["an unknown parameter", named(KEY, { workspaceId: "x" }), 422, "ValidationFailure"],
    ["a repeated parameter", `${named(KEY)}&environment=dev`, 422, "ValidationFailure"],
  ])("answers %s", async (_name, target, status, error) => {
    const { state } = await testState();
    const answer = await get(state, target);
    expect([answer.status, answer.at("error")]).toEqual([status, error]);
  });
});

describe("GET /api/v4/secrets", () => {
  it("lists a folder; without values every secret is marked hidden", async () => {
    const { state } = await testState();
    const fields = { viewSecretValue: "false", includeImports: "false" };
    const answer = await get(state, `/api/v4/secrets?${query(fields)}`);
    const hidden = { secretValueHidden: true, secretPath: "/scim" };
    expect(answer.at("secrets")).toMatchObject(
      Object.values(TOKEN_KEYS).map((secretKey) => ({ secretKey, ...hidden })),
    );
    expect(answer.at("imports")).toBeUndefined();
  });

  it("takes a trailing slash, and gives nothing for a folder that is not there", async () => {
    const { state } = await testState();
    const list = (secretPath: string) => get(state, `/api/v4/secrets?${query({ secretPath })}`);
    expect((await list("/scim/")).at("secrets", 0)).toBeDefined();
    expect((await list("/none")).at("secrets")).toEqual([]);
  });

  it("goes into folders only when asked", async () => {
    const { state } = await testState();
    const all = await get(state, `/api/v4/secrets?${query({ secretPath: "/", recursive: "true" })}`);
    expect(all.at("secrets")).toHaveLength(4);
    const root = await get(state, `/api/v4/secrets?${query({ secretPath: "/" })}`);
    expect(root.at("secrets")).toEqual([]);
  });

  it("names imports apart, without times", async () => {
    const { state } = await testState();
    const { imports } = openFolder(state.infisical.projects.get(PROJECT_ID)!, "prod", "/scim");
    imports.push({ environment: "dev", path: "/azure" });
    const answer = await get(state, `/api/v4/secrets?${query({ include_imports: "true" })}`);
    expect(answer.at("imports", 0)).toMatchObject({ environment: "dev", secretPath: "/azure" });
    expect(answer.at("imports", 0, "secrets", 0, "secretKey")).toBe("ENTRA_CLIENT_SECRET");
    expect(answer.at("imports", 0, "secrets", 0)).not.toHaveProperty("updatedAt");
  });

  it("wants project and environment: 400, not 422", async () => {
    const { state } = await testState();
    expect((await get(state, "/api/v4/secrets")).status).toBe(400);
    expect((await get(state, `/api/v4/secrets?projectId=${PROJECT_ID}`)).at("error")).toBe("BadRequest");
  });
});

describe("permissions", () => {
  it("describe alone: lists hide values, a read that wants the value is refused", async () => {
    const { state } = await testState();
    allow(state, { readValue: false });
    const list = await get(state, `/api/v4/secrets?${query()}`);
    expect(list.at("secrets", 0)).toMatchObject({
      secretValue: "<hidden-by-infisical>",
      secretValueHidden: true,
    });
    const read = await get(state, `/api/v4/secrets/${KEY}?${query()}`);
    expect([read.status, read.at("error")]).toEqual([403, "ForbiddenReadSecretError"]);
    const described = await get(state, `/api/v4/secrets/${KEY}?${query({ viewSecretValue: "false" })}`);
    expect(described.status).toBe(200);
  });

  it("other places only: 403 with the rules", async () => {
    const { state } = await testState();
    allow(state, { path: "/azure" }, { environment: "dev" });
    const answer = await get(state, `/api/v4/secrets?${query()}`);
    expect([answer.status, answer.at("error")]).toEqual([403, "PermissionDenied"]);
    expect(answer.at("details")).toHaveLength(2);
    expect((await get(state, `/api/v4/secrets?${query({ environment: "dev" })}`)).status).toBe(200);
  });

  it("no member: 403", async () => {
    const { state } = await testState();
    state.infisical.identities.get(IDENTITY_ID)!.permissions.clear();
    expect((await get(state, `/api/v4/secrets?${query()}`)).at("error")).toBe("ForbiddenError");
  });

  it("a denied reference fails the whole list", async () => {
    const { state } = await testState();
    writeSecret(state, { ...AT, key: "REF" }, CREDENTIAL, ADA);
    allow(state, { environment: "prod" });
    expect((await get(state, `/api/v4/secrets?${query()}`)).status).toBe(200);
    const expanded = await get(state, `/api/v4/secrets?${query({ expandSecretReferences: "true" })}`);
    expect(expanded.status).toBe(403);
    expect(expanded.at("message")).toContain("Failed to expand");
  });
});

describe("other routes", () => {
  it("read by id", async () => {
    const { state } = await testState();
    const { id } = writeSecret(state, { ...AT, key: "X" }, "x", ADA);
    expect((await get(state, `/api/v4/secrets/id/${id}`)).at("secret", "secretKey")).toBe("X");
    expect((await get(state, `/api/v3/secrets/raw/id/${id}`)).at("secret", "secretValue")).toBe("x");
    expect((await get(state, "/api/v4/secrets/id/none")).status).toBe(404);
  });

  it.each<[string, Record<string, string>, number]>([
    ["by id", { workspaceId: PROJECT_ID }, 200],
    ["by slug", { workspaceSlug: "platform" }, 200],
    ["without a project", {}, 400],
    ["with v4's name for it", { projectId: PROJECT_ID }, 422],
  ])("v3 takes the project %s", async (_name, project, status) => {
    const { state } = await testState();
    const text = new URLSearchParams({ ...project, environment: "prod", secretPath: "/scim" });
    expect((await get(state, `/api/v3/secrets/raw?${text}`)).status).toBe(status);
    expect((await get(state, `/api/v3/secrets/raw/${KEY}?${text}`)).status).toBe(status);
  });

  it("an old server has no v4: 404 of the web server, without an entity", async () => {
    const { state } = await testState();
    state.infisical.switches.v4 = false;
    const answer = await get(state, `/api/v4/secrets?${query()}`);
    expect(answer.json).toEqual({
      message: "Route GET:/api/v4/secrets not found",
      error: "Not Found",
      statusCode: 404,
    });
  });
});

import { Problem } from "../../core/problem";
import type { State } from "../../framework/infer";
import { isUnknown, UNKNOWN, type Value } from "../../framework/value";
import type { Connection } from "../../sync/model";
import { fakeClock, problem } from "../../sync/testing/fakes";
import { createRuntime } from "../runtime";
import { FakeClients, TENANT } from "../testing/fake-clients";
import { type Plain, SimulatedTerraform } from "../testing/simulated-terraform";
import type { connectionSchema } from "./connection.schema";

/** Compiles only while state fits the model that engine, command line and controller share. */
const stateFitsModel: (state: State<typeof connectionSchema>) => Connection = (state) => state;

const CLIENT = "33333333-3333-3333-3333-333333333333";
const secretInInfisical = { environment: "prod", secret_path: "/azure", secret_key: "ENTRA_CLIENT_SECRET" };
const base: Plain = {
  name: "entra-prod",
  tenant_id: TENANT,
  client_id: CLIENT,
  auth: { client_secret: secretInInfisical },
};
const refused = new Problem("unauthenticated", {
  summary: "Microsoft Entra ID refused the client secret",
  detail: "AADSTS7000215: it is wrong.",
});

function setup() {
  const clients = new FakeClients();
  const clock = fakeClock();
  const runtime = { unknown: false };
  const terraform = new SimulatedTerraform(
    "entrascim_connection",
    () => createRuntime(runtime.unknown ? null : clients, runtime.unknown ? ["azure.tenant_id"] : [], clock),
    clock,
  );
  return { clients, terraform, runtime };
}

async function created(plain: Plain = base) {
  const fixture = setup();
  expect(errors((await fixture.terraform.run(plain)).diagnostics)).toEqual([]);
  return fixture;
}

const errors = (diagnostics: readonly { severity: string }[]) =>
  diagnostics.filter((one) => one.severity === "error");

describe("a create", () => {
  it("signs in and stores the roles that a push can use", async () => {
    const { terraform, clients } = await created();
    expect(clients.signIns).toHaveLength(1);
    expect(terraform.state).toMatchObject({
      id: `${TENANT}/entra-prod`,
      granted_permissions: ["Synchronization.ReadWrite.All"],
      status: "ok",
      status_message: null,
      cloud: "public",
    });
  });

  it("knows its id and status in the plan", async () => {
    const { terraform } = setup();
    await terraform.newWalk();
    const { planned } = await terraform.plan(base);
    expect(planned).toMatchObject({ id: `${TENANT}/entra-prod`, status: "ok", status_message: null });
    expect(isUnknown((planned as Record<string, Value>).granted_permissions)).toBe(true);
  });

  it("is followed by no changes", async () => {
    const { terraform } = await created();
    expect((await terraform.run(base)).plan.action).toBe("no-op");
  });

  it("fails with the reason when it is refused, and stores nothing", async () => {
    const { terraform, clients } = setup();
    clients.refusals.set(CLIENT, refused);
    const { diagnostics } = await terraform.run(base);
    expect(errors(diagnostics)).toEqual([
      expect.objectContaining({ detail: expect.stringContaining("AADSTS7000215") }),
    ]);
    expect(terraform.state).toBeNull();
  });

  it("fails when no role of the token can push, and names what to grant", async () => {
    const { terraform, clients } = setup();
    clients.roles = ["User.Read.All"];
    const { diagnostics } = await terraform.run(base);
    expect(errors(diagnostics)).toEqual([
      expect.objectContaining({ detail: expect.stringContaining("Synchronization.ReadWrite.All") }),
    ]);
  });

  it("has no roles for a token that is not app-only", async () => {
    const fixture = setup();
    fixture.clients.roles = null;
    expect(errors((await fixture.terraform.run(base)).diagnostics)).toEqual([]);
    expect(fixture.terraform.get("granted_permissions")).toBeNull();
  });

  it("fills nothing that was not written into client_id and auth", async () => {
    const { terraform } = await created({ name: "ambient" });
    expect(terraform.state).toMatchObject({ tenant_id: TENANT, client_id: null, auth: null });
  });
});

describe("a tenant that is the provider's default", () => {
  it("stays in state when the provider has none any more", async () => {
    const { terraform, clients } = await created({ name: "ambient" });
    clients.defaultTenantId = null;
    expect((await terraform.run({ name: "ambient" })).plan.action).toBe("no-op");
  });

  it("is an error that names both when the default is another one later", async () => {
    const { terraform, clients } = await created({ name: "ambient" });
    clients.defaultTenantId = "contoso.onmicrosoft.com";
    const { diagnostics } = await terraform.run({ name: "ambient" });
    expect(errors(diagnostics)).toEqual([
      expect.objectContaining({
        path: ["tenant_id"],
        detail: expect.stringMatching(new RegExp(`${TENANT}.*contoso`)),
      }),
    ]);
  });

  it("is not said of one that was written and is taken out", async () => {
    const { terraform, clients } = await created({ name: "ambient", tenant_id: "fabrikam.example" });
    clients.defaultTenantId = TENANT;
    const [found] = errors((await terraform.run({ name: "ambient" })).diagnostics) as unknown as {
      detail: string;
    }[];
    expect(found?.detail).toMatch(/fabrikam\.example/);
    expect(found?.detail).not.toMatch(/default then/);
  });

  it("has to come from somewhere", async () => {
    const { terraform, clients } = setup();
    clients.defaultTenantId = null;
    const { diagnostics } = await terraform.run({ name: "ambient" });
    expect(errors(diagnostics)).toEqual([expect.objectContaining({ path: ["tenant_id"] })]);
  });
});

describe("an update in place", () => {
  it.each([
    ["description", { ...base, description: "what for" }, false],
    ["name", { ...base, name: "renamed" }, false],
    ["client_id", { ...base, client_id: "44444444-4444-4444-4444-444444444444" }, true],
    ["auth", { ...base, auth: { azure_cli: {} } }, true],
    ["tenant_id", { ...base, tenant_id: "contoso.onmicrosoft.com" }, true],
    ["cloud", { ...base, cloud: "china" }, true],
  ])("of %s", async (_name, next, signsIn) => {
    const { terraform, clients } = await created();
    await terraform.newWalk();
    await terraform.refresh();
    clients.signIns.length = 0;
    const plan = await terraform.plan(next);
    expect(plan).toMatchObject({ action: "update", replaces: [] });
    // What turns unknown here would leak a diff into every sync that the connection is assigned to.
    expect(isUnknown((plan.planned as Record<string, Value>).granted_permissions)).toBe(signsIn);
    expect(errors(await terraform.apply(next, plan))).toEqual([]);
    expect(clients.signIns).toHaveLength(signsIn ? 1 : 0);
  });
});

describe("a refresh", () => {
  it.each([
    ["a refused credential", refused],
    ["a credential that this machine does not have", problem("invalid_input")],
    ["a missing permission", problem("forbidden")],
  ])("keeps the state after %s, marks it and warns", async (_name, refusal) => {
    const { terraform, clients } = await created();
    clients.refusals.set(CLIENT, refusal);
    await terraform.newWalk();
    const diagnostics = await terraform.refresh();
    expect(diagnostics).toEqual([expect.objectContaining({ severity: "warning" })]);
    expect(terraform.state).toMatchObject({
      status: "refused",
      granted_permissions: ["Synchronization.ReadWrite.All"],
    });
    expect(terraform.get("status_message")).toContain(refusal.summary);
  });

  it("is mended by an update in place", async () => {
    const { terraform, clients } = await created();
    clients.refusals.set(CLIENT, refused);
    await terraform.newWalk();
    await terraform.refresh();
    clients.refusals.clear();
    const plan = await terraform.plan(base);
    expect(plan.action).toBe("update");
    expect(errors(await terraform.apply(base, plan))).toEqual([]);
    expect(terraform.state).toMatchObject({ status: "ok", status_message: null });
  });

  it("fails with the reason when it is refused still", async () => {
    const { terraform, clients } = await created();
    clients.refusals.set(CLIENT, refused);
    const { plan, diagnostics } = await terraform.run(base);
    expect(plan.action).toBe("update");
    expect(errors(diagnostics)).toEqual([expect.objectContaining({ summary: refused.summary })]);
  });

  it("is an error when Entra cannot be reached", async () => {
    const { terraform, clients } = await created();
    clients.refusals.set(CLIENT, problem("unavailable"));
    await terraform.newWalk();
    expect(errors(await terraform.refresh())).toHaveLength(1);
  });

  it("calls nothing while the provider's configuration is unknown", async () => {
    const { terraform, clients, runtime } = await created({ name: "ambient" });
    clients.signIns.length = 0;
    runtime.unknown = true;
    await terraform.newWalk();
    expect(await terraform.refresh()).toEqual([]);
    const { planned } = await terraform.plan({ name: "ambient" });
    expect(planned).toMatchObject({ tenant_id: TENANT });
    expect(clients.signIns).toEqual([]);
  });
});

it("is forgotten by a destroy without a call", async () => {
  const { terraform, clients } = await created();
  clients.signIns.length = 0;
  expect(await terraform.destroy()).toEqual([]);
  expect(terraform.state).toBeNull();
  expect(clients.signIns).toEqual([]);
});

describe("an import", () => {
  it("takes tenant and name from the id", async () => {
    const { terraform } = setup();
    expect(errors(await terraform.import(`${TENANT}/entra-prod`))).toEqual([]);
    const { plan, diagnostics } = await terraform.run(base);
    expect(errors(diagnostics)).toEqual([]);
    expect(plan.action).toBe("update");
  });

  it("plans nothing where no more is written than it can be imported with", async () => {
    const { terraform } = setup();
    await terraform.import(`${TENANT}/entra-prod`);
    await terraform.refresh();
    expect(terraform.state).toMatchObject({ cloud: "public", status: "ok" });
    expect((await terraform.plan({ name: "entra-prod", tenant_id: TENANT })).action).toBe("no-op");
  });

  it.each(["", "x", "a/b/c", "/name", "tenant/"])('refuses "%s"', async (id) => {
    const { terraform } = setup();
    expect(errors(await terraform.import(id))).toEqual([
      expect.objectContaining({ detail: expect.stringContaining("<tenant_id>/<name>") }),
    ]);
  });
});

describe("bad input at validate", () => {
  it.each([
    ["an upper-case name", { ...base, name: "Prod" }, ["name"]],
    ["a name that is too long", { ...base, name: "a".repeat(33) }, ["name"]],
    ["a tenant that is neither UUID nor domain", { ...base, tenant_id: "contoso" }, ["tenant_id"]],
    ["a client id that is no UUID", { ...base, client_id: "app" }, ["client_id"]],
    [
      "two ways to sign in",
      { ...base, auth: { client_secret: secretInInfisical, client_certificate: { path: "/c.pem" } } },
      ["auth", "client_certificate"],
    ],
    ["no way to sign in", { ...base, auth: {} }, ["auth"]],
    [
      "a certificate from two places",
      {
        ...base,
        auth: {
          client_certificate: { path: "/c.pem", environment: "prod", secret_path: "/", secret_key: "K" },
        },
      },
      undefined,
    ],
    [
      "a certificate from nowhere",
      { ...base, auth: { client_certificate: { password_key: "K" } } },
      undefined,
    ],
    [
      "a certificate without its folder",
      { ...base, auth: { client_certificate: { secret_key: "K" } } },
      undefined,
    ],
  ])("%s", async (_name, config, path) => {
    const { terraform } = setup();
    const found = errors(await terraform.validate(config));
    expect(found).not.toEqual([]);
    if (path !== undefined) expect(found).toContainEqual(expect.objectContaining({ path }));
  });

  it("refuses two branches that say nothing at plan, since dynamic ones look the same during validate", async () => {
    const { terraform } = setup();
    const both = { ...base, auth: { azure_cli: {}, managed_identity: {} } };
    expect(await terraform.validate(both)).toEqual([]);
    await terraform.newWalk();
    expect(errors((await terraform.plan(both)).diagnostics)).toHaveLength(1);
  });

  it("postpones what is not known yet", async () => {
    const { terraform } = setup();
    const unknownSecret = { environment: UNKNOWN, secret_path: UNKNOWN, secret_key: UNKNOWN };
    expect(
      await terraform.validate({ ...base, auth: { client_secret: unknownSecret, azure_cli: {} } }),
    ).toEqual([]);
  });
});

it("keeps state assignable to the model", () => {
  expect(stateFitsModel({ tenant_id: TENANT } as State<typeof connectionSchema>)).toEqual({
    tenant_id: TENANT,
  });
});

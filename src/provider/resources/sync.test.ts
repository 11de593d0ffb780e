import { Problem } from "../../core/problem";
import { Secret } from "../../core/secret";
import type { State } from "../../framework/infer";
import { isUnknown, UNKNOWN, type Value } from "../../framework/value";
import type { Sync } from "../../sync/model";
import { fakeClock, job, OBJECT_ID, problem } from "../../sync/testing/fakes";
import { createRuntime, type Runtime } from "../runtime";
import { FakeClients, TENANT } from "../testing/fake-clients";
import { fill, type Plain, SimulatedTerraform } from "../testing/simulated-terraform";
import type { SyncSchema } from "./sync-plan";

/** Compiles only while state fits the model that engine, command line and controller share. */
const stateFitsModel: (state: State<SyncSchema>) => Sync = (state) => state;

const connection = { tenant_id: TENANT, client_id: null, cloud: "public", auth: null };
const source = { environment: "prod", secret_path: "/scim", secret_key: "TOKEN" };
const base: Plain = {
  name: "servicenow",
  source,
  destination: { connection, service_principal_id: OBJECT_ID },
};
const withDestination = (more: Plain): Plain => ({
  ...base,
  destination: { connection, service_principal_id: OBJECT_ID, ...more },
});

function setup() {
  const clients = new FakeClients();
  const clock = fakeClock();
  const runtime: { unknown: boolean; current: Runtime | null } = { unknown: false, current: null };
  const terraform = new SimulatedTerraform(
    "entrascim_sync",
    () => {
      runtime.current = createRuntime(
        runtime.unknown ? null : clients,
        runtime.unknown ? ["azure.tenant_id"] : [],
        clock,
      );
      return runtime.current;
    },
    clock,
  );
  const writes = () => clients.destination.calls.filter((name) => name.startsWith("put")).length;
  const rotate = (version: number, value = `token-v${version}`) => {
    clients.source.secret = { ...clients.source.secret!, version, value: new Secret(value) };
  };
  return { clients, clock, terraform, writes, rotate, runtime };
}

async function created(plain: Plain = base) {
  const fixture = setup();
  const { diagnostics } = await fixture.terraform.run(plain);
  expect(diagnostics.filter((one) => one.severity === "error")).toEqual([]);
  fixture.clients.destination.calls.length = 0;
  return fixture;
}

const errors = (diagnostics: readonly { severity: string }[]) =>
  diagnostics.filter((one) => one.severity === "error");
const resourceNotFound = () => {
  throw problem("not_found", { vendorCode: "Request_ResourceNotFound" });
};

describe("a create", () => {
  it("pushes and stores what it pushed, without the token", async () => {
    const { terraform, clients } = await created();
    expect(clients.destination.stored.get("SecretToken")).toBe("token-v4");
    expect(terraform.get("sync_status")).toBe("synced");
    expect(terraform.get("synced_version")).toBe(4);
    expect(terraform.get("id")).toBe(OBJECT_ID);
    expect(terraform.get("source", "project_id")).toBe("default-project");
    expect(JSON.stringify(terraform.state)).not.toContain("token-v4");
  });

  it("is planned with what apply decides left open, and the rest known", async () => {
    const { terraform } = setup();
    await terraform.newWalk();
    const { planned, action } = await terraform.plan(base);
    expect(action).toBe("create");
    expect(planned).toMatchObject({
      sync_status: "synced",
      sync_message: null,
      id: OBJECT_ID,
      on_destroy: "retain",
    });
    expect(isUnknown((planned as Record<string, Value>).synced_version)).toBe(true);
  });

  it("is followed by a plan without changes, which sends nothing", async () => {
    const { terraform, writes } = await created();
    const { plan, diagnostics } = await terraform.run(base);
    expect(plan.action).toBe("no-op");
    expect(diagnostics).toEqual([]);
    expect(writes()).toBe(0);
  });

  it("pushes with auto sync off as well", async () => {
    const { clients } = await created({ ...base, auto_sync_enabled: false });
    expect(clients.destination.stored.get("SecretToken")).toBe("token-v4");
  });

  it("warns of a token that is there already", async () => {
    const { terraform, clients } = setup();
    clients.destination.stored.set("SecretToken", "somebody's");
    const { diagnostics } = await terraform.run(base);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ severity: "warning", summary: "The application has a token already" }),
    );
  });

  it("returns no state when nothing was written", async () => {
    const { terraform, clients } = setup();
    clients.destination.on = {
      putSecrets: () => {
        throw problem("forbidden");
      },
    };
    const { diagnostics } = await terraform.run(base);
    expect(errors(diagnostics)).toHaveLength(1);
    expect(terraform.state).toBeNull();
  });

  it("returns state with the error when the write could not be confirmed, and the next run converges", async () => {
    const { terraform, clients } = setup();
    clients.destination.on = {
      putSecrets: (n) => {
        if (n === 1) throw problem("timeout");
      },
    };
    const { diagnostics } = await terraform.run({ ...base, on_destroy: "clear" });
    expect(errors(diagnostics)).toHaveLength(1);
    expect(terraform.get("sync_status")).toBe("incomplete");
    const second = await terraform.run({ ...base, on_destroy: "clear" });
    expect(errors(second.diagnostics)).toEqual([]);
    expect(terraform.get("sync_status")).toBe("synced");
  });
});

describe("a rotation", () => {
  it("shows in the diff itself and is pushed", async () => {
    const { terraform, rotate, clients } = await created();
    rotate(7);
    const { plan } = await terraform.run(base);
    expect(plan.action).toBe("update");
    expect(plan.planned).toMatchObject({ sync_status: "synced", sync_message: null });
    expect(clients.destination.stored.get("SecretToken")).toBe("token-v7");
    expect(terraform.get("synced_version")).toBe(7);
  });

  it("is told in state before the plan", async () => {
    const { terraform, rotate } = await created();
    rotate(7);
    await terraform.newWalk();
    await terraform.refresh();
    expect(terraform.get("sync_status")).toBe("rotated");
    expect(terraform.get("sync_message")).toContain("Infisical holds version 7");
    expect(terraform.get("synced_version")).toBe(4);
  });

  it("survives a second rotation between plan and apply", async () => {
    const { terraform, rotate } = await created();
    rotate(7);
    await terraform.newWalk();
    await terraform.refresh();
    const plan = await terraform.plan(base);
    rotate(8);
    expect(errors(await terraform.apply(base, plan))).toEqual([]);
    expect(terraform.get("synced_version")).toBe(8);
  });

  it("with auto sync off is a warning and no change, until sync_trigger changes", async () => {
    const manual = { ...base, auto_sync_enabled: false };
    const { terraform, rotate, writes } = await created(manual);
    rotate(7);
    const waiting = await terraform.run(manual);
    expect(waiting.plan.action).toBe("no-op");
    expect(waiting.diagnostics).toEqual([
      expect.objectContaining({ severity: "warning", summary: "A newer token is waiting" }),
    ]);
    expect(writes()).toBe(0);
    const triggered = await terraform.run({ ...manual, sync_trigger: "2026-11" });
    expect(triggered.plan.action).toBe("update");
    expect(writes()).toBe(1);
    expect(terraform.get("synced_version")).toBe(7);
  });

  it("leaves a pin alone, whose change is known in the plan", async () => {
    const pinned = { ...base, source: { ...source, version: 4 } };
    const { terraform, rotate } = await created(pinned);
    rotate(7);
    expect((await terraform.run(pinned)).plan.action).toBe("no-op");
    const raised = await terraform.run({ ...base, source: { ...source, version: 7 } });
    expect(raised.plan.planned).toMatchObject({ synced_version: 7 });
    expect(terraform.get("synced_version")).toBe(7);
  });

  it("of a secret under the same name but another id is pushed", async () => {
    const { terraform, clients, writes } = await created();
    clients.source.secret = { ...clients.source.secret!, id: "s2", version: 1 };
    await terraform.run(base);
    expect(writes()).toBe(1);
    expect(terraform.get("synced_secret_id")).toBe("s2");
  });
});

describe("an update in place that sends nothing", () => {
  it.each([
    ["name", { ...base, name: "renamed" }],
    ["description", { ...base, description: "what for" }],
    ["validation", { ...base, validation: "strict" }],
    ["on_destroy", { ...base, on_destroy: "clear" }],
    ["recover_from_quarantine", { ...base, recover_from_quarantine: false }],
    ["plan_checks", { ...base, plan_checks: "warn" }],
    ["timeouts", { ...base, timeouts: { create: "1m" } }],
    [
      "the connection's client",
      withDestination({ connection: { ...connection, client_id: "33333333-3333-3333-3333-333333333333" } }),
    ],
    [
      "the connection's auth",
      withDestination({
        connection: {
          ...connection,
          auth: {
            client_secret: null,
            client_certificate: null,
            workload_identity: { token_file_path: null },
            managed_identity: null,
            azure_cli: null,
          },
        },
      }),
    ],
  ])("%s", async (_name, next) => {
    const { terraform, writes } = await created();
    const { plan, diagnostics } = await terraform.run(next);
    expect(diagnostics).toEqual([]);
    expect(plan.action).toBe("update");
    expect(writes()).toBe(0);
  });

  it("puts a default back when it is taken out of the configuration", async () => {
    const { terraform } = await created({ ...base, on_destroy: "clear", validation: "off" });
    const { plan } = await terraform.run(base);
    expect(plan.planned).toMatchObject({ on_destroy: "retain", validation: "standard" });
    expect(terraform.get("on_destroy")).toBe("retain");
  });
});

describe("an update in place that pushes", () => {
  it.each([
    ["the source's key", { ...base, source: { ...source, secret_key: "OTHER" } }],
    ["the source's path", { ...base, source: { ...source, secret_path: "/other" } }],
    ["the source's project", { ...base, source: { ...source, project_id: "another" } }],
    ["sync_trigger", { ...base, sync_trigger: "now" }],
    ["a base address", withDestination({ base_address: "https://app.example.com/scim" })],
    [
      "another tenant",
      withDestination({ connection: { ...connection, tenant_id: "44444444-4444-4444-4444-444444444444" } }),
    ],
    ["another cloud", withDestination({ connection: { ...connection, cloud: "usgovernment" } })],
  ])("%s", async (_name, next) => {
    const { terraform, writes } = await created();
    const { plan, diagnostics } = await terraform.run(next);
    expect(errors(diagnostics)).toEqual([]);
    expect(plan.action).toBe("update");
    expect(writes()).toBe(1);
  });

  it("a token that somebody removed", async () => {
    const { terraform, clients, writes } = await created();
    clients.destination.stored.delete("SecretToken");
    await terraform.run(base);
    expect(writes()).toBe(1);
  });

  it("a managed base address that somebody changed", async () => {
    const managed = withDestination({ base_address: "https://app.example.com/scim?x" });
    const { terraform, clients } = await created(managed);
    clients.destination.stored.set("BaseAddress", "https://evil.example.net");
    await terraform.run(managed);
    expect(clients.destination.stored.get("BaseAddress")).toBe("https://app.example.com/scim?x");
  });

  it("and only warns of one that is not managed", async () => {
    const { terraform, clients, writes } = await created();
    clients.destination.stored.set("BaseAddress", "https://evil.example.net");
    const { plan, diagnostics } = await terraform.run(base);
    expect(plan.action).toBe("no-op");
    expect(writes()).toBe(0);
    expect(diagnostics).toEqual([
      expect.objectContaining({ severity: "warning", summary: "The tenant URL was changed in Entra" }),
    ]);
  });
});

describe("token_wo", () => {
  const given = (token: unknown, version: number): Plain => {
    const { source: _, ...rest } = base;
    return { ...rest, token_wo: token, token_wo_version: version };
  };

  it("is pushed and never stored or planned", async () => {
    const { terraform, clients } = await created(given("from-vault", 1));
    expect(clients.destination.stored.get("SecretToken")).toBe("from-vault");
    expect(JSON.stringify(terraform.state)).not.toContain("from-vault");
    expect(terraform.get("source")).toBeNull();
    expect(terraform.get("synced_version")).toBeNull();
    expect(clients.source.calls).toEqual([]);
  });

  it("is pushed again by a new version alone", async () => {
    const { terraform, writes, clients } = await created(given("from-vault", 1));
    expect((await terraform.run(given("changed", 1))).plan.action).toBe("no-op");
    expect(writes()).toBe(0);
    await terraform.run(given("changed", 2));
    expect(clients.destination.stored.get("SecretToken")).toBe("changed");
  });

  it("may be unknown while Terraform plans", async () => {
    const { terraform } = setup();
    await terraform.newWalk();
    const plan = await terraform.plan(given(UNKNOWN, 1));
    expect(errors(plan.diagnostics)).toEqual([]);
    expect(errors(await terraform.apply(given("now known", 1), plan))).toEqual([]);
  });

  it.each([
    [
      "neither",
      () => {
        const { source: _, ...rest } = base;
        return rest;
      },
    ],
    ["both", () => ({ ...base, token_wo: "x", token_wo_version: 1 })],
    ["a token without version", () => given("x", null as unknown as number)],
  ])("%s is refused at validate", async (_name, config) => {
    const { terraform } = setup();
    expect(errors(await terraform.validate(config()))).not.toEqual([]);
  });
});

describe("refresh", () => {
  it("removes a sync only when its service principal is gone for certain", async () => {
    const { terraform, clients } = await created();
    clients.destination.on = {
      secrets: resourceNotFound,
      jobs: resourceNotFound,
      servicePrincipal: resourceNotFound,
    };
    await terraform.newWalk();
    await terraform.refresh();
    expect(terraform.state).toBeNull();
    // A destroy plans normally first, so what refresh found gone must not stop it.
    expect((await terraform.plan(base)).diagnostics).toEqual([
      expect.objectContaining({ severity: "warning" }),
    ]);
  });

  it.each(["unavailable", "timeout", "throttled", "untrusted", "unexpected_response"] as const)(
    "is an error for %s, and the state stays",
    async (code) => {
      const { terraform, clients } = await created();
      const before = terraform.state;
      clients.destination.on = {
        secrets: () => {
          throw problem(code);
        },
      };
      await terraform.newWalk();
      expect(errors(await terraform.refresh())).toHaveLength(1);
      expect(terraform.state).toBe(before);
    },
  );

  it("tells a secret that is gone, so that destroy works, and warns", async () => {
    const { terraform, clients } = await created();
    clients.source.secret = null;
    const { plan, diagnostics } = await terraform.run(base);
    expect(plan.action).toBe("no-op");
    expect(errors(diagnostics)).toEqual([]);
    expect(terraform.get("sync_status")).toBe("secret_missing");
    expect(errors(await terraform.destroy())).toEqual([]);
    expect(terraform.state).toBeNull();
  });

  it("calls nothing while the provider's configuration is unknown", async () => {
    const { terraform, clients, runtime } = await created();
    const before = terraform.state;
    clients.source.calls.length = 0;
    runtime.unknown = true;
    await terraform.newWalk();
    expect(await terraform.refresh()).toEqual([]);
    const { planned, diagnostics } = await terraform.plan(base);
    expect(terraform.state).toEqual(before);
    expect(diagnostics).toEqual([]);
    expect(isUnknown(((planned as Record<string, Value>).source as Record<string, Value>).project_id)).toBe(
      true,
    );
    expect([...clients.destination.calls, ...clients.source.calls]).toEqual([]);
  });
});

describe("credentials that are refused", () => {
  const refused = new Problem("unauthenticated", {
    summary: "Microsoft Entra ID refused the client secret",
    detail: "AADSTS7000222: it has expired.",
  });
  const other = withDestination({
    connection: { ...connection, client_id: "33333333-3333-3333-3333-333333333333" },
  });

  async function locked() {
    const fixture = await created();
    fixture.clients.refusals.set("", refused);
    await fixture.terraform.newWalk();
    const diagnostics = await fixture.terraform.refresh();
    return { ...fixture, diagnostics };
  }

  it("keep the state, mark it with the reason, and warn", async () => {
    const { terraform, diagnostics } = await locked();
    expect(errors(diagnostics)).toEqual([]);
    expect(diagnostics).toHaveLength(1);
    expect(terraform.get("sync_status")).toBe("unreadable");
    expect(terraform.get("sync_message")).toContain("AADSTS7000222");
    expect(terraform.get("synced_version")).toBe(4);
  });

  it("make an update in place whose apply fails with the reason while they are refused", async () => {
    const { terraform } = await locked();
    const plan = await terraform.plan(base);
    expect(plan.action).toBe("update");
    const diagnostics = await terraform.apply(base, plan);
    expect(errors(diagnostics)).toEqual([expect.objectContaining({ summary: refused.summary })]);
    expect(terraform.get("sync_status")).toBe("unreadable");
  });

  it("are mended by another client: the apply reads again and sends nothing that need not be sent", async () => {
    const { terraform, writes } = await locked();
    const plan = await terraform.plan(other);
    expect(errors(await terraform.apply(other, plan))).toEqual([]);
    expect(terraform.get("sync_status")).toBe("synced");
    expect(writes()).toBe(0);
  });

  it("are mended by another client, with the push that became due meanwhile", async () => {
    const { terraform, rotate, clients } = await locked();
    rotate(7);
    const plan = await terraform.plan(other);
    expect(errors(await terraform.apply(other, plan))).toEqual([]);
    expect(clients.destination.stored.get("SecretToken")).toBe("token-v7");
    expect(terraform.get("sync_status")).toBe("synced");
  });

  it("do not stop a destroy that retains", async () => {
    const { terraform } = await locked();
    await terraform.plan(base);
    expect(errors(await terraform.destroy())).toEqual([]);
  });

  it("are an error for a create, at plan", async () => {
    const { terraform, clients } = setup();
    clients.refusals.set("", refused);
    const { diagnostics } = await terraform.run(base);
    expect(errors(diagnostics)).toEqual([
      expect.objectContaining({ summary: refused.summary, path: ["destination", "connection"] }),
    ]);
  });

  it("of Infisical mark a sync unreadable as well", async () => {
    const { terraform, clients } = await created();
    clients.source.fault = problem("forbidden");
    await terraform.newWalk();
    expect(errors(await terraform.refresh())).toEqual([]);
    expect(terraform.get("sync_status")).toBe("unreadable");
  });

  it("never hide an unconfirmed push", async () => {
    const { terraform, clients } = setup();
    clients.destination.on = {
      putSecrets: () => {
        throw problem("timeout");
      },
    };
    await terraform.run(base);
    clients.refusals.set("", refused);
    await terraform.newWalk();
    await terraform.refresh();
    expect(terraform.get("sync_status")).toBe("incomplete");
  });
});

describe("what plan checks", () => {
  it.each([
    ["error", "error"],
    ["warn", "warning"],
  ])("of a missing secret is, with plan_checks = %s, an %s", async (checks, severity) => {
    const { terraform, clients } = setup();
    clients.source.secret = null;
    await terraform.newWalk();
    const { diagnostics } = await terraform.plan({ ...base, plan_checks: checks });
    expect(diagnostics).toEqual([expect.objectContaining({ severity, path: ["source", "secret_key"] })]);
  });

  it.each([
    ["error", "error"],
    ["warn", "warning"],
  ])(
    "of an unknown service principal is, with plan_checks = %s, an %s after 30 s",
    async (checks, severity) => {
      const { terraform, clients, clock } = setup();
      clients.destination.on = {
        secrets: resourceNotFound,
        jobs: resourceNotFound,
        servicePrincipal: resourceNotFound,
      };
      await terraform.newWalk();
      const { diagnostics } = await terraform.plan({ ...base, plan_checks: checks });
      expect(diagnostics).toEqual([
        expect.objectContaining({ severity, path: ["destination", "service_principal_id"] }),
      ]);
      expect(clock.waits.reduce((a, b) => a + b, 0)).toBe(30_000);
    },
  );

  it("enters no planned value: what is not known yet is skipped", async () => {
    const { terraform, clients } = setup();
    await terraform.newWalk();
    const { diagnostics } = await terraform.plan({
      ...base,
      destination: { connection: UNKNOWN, service_principal_id: UNKNOWN },
    });
    expect(errors(diagnostics)).toEqual([]);
    expect(clients.signIns).toEqual([]);
    expect(clients.destination.calls).toEqual([]);
  });

  it("needs a project from somewhere", async () => {
    const { terraform, clients } = setup();
    clients.defaultProjectId = null;
    await terraform.newWalk();
    const { diagnostics } = await terraform.plan(base);
    expect(errors(diagnostics)).toEqual([expect.objectContaining({ path: ["source", "project_id"] })]);
  });
});

describe("two syncs with one destination in one run", () => {
  it("are an error that names both, at plan and at apply", async () => {
    const { terraform } = setup();
    await terraform.newWalk();
    await terraform.plan(base);
    const { diagnostics } = await terraform.plan({ ...base, name: "another" });
    expect(errors(diagnostics)).toEqual([
      expect.objectContaining({ detail: expect.stringMatching(/"servicenow" and "another"/) }),
    ]);
  });

  it("planned again under the same name are one", async () => {
    const { terraform } = setup();
    await terraform.newWalk();
    await terraform.plan(base);
    expect(errors((await terraform.plan(base)).diagnostics)).toEqual([]);
  });
});

describe("a replacement", () => {
  const OTHER = "55555555-5555-5555-5555-555555555555";

  it("follows from another service principal, and plans twice", async () => {
    const { terraform } = await created();
    const { plan, diagnostics } = await terraform.run(withDestination({ service_principal_id: OTHER }));
    expect(plan).toMatchObject({ action: "replace", replaces: ["destination.service_principal_id"] });
    expect(errors(diagnostics)).toEqual([]);
    expect(terraform.get("id")).toBe(OTHER);
  });
});

describe("a destroy", () => {
  it("retains the token and says so, without a call", async () => {
    const { terraform, clients } = await created();
    const diagnostics = await terraform.destroy();
    expect(diagnostics).toEqual([
      expect.objectContaining({ severity: "warning", summary: "The token stays on the service principal" }),
    ]);
    expect(terraform.state).toBeNull();
    expect(clients.destination.calls).toEqual([]);
  });

  it("clears the token with on_destroy = clear", async () => {
    const { terraform, clients } = await created({ ...base, on_destroy: "clear" });
    expect(await terraform.destroy()).toEqual([]);
    expect(clients.destination.stored.has("SecretToken")).toBe(false);
    expect(clients.destination.stored.has("BaseAddress")).toBe(true);
  });

  it("keeps the state when clearing fails", async () => {
    const { terraform, clients } = await created({ ...base, on_destroy: "clear" });
    clients.destination.on = {
      putSecrets: () => {
        throw problem("unavailable");
      },
    };
    expect(errors(await terraform.destroy())).toHaveLength(1);
    expect(terraform.state).not.toBeNull();
  });

  it("takes a service principal that is gone for success", async () => {
    const { terraform, clients } = await created({ ...base, on_destroy: "clear" });
    clients.destination.on = {
      secrets: resourceNotFound,
      jobs: resourceNotFound,
      servicePrincipal: resourceNotFound,
    };
    expect(await terraform.destroy()).toEqual([]);
    expect(terraform.state).toBeNull();
  });

  it("does not clear what was never confirmed", async () => {
    const { terraform, clients } = setup();
    clients.destination.on = {
      putSecrets: (n) => {
        if (n === 1) throw problem("timeout");
      },
    };
    clients.destination.stored.set("SecretToken", "somebody's");
    await terraform.run({ ...base, on_destroy: "clear" });
    expect(await terraform.destroy()).toEqual([
      expect.objectContaining({ severity: "warning", summary: "The token was not removed" }),
    ]);
    expect(clients.destination.stored.get("SecretToken")).toBe("somebody's");
  });

  it("does not clear where this process has pushed under another name", async () => {
    const { clients, terraform } = await created({ ...base, on_destroy: "clear" });
    const server = terraform.newProcess();
    await server.configure({ config: fill(server.schemas().provider, {}), terraformVersion: "1.11.4" });
    const renamed = { ...base, name: "renamed", on_destroy: "clear" };
    const config = fill(terraform.schema, renamed);
    const planned = await server.plan({
      type: "entrascim_sync",
      prior: null,
      proposed: config,
      config,
      private: new Uint8Array(),
    });
    await server.apply({
      type: "entrascim_sync",
      prior: null,
      planned: planned.planned,
      config,
      private: planned.private,
    });
    const gone = await server.apply({
      type: "entrascim_sync",
      prior: terraform.state,
      planned: null,
      config: null,
      private: new Uint8Array(),
    });
    expect(gone.diagnostics).toEqual([
      expect.objectContaining({ severity: "warning", detail: expect.stringContaining("moved") }),
    ]);
    expect(clients.destination.stored.get("SecretToken")).toBe("token-v4");
  });
});

describe("an import", () => {
  it.each([
    ["the object id alone", OBJECT_ID],
    ["tenant and object id", `${TENANT}/${OBJECT_ID}`],
  ])("by %s is followed by an update in place that pushes", async (_name, id) => {
    const { terraform, writes } = setup();
    expect(errors(await terraform.import(id))).toEqual([]);
    expect(terraform.get("on_destroy")).toBe("retain");
    expect(terraform.get("destination", "connection")).toBeNull();
    const { plan, diagnostics } = await terraform.run(base);
    expect(errors(diagnostics)).toEqual([]);
    expect(plan).toMatchObject({ action: "update", replaces: [] });
    expect(writes()).toBe(1);
    expect((await terraform.run(base)).plan.action).toBe("no-op");
  });

  it("looks with the provider's own credentials, and not finding it is an error", async () => {
    const { terraform, clients } = setup();
    clients.destination.on = {
      secrets: resourceNotFound,
      jobs: resourceNotFound,
      servicePrincipal: resourceNotFound,
    };
    expect(errors(await terraform.import(OBJECT_ID))).toHaveLength(1);
  });

  it("of another tenant keeps what it has and says so", async () => {
    const { terraform, clients } = setup();
    const diagnostics = await terraform.import(`99999999-9999-9999-9999-999999999999/${OBJECT_ID}`);
    expect(diagnostics).toEqual([expect.objectContaining({ severity: "warning" })]);
    expect(clients.destination.calls).toEqual([]);
    expect(terraform.get("id")).toBe(OBJECT_ID);
  });

  it("says what a provisioning job is in", async () => {
    const { terraform, clients } = setup();
    clients.destination.jobsNow = [
      job({ status: "Quarantine", quarantineReason: "EncounteredQuarantineException" }),
    ];
    await terraform.import(OBJECT_ID);
    expect(terraform.get("provisioning_job", "status")).toBe("Quarantine");
  });

  it.each(["", "x", "a/b/c", `/${OBJECT_ID}`, "not-a-uuid", `${TENANT}/`])('refuses "%s"', async (id) => {
    const { terraform } = setup();
    expect(errors(await terraform.import(id))).toEqual([
      expect.objectContaining({ detail: expect.stringContaining("<service_principal_id>") }),
    ]);
  });
});

describe("bad input at validate", () => {
  it.each([
    ["an upper-case name", { ...base, name: "ServiceNow" }, ["name"]],
    ["a name that is too long", { ...base, name: "a".repeat(257) }, ["name"]],
    ["a description that is too long", { ...base, description: "a".repeat(257) }, ["description"]],
    [
      "a path without leading slash",
      { ...base, source: { ...source, secret_path: "scim" } },
      ["source", "secret_path"],
    ],
    [
      "an environment that is no slug",
      { ...base, source: { ...source, environment: "Prod" } },
      ["source", "environment"],
    ],
    [
      "a version that is no whole number",
      { ...base, source: { ...source, version: 1.5 } },
      ["source", "version"],
    ],
    ["an explicit null key", { ...base, source: { ...source, secret_key: null } }, ["source", "secret_key"]],
    [
      "an object id that is no UUID",
      withDestination({ service_principal_id: "app" }),
      ["destination", "service_principal_id"],
    ],
    [
      "a base address over http",
      withDestination({ base_address: "http://app.example.com" }),
      ["destination", "base_address"],
    ],
    [
      "an unknown cloud",
      withDestination({ connection: { ...connection, cloud: "germany" } }),
      ["destination", "connection", "cloud"],
    ],
    ["an explicit null connection", withDestination({ connection: null }), ["destination", "connection"]],
    ["an unknown on_destroy", { ...base, on_destroy: "delete" }, ["on_destroy"]],
    ["a timeout that is no duration", { ...base, timeouts: { create: "soon" } }, ["timeouts", "create"]],
  ])("%s", async (_name, config, path) => {
    const { terraform } = setup();
    expect(errors(await terraform.validate(config as Plain))).toContainEqual(
      expect.objectContaining({ path }),
    );
  });

  it("accepts what is fine, and what is not known yet", async () => {
    const { terraform } = setup();
    expect(await terraform.validate(base)).toEqual([]);
    expect(
      await terraform.validate({
        ...base,
        name: UNKNOWN,
        source: { ...source, secret_key: UNKNOWN },
        description: UNKNOWN,
      }),
    ).toEqual([]);
  });
});

it("keeps state assignable to the model", () => {
  expect(stateFitsModel({ name: "x" } as State<SyncSchema>)).toEqual({ name: "x" });
});

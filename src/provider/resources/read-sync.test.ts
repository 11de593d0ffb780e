import { Problem } from "../../core/problem";
import { isUnknown, type Value } from "../../framework/value";
import { job, OBJECT_ID, problem } from "../../sync/testing/fakes";
import { TENANT } from "../testing/fake-clients";
import {
  base,
  connection,
  created,
  errors,
  resourceNotFound,
  setup,
  withDestination,
} from "../testing/sync-fixture";

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

  it("whose service principal goes before the first apply is removed, so that a destroy is not blocked", async () => {
    const { terraform, clients } = setup();
    await terraform.import(OBJECT_ID);
    clients.destination.on = {
      secrets: resourceNotFound,
      jobs: resourceNotFound,
      servicePrincipal: resourceNotFound,
    };
    await terraform.newWalk();
    expect(errors(await terraform.refresh())).toEqual([]);
    expect(terraform.state).toBeNull();
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

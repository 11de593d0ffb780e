import { base, connection, created, errors, source, withDestination } from "../testing/sync-fixture";

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
    const still = await terraform.run(pinned);
    expect(still.plan.action).toBe("no-op");
    expect(still.diagnostics).toEqual([
      expect.objectContaining({
        severity: "warning",
        summary: "A newer version than the pinned one is there",
        detail: expect.stringContaining("version 4 is pinned, and Infisical holds version 7"),
        path: ["source", "version"],
      }),
    ]);
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

describe("another letter case", () => {
  const MIXED = "aBcDef00-0000-4000-8000-00000000000f";
  const named = (id: string, tenant = "Contoso.example") =>
    withDestination({ service_principal_id: id, connection: { ...connection, tenant_id: tenant } });

  it.each([
    ["upper", MIXED.toUpperCase()],
    ["lower", MIXED.toLowerCase()],
  ])("of the service principal, in %s case, changes nothing", async (_name, id) => {
    const { terraform, writes } = await created(named(MIXED));
    const { plan, diagnostics } = await terraform.run(named(id));
    expect({ action: plan.action, diagnostics }).toEqual({ action: "no-op", diagnostics: [] });
    expect(terraform.get("id")).toBe(MIXED);
    expect(writes()).toBe(0);
  });

  it("of the service principal beside a change that pushes is an update that keeps the stored spelling", async () => {
    const { terraform, writes } = await created(named(MIXED));
    const { plan, diagnostics } = await terraform.run({ ...named(MIXED.toUpperCase()), sync_trigger: "now" });
    expect({ action: plan.action, errors: errors(diagnostics) }).toEqual({ action: "update", errors: [] });
    expect(terraform.get("destination", "service_principal_id")).toBe(MIXED);
    expect(terraform.get("id")).toBe(MIXED);
    expect(writes()).toBe(1);
  });

  it("of the tenant is an update that sends nothing", async () => {
    const { terraform, writes } = await created(named(MIXED));
    const { plan } = await terraform.run(named(MIXED, "contoso.EXAMPLE"));
    expect(plan.action).toBe("update");
    expect(writes()).toBe(0);
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

  it("and warns before a rotated token goes to one that is not managed and was changed", async () => {
    const { terraform, clients, rotate } = await created();
    clients.destination.stored.set("BaseAddress", "https://evil.example.net/x");
    rotate(5);
    await terraform.newWalk();
    await terraform.refresh();
    const { diagnostics } = await terraform.plan(base);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        severity: "warning",
        summary: "The tenant URL was changed in Entra",
        detail: expect.stringContaining("https://evil.example.net/x. The token of this plan is sent there."),
      }),
    ]);
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

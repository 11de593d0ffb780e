import { UNKNOWN } from "../../framework/value";
import { OBJECT_ID } from "../../sync/testing/fakes";
import { fill, type Plain } from "../testing/simulated-terraform";
import { base, connection, errors, resourceNotFound, setup, source } from "../testing/sync-fixture";

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
  ])("of a pin that is not there is, with plan_checks = %s, an %s", async (checks, severity) => {
    const { terraform } = setup();
    await terraform.newWalk();
    const pinned = { ...base, source: { ...source, version: 99 }, plan_checks: checks };
    const { diagnostics } = await terraform.plan(pinned);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        severity,
        summary: "The pinned version does not exist",
        path: ["source", "version"],
      }),
    ]);
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

  it("waits for no more service principals once ten in a row did not come: the tenant is another one", async () => {
    const { terraform, clients, clock } = setup();
    clients.destination.on = {
      secrets: resourceNotFound,
      jobs: resourceNotFound,
      servicePrincipal: resourceNotFound,
    };
    await terraform.newWalk();
    const ids = Array.from({ length: 15 }, (_, index) => OBJECT_ID.replace(/1$/, index.toString(16)));
    for (const id of ids) {
      const { diagnostics } = await terraform.plan({
        ...base,
        destination: { connection, service_principal_id: id },
      });
      expect(errors(diagnostics)).toHaveLength(1);
    }
    expect(clock.waits.reduce((a, b) => a + b, 0)).toBe(10 * 30_000);
  });

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

  it("fail at apply as well, with that one error and nothing sent", async () => {
    const { terraform, writes } = setup();
    const another = { ...base, name: "another" };
    await terraform.newWalk();
    const { planned } = await terraform.plan(another);
    const server = terraform.newProcess();
    await server.configure({ config: fill(server.schemas().provider, {}), terraformVersion: "1.11.4" });
    const common = { type: "entrascim_sync", prior: null, private: new Uint8Array() };
    const config = fill(terraform.schema, base);
    await server.plan({ ...common, config, proposed: config });
    const result = await server.apply({ ...common, config: fill(terraform.schema, another), planned });
    expect(errors(result.diagnostics)).toEqual([
      expect.objectContaining({ summary: "Two syncs have the same destination" }),
    ]);
    expect(result.state).toBeNull();
    expect(writes()).toBe(0);
  });

  it.each<[string, Plain]>([
    [
      "whose tenant is written as its domain",
      { connection: { ...connection, tenant_id: "contoso.example" }, service_principal_id: OBJECT_ID },
    ],
    ["whose connection is not known yet", { connection: UNKNOWN, service_principal_id: OBJECT_ID }],
  ])("are found %s", async (_name, destination) => {
    const { terraform } = setup();
    await terraform.newWalk();
    await terraform.plan(base);
    const { diagnostics } = await terraform.plan({ ...base, name: "another", destination });
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

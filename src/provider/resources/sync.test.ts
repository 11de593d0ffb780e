import type { State } from "../../framework/infer";
import { isUnknown, UNKNOWN, type Value } from "../../framework/value";
import type { Sync } from "../../sync/model";
import { OBJECT_ID, problem } from "../../sync/testing/fakes";
import type { Plain } from "../testing/simulated-terraform";
import { base, created, errors, setup, withDestination } from "../testing/sync-fixture";
import type { SyncSchema } from "./sync-plan";

/** Compiles only while state fits the model that engine, command line and controller share. */
const stateFitsModel: (state: State<SyncSchema>) => Sync = (state) => state;

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

describe("a replacement", () => {
  const OTHER = "55555555-5555-5555-5555-555555555555";

  it("follows from another service principal, and plans twice", async () => {
    const { terraform } = await created();
    const { plan, diagnostics } = await terraform.run(withDestination({ service_principal_id: OTHER }));
    expect(plan).toMatchObject({ action: "replace", replaces: ["destination.service_principal_id"] });
    expect(errors(diagnostics)).toEqual([]);
    expect(terraform.get("id")).toBe(OTHER);
  });

  it("of a tainted sync takes the token that is there for its own, in both processes", async () => {
    const { terraform } = await created();
    terraform.tainted = true;
    const { plan, diagnostics } = await terraform.run(base);
    expect(plan.action).toBe("replace");
    expect(diagnostics.map((one) => one.summary)).toEqual(["The token stays on the service principal"]);
  });
});

it("keeps state assignable to the model", () => {
  expect(stateFitsModel({ name: "x" } as State<SyncSchema>)).toEqual({ name: "x" });
});

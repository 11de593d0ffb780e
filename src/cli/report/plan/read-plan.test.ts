import { connectionChange, planJson, syncAttributes, syncChange } from "../testing/plan-fixture";
import { readPlan } from "./read-plan";

const other = (actions: readonly string[], more: object = {}) => ({
  address: "aws_secret.a",
  mode: "managed",
  type: "aws_secret",
  provider_name: "registry.terraform.io/hashicorp/aws",
  change: { actions, before: null, after: { password: "a-secret" } },
  ...more,
});

describe("readPlan", () => {
  it("takes syncs, connections and what the plan says of itself", () => {
    const plan = readPlan(
      planJson([connectionChange("prod"), syncChange("a", ["create"], null, syncAttributes())], {
        complete: false,
      }),
    );
    expect(plan).toMatchObject({
      terraformVersion: "1.11.4",
      createdAt: "2026-11-24T10:44:18Z",
      errored: false,
      complete: false,
      otherChanges: 0,
    });
    expect(plan.syncs.map(({ address, actions }) => [address, actions])).toEqual([
      ["entrascim_sync.a", ["create"]],
    ]);
    expect(plan.connections.map(({ address }) => address)).toEqual(["entrascim_connection.prod"]);
  });

  it("counts changes of everything else, and nothing but their number", () => {
    const plan = readPlan(
      planJson(
        [
          other(["create"]),
          other(["delete", "create"]),
          other(["no-op"]),
          other(["no-op"], { previous_address: "aws_secret.b" }),
          other(["read"], { mode: "data" }),
          {
            ...syncChange("a", ["create"], null, syncAttributes()),
            provider_name: "registry.terraform.io/other/scim",
          },
        ],
        { deferred_changes: [{}], action_invocations: [{}] },
      ),
    );
    expect(plan.otherChanges).toBe(6);
    expect(plan.syncs).toEqual([]);
    expect(JSON.stringify(plan)).not.toContain("a-secret");
  });

  it("tolerates what is absent: an old or very small plan", () => {
    const plan = readPlan({
      format_version: "0.2",
      resource_changes: [
        { address: "entrascim_sync.a", type: "entrascim_sync", change: { actions: ["create"] } },
      ],
    });
    expect(plan.syncs).toMatchObject([
      { address: "entrascim_sync.a", before: null, after: null, importing: false },
    ]);
    expect(readPlan({ format_version: "1.2", planned_values: {} })).toMatchObject({
      syncs: [],
      complete: null,
    });
    expect(readPlan({ format_version: "1.2", errored: true })).toMatchObject({ errored: true });
  });

  it("knows what refresh did not find any more", () => {
    const drift = syncChange("a", ["delete"], syncAttributes(), null);
    const plan = readPlan(planJson([], { resource_drift: [drift, syncChange("b", ["update"], {}, {})] }));
    expect([...plan.gone]).toEqual(["entrascim_sync.a"]);
  });

  it("takes names of applications from the prior state", () => {
    const resources = [
      { type: "entrascim_service_principal", values: { object_id: "ID", display_name: "Slack" } },
    ];
    const plan = readPlan(planJson([], { prior_state: { values: { root_module: { resources } } } }));
    expect(plan.applicationNames.get("id")).toBe("Slack");
  });

  it.each<[string, unknown, RegExp]>([
    ["a state", { format_version: "1.0", terraform_version: "1.11.4", values: {} }, /a state, not a plan/],
    ["an empty state", { format_version: "1.0" }, /not the JSON of a plan/],
    ["a newer format", { ...planJson([]), format_version: "2.0" }, /not the JSON of a plan/],
    ["a list", [], /not the JSON of a plan/],
    ["null", null, /not the JSON of a plan/],
    ["changes of another shape", planJson([{ address: 1 }]), /not the JSON of a plan/],
    ["a text", "a-secret", /not the JSON of a plan/],
  ])("refuses %s", (_, json, summary) => {
    const refusal = expect.objectContaining({
      code: "invalid_input",
      summary: expect.stringMatching(summary),
    });
    expect(() => readPlan(json)).toThrow(refusal);
  });
});

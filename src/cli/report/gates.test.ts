import { elsewhereInWords } from "../../sync/base-address";
import { buildReport } from "./build-report";
import { gateNames, parseGates, withGates } from "./gates";
import { readPlan } from "./plan/read-plan";
import {
  connectionChange,
  destination,
  planJson,
  rotatedSync,
  syncAttributes,
  syncChange,
} from "./testing/plan-fixture";

const sync = syncAttributes;
const gated = (
  changes: readonly object[],
  failOn: readonly string[],
  onlyRotation = false,
  more: object = {},
) => {
  const plan = readPlan(planJson(changes as Record<string, unknown>[], more as Record<string, unknown>));
  const report = buildReport(plan, { name: "default", environments: [], log: null });
  return Object.fromEntries(
    withGates(report, failOn, onlyRotation).gates.map(({ gate, passed, because }) => [
      gate,
      passed || because,
    ]),
  );
};
const rotation = syncChange("rotated", ["update"], rotatedSync(), rotatedSync(), { sends: true });

describe("parseGates", () => {
  it("takes lists, once", () => {
    expect(parseGates(["destroy, retarget", "cross-environment", "destroy"])).toEqual([
      "destroy",
      "retarget",
      "cross-environment",
    ]);
    expect(parseGates(gateNames)).toEqual(gateNames);
    expect(parseGates([])).toEqual([]);
  });

  it.each(["", "destroyed", "destroy,", "none", "cross_environment"])("refuses %j", (value) => {
    expect(() => parseGates([value])).toThrow(expect.objectContaining({ code: "invalid_input" }));
  });
});

describe("withGates", () => {
  it("has none where none was asked for", () => {
    expect(gated([rotation], [])).toEqual({});
  });

  it("names what did not pass, connections too", () => {
    const changes = [
      syncChange("gone", ["delete"], sync(), null),
      syncChange("forgotten", ["forget"], sync(), null),
      connectionChange("old", {}, { actions: ["delete"], after: null }),
      rotation,
    ];
    expect(gated(changes, ["destroy", "retarget", "push", "quarantine"])).toEqual({
      destroy: ["entrascim_sync.gone", "entrascim_sync.forgotten", "entrascim_connection.old"],
      retarget: true,
      push: ["entrascim_sync.rotated"],
      quarantine: true,
    });
  });

  it("stops at warnings: one, or any", () => {
    const quarantined = sync({ provisioning_job: { status: "Quarantine" } });
    const changes = [syncChange("q", ["no-op"], quarantined, quarantined), rotation];
    const shared = gated(changes, ["quarantine", "shared-destination", "cross-environment", "warning"]);
    expect(shared).toEqual({
      quarantine: ["entrascim_sync.q"],
      "shared-destination": ["entrascim_sync.rotated", "entrascim_sync.q"],
      "cross-environment": true,
      warning: ["entrascim_sync.rotated", "entrascim_sync.q"],
    });
  });

  it("counts what others change", () => {
    const other = { address: "a.b", mode: "managed", type: "a", change: { actions: ["create"] } };
    expect(gated([other], ["other-changes"])).toEqual({ "other-changes": ["1 change of other resources"] });
  });

  it("never passes a plan with errors", () => {
    expect(gated([], [], false, { errored: true })).toEqual({ errored: [expect.stringContaining("errors")] });
  });
});

describe("only rotation", () => {
  const elsewhere = { destination: destination({ service_principal_id: "other" }) };
  const name = "only-rotation";
  const movedMessage = `Version 4 was pushed. ${elsewhereInWords("https://a.example", "https://evil.example")}`;

  it.each<[string, readonly object[]]>([
    ["no changes", [syncChange("a", ["no-op"], sync(), sync()), connectionChange("prod")]],
    [
      "rotations alone",
      [
        rotation,
        syncChange("b", ["update"], rotatedSync(elsewhere), rotatedSync(elsewhere), { sends: true }),
      ],
    ],
    [
      "a read of a data source",
      [rotation, { address: "data.a.b", mode: "data", type: "a", change: { actions: ["read"] } }],
    ],
  ])("passes %s", (_, changes) => {
    expect(gated(changes, [], true)).toEqual({ [name]: true });
  });

  it.each<[string, object, string]>([
    ["a create", syncChange("b", ["create"], null, sync(elsewhere)), "entrascim_sync.b"],
    ["a destroy", syncChange("b", ["delete"], sync(elsewhere), null), "entrascim_sync.b"],
    ["a retarget", syncChange("b", ["delete", "create"], sync(), sync(elsewhere)), "entrascim_sync.b"],
    [
      "another secret of the same name",
      syncChange("b", ["update"], sync({ sync_status: "secret_replaced" }), sync(), { sends: true }),
      "entrascim_sync.b",
    ],
    [
      "a rotation to a tenant URL that somebody changed",
      syncChange("b", ["update"], rotatedSync({ sync_message: movedMessage }), rotatedSync(), {
        sends: true,
      }),
      "entrascim_sync.b",
    ],
    [
      "a lost token",
      syncChange("b", ["update"], sync({ sync_status: "token_missing" }), sync(), { sends: true }),
      "entrascim_sync.b",
    ],
    [
      "a rotation with another source",
      syncChange("b", ["update"], rotatedSync(), rotatedSync({ source: { environment: "dev" } }), {
        sends: true,
      }),
      "entrascim_sync.b",
    ],
    [
      "a rotation with another option",
      syncChange("b", ["update"], rotatedSync(), rotatedSync({ on_destroy: "clear" }), { sends: true }),
      "entrascim_sync.b",
    ],
    [
      "a rotation that moved",
      syncChange("b", ["update"], rotatedSync(), rotatedSync(), {
        sends: true,
        resource: { previous_address: "entrascim_sync.c" },
      }),
      "entrascim_sync.b",
    ],
    [
      "an import",
      syncChange("b", ["no-op"], sync(), sync(), { change: { importing: { id: "x" } } }),
      "entrascim_sync.b",
    ],
    [
      "a move",
      syncChange("b", ["no-op"], sync(), sync(), { resource: { previous_address: "entrascim_sync.c" } }),
      "entrascim_sync.b",
    ],
    ["a connection", connectionChange("b", {}, { actions: ["update"] }), "entrascim_connection.b"],
    [
      "something else",
      { address: "a.b", mode: "managed", type: "a", change: { actions: ["update"] } },
      "1 change of other resources",
    ],
  ])("stops at %s", (_, change, because) => {
    expect(gated([rotation, change], [], true)).toEqual({ [name]: [because] });
  });

  it("stops at a plan that is not the whole one", () => {
    expect(gated([rotation], [], true, { complete: false })).toEqual({
      [name]: [expect.stringContaining("another")],
    });
  });
});

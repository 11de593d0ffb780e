import { classifySync, type SyncClass } from "./classify-sync";
import {
  connectionValues,
  destination,
  planned,
  rotatedSync,
  syncAttributes,
  syncChange,
} from "./testing/plan-fixture";

type Case = [
  string,
  ReturnType<typeof syncChange>,
  Partial<Omit<SyncClass, "changed">> & { changed?: string[] },
];

const sync = syncAttributes;
const update = (
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  sends = false,
  change: object = {},
) => syncChange("a", ["update"], before, after, { sends, change });
const source = (parts: object) => ({ source: { ...(sync().source as object), ...parts } });
const elsewhere = { destination: destination({ service_principal_id: "other" }) };
const otherTenant = { destination: destination({ connection: connectionValues({ tenant_id: "other" }) }) };
const imported = sync({
  name: null,
  source: null,
  destination: destination({ connection: null }),
  last_synced_at: null,
  sync_status: null,
});

describe("classifySync", () => {
  it.each<Case>([
    ["a create", syncChange("a", ["create"], null, sync()), { action: "create", sends: "yes" }],
    ["a destroy", syncChange("a", ["delete"], sync(), null), { action: "destroy", sends: "no", reasons: [] }],
    ["a removal from state", syncChange("a", ["forget"], sync(), null), { action: "forget", sends: "no" }],
    ["nothing", syncChange("a", ["no-op"], sync(), sync()), { action: "none", sends: "no" }],
    [
      "a rotation that is not followed",
      syncChange("a", ["no-op"], rotatedSync(), rotatedSync()),
      { action: "none", reasons: [] },
    ],
    [
      "a rotation",
      update(rotatedSync(), rotatedSync(), true),
      { action: "push", sends: "yes", reasons: ["rotated"], changed: [] },
    ],
    [
      "another secret",
      update(sync({ sync_status: "secret_replaced" }), sync(), true),
      { action: "push", reasons: ["secret_replaced"] },
    ],
    [
      "a lost token",
      update(sync({ sync_status: "token_missing" }), sync(), true),
      { action: "push", reasons: ["token_missing"] },
    ],
    [
      "an unconfirmed push",
      update(sync({ sync_status: "incomplete" }), sync(), true),
      { action: "push", reasons: ["incomplete"] },
    ],
    [
      "another path",
      update(sync(), sync(source({ secret_path: "/b" })), true),
      { action: "push", reasons: ["source"], changed: ["source.secret_path"] },
    ],
    [
      "a trigger",
      update(sync(), sync({ sync_trigger: "2" }), true),
      { action: "push", reasons: ["sync_trigger"] },
    ],
    [
      "a version of a write-only token",
      update(sync({ source: null, token_wo_version: 1 }), sync({ source: null, token_wo_version: 2 }), true),
      { action: "push", reasons: ["token_wo_version"] },
    ],
    [
      "a base address",
      update(sync(), sync({ destination: destination({ base_address: "https://a.example" }) }), true),
      { action: "push", reasons: ["base_address"] },
    ],
    [
      "a managed base address that was changed",
      update(
        sync({
          sync_status: "base_address_changed",
          destination: destination({ base_address: "https://a.example" }),
        }),
        sync({ destination: destination({ base_address: "https://a.example" }) }),
        true,
      ),
      { action: "push", reasons: ["managed_base_address_changed"] },
    ],
    ["an import", update(imported, sync(), true), { action: "push", reasons: ["source", "never_pushed"] }],
    [
      "an update",
      update(sync(), sync({ description: "x", on_destroy: "clear" })),
      { action: "update", sends: "no", reasons: [], changed: ["description", "on_destroy"] },
    ],
    [
      "a way to sign in",
      update(sync(), sync({ destination: destination({ connection: connectionValues({ auth: null }) }) })),
      { action: "update", sends: "no", changed: ["destination.connection.auth"] },
    ],
    [
      "another tenant",
      update(sync(), sync(otherTenant), true),
      { action: "retarget", sends: "yes", reasons: ["tenant"] },
    ],
    [
      "another application",
      syncChange("a", ["delete", "create"], sync(), sync(elsewhere)),
      { action: "retarget", sends: "yes" },
    ],
    [
      "another application, created first",
      syncChange("a", ["create", "delete"], sync(), sync(elsewhere)),
      { action: "retarget" },
    ],
    [
      "another application, the old one forgotten",
      syncChange("a", ["create", "forget"], sync(), sync(elsewhere)),
      { action: "retarget" },
    ],
    [
      "another application that is not known yet",
      syncChange(
        "a",
        ["delete", "create"],
        sync(),
        sync({ destination: destination({ service_principal_id: undefined }) }),
        {
          change: { after_unknown: { destination: { service_principal_id: true } } },
        },
      ),
      { action: "retarget" },
    ],
    [
      "a replacement",
      syncChange("a", ["delete", "create"], sync(), sync()),
      { action: "replace", sends: "yes" },
    ],
    [
      "a replacement in other letters",
      syncChange(
        "a",
        ["delete", "create"],
        sync(),
        sync({ destination: destination({ service_principal_id: "5E4B1CE0-0000-4000-8000-000000000001" }) }),
      ),
      { action: "replace" },
    ],
    [
      "a push that depends",
      update(sync(), sync({ sync_trigger: undefined }), true, {
        after_unknown: { sync_trigger: true, last_synced_at: true, sync_status: true },
      }),
      { action: "push", sends: "maybe", reasons: [], changed: ["sync_trigger"] },
    ],
    [
      "a sync that could not be read",
      update(sync({ sync_status: "unreadable" }), sync(), true, {
        after_unknown: { last_synced_at: true, sync_status: true },
      }),
      { action: "update", sends: "maybe", reasons: [] },
    ],
    [
      "a state of another version",
      update({ name: "a" }, { name: "b" }),
      { action: "update", sends: "no", changed: ["name"] },
    ],
  ])("knows %s", (_, change, { changed, ...expected }) => {
    const found = classifySync(planned(change));
    expect(found).toMatchObject(expected);
    if (changed !== undefined) expect(found.changed.map(({ path }) => path)).toEqual(changed);
  });
});

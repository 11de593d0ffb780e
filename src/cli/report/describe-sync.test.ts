import {
  connectionValues,
  destination,
  rotatedSync,
  syncAttributes,
  syncChange,
} from "./testing/plan-fixture";
import { firstOf as only, source, syncTo as to, update } from "./testing/report-of";

const sync = syncAttributes;
const because = (reason: string) => ({ resource: { action_reason: reason } });

describe("describeSync", () => {
  it.each<[string, object, string]>([
    ["a create", syncChange("a", ["create"], null, sync()), "Created: the token is pushed to ServiceNow."],
    [
      "a rotation",
      update(rotatedSync(), rotatedSync()),
      "Rotated: version 4 → 7, changed by grace@contoso.com on 2026-11-20 08:30 UTC.",
    ],
    [
      "a rotation by nobody known",
      update(rotatedSync({ source_updated_by: null, source_updated_at: null }), rotatedSync()),
      "Rotated: version 4 → 7.",
    ],
    [
      "another secret",
      update(sync({ sync_status: "secret_replaced", source_version: 1 }), sync()),
      "Pushed because Infisical holds another secret under this name (version 1, changed by ada@contoso.com on 2026-11-01 09:00 UTC).",
    ],
    [
      "a lost token",
      update(sync({ sync_status: "token_missing" }), sync()),
      "Pushed because the application has lost its token.",
    ],
    [
      "another source",
      update(sync(), sync(source({ secret_path: "/b", version: 3 }))),
      "Re-pushed because the source changed: path /scim → /b and now pinned to version 3.",
    ],
    [
      "a pin",
      update(sync(source({ version: 3 })), sync(source({ version: 4 }))),
      "Re-pushed because the source changed: version 3 → 4.",
    ],
    [
      "a pin that is taken out",
      update(sync(source({ version: 3 })), sync()),
      "Re-pushed because the source changed: no longer pinned to version 3.",
    ],
    [
      "no source any more",
      update(sync(), sync({ source: null, token_wo_version: 1 })),
      "Re-pushed because the source changed: token_wo instead of a secret in Infisical. Re-pushed because token_wo_version changed: none → 1.",
    ],
    [
      "a trigger",
      update(sync(), sync({ sync_trigger: "not-shown" })),
      "Re-pushed because sync_trigger changed.",
    ],
    [
      "a base address",
      update(sync(), sync({ destination: destination({ base_address: "https://a.example/scim" }) })),
      "Re-pushed because base_address changed: not managed → https://a.example/scim.",
    ],
    [
      "an import",
      syncChange(
        "a",
        ["update"],
        sync({ last_synced_at: null, source: null, destination: destination({ connection: null }) }),
        sync(),
        { sends: true, change: { importing: { id: "x" } } },
      ),
      "Imported. The token is pushed for the first time.",
    ],
    [
      "an update",
      update(sync(), sync({ on_destroy: "clear", description: "x" }), false),
      "Updated in place, and no token is sent: description and on_destroy retain → clear.",
    ],
    [
      "a move",
      syncChange("a", ["no-op"], sync(), sync(), { resource: { previous_address: "entrascim_sync.b" } }),
      "Moved from entrascim_sync.b. Unchanged.",
    ],
    [
      "what could not be read",
      syncChange(
        "a",
        ["update"],
        sync({ sync_status: "unreadable", sync_message: "Entra refused it" }),
        sync(),
        { sends: true, change: { after_unknown: { last_synced_at: true, sync_status: true } } },
      ),
      "Refresh could not read it. Entra refused it. The apply reads it again, and pushes only what it has to.",
    ],
    [
      "a destroy that retains",
      syncChange("a", ["delete"], sync(), null, because("delete_because_no_resource_config")),
      "Destroyed: it is no longer in the configuration. Its token stays on ServiceNow, which goes on provisioning.",
    ],
    [
      "a destroy that clears",
      syncChange("a", ["delete"], sync({ on_destroy: "clear" }), null),
      "Destroyed. Its token is cleared from ServiceNow, which stops provisioning.",
    ],
    [
      "a destroy of what was never pushed",
      syncChange("a", ["delete"], sync({ on_destroy: "clear", last_synced_at: null }), null),
      "Destroyed. It never pushed a token, so none is removed.",
    ],
    [
      "a destroy of what was never confirmed",
      syncChange("a", ["delete"], sync({ on_destroy: "clear", sync_status: "incomplete" }), null),
      "Destroyed. Its token stays on ServiceNow: the last push was never confirmed, so it may not be ours.",
    ],
    [
      "a removal from state",
      syncChange("a", ["forget"], sync({ on_destroy: "clear" }), null),
      "Taken out of state only. Its token stays on ServiceNow, which goes on provisioning.",
    ],
    [
      "a retarget",
      syncChange(
        "a",
        ["delete", "create"],
        sync({ on_destroy: "clear" }),
        to("b", null, source({ secret_key: "B" })),
      ),
      "Retargeted from ServiceNow to service principal b. Its token is cleared from ServiceNow, which stops provisioning. The source changes: key SERVICENOW_SCIM_TOKEN → B.",
    ],
    [
      "another tenant",
      update(
        sync(),
        sync({ destination: destination({ connection: connectionValues({ tenant_id: "other" }) }) }),
      ),
      "Retargeted from ServiceNow to ServiceNow (tenant 7e4a4700-0000-4000-8000-000000000001 → other). Its token stays on ServiceNow, which goes on provisioning.",
    ],
    [
      "a replacement",
      syncChange("a", ["delete", "create"], sync(), sync(), because("replace_because_tainted")),
      "Replaced: the last apply of it failed, or it was tainted. The token is pushed again.",
    ],
    [
      "an application that is gone",
      syncChange("a", ["create"], null, to("b", null)),
      "Created: the token is pushed to service principal b.",
    ],
  ])("says it of %s", (_, change, why) => {
    expect(only([change]).why).toBe(why);
  });

  it("says that a sync is created again since refresh lost it", () => {
    const drift = syncChange("a", ["delete"], sync(), null);
    const change = syncChange("a", ["create"], null, sync());
    expect(only([change], { resource_drift: [drift] }).why).toBe(
      "Created again: refresh did not find ServiceNow any more.",
    );
  });

  it("says that a token stays where another sync of the plan pushes to", () => {
    const changes = [
      syncChange("a", ["delete"], sync({ on_destroy: "clear" }), null),
      syncChange("b", ["create"], null, sync()),
    ];
    expect(only(changes)).toMatchObject({
      previous_token: "retained",
      why: "Destroyed. Its token stays on ServiceNow: entrascim_sync.b pushes to the same application.",
      warnings: [{ code: "recreated_elsewhere" }],
    });
  });
});

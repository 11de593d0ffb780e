import {
  connectionChange,
  connectionValues,
  destination,
  rotatedSync,
  syncAttributes,
  syncChange,
} from "./testing/plan-fixture";
import { firstOf as only, reportOf as report, source, syncTo as to, update } from "./testing/report-of";

const sync = syncAttributes;

describe("buildReport", () => {
  it("puts what needs most attention first, then warnings, then addresses", () => {
    const quarantined = { provisioning_job: { status: "Quarantine" } };
    const { syncs, summary } = report([
      syncChange("a", ["no-op"], to("1", "A"), to("1", "A")),
      syncChange("b", ["update"], rotatedSync(), rotatedSync(), { sends: true }),
      syncChange("z", ["no-op"], to("2", "Z", quarantined), to("2", "Z", quarantined)),
      syncChange("y", ["delete"], to("3", "Y"), null),
      syncChange("x", ["delete"], to("4", "X"), null),
      syncChange("c", ["create"], null, to("5", "C")),
    ]);
    expect(syncs.map(({ address }) => address.at(-1)).join("")).toBe("xycbza");
    expect(summary).toMatchObject({
      actions: { destroy: 2, create: 1, push: 1, none: 2, retarget: 0 },
      warnings: 1,
    });
  });

  it("names connections and applications by all that the plan knows", () => {
    const resources = [
      { type: "azuread_service_principal", values: { object_id: "NEW", display_name: "Zoom" } },
    ];
    const { syncs, connections } = report(
      [connectionChange("prod"), syncChange("a", ["delete", "create"], sync(), to("new", null))],
      { prior_state: { values: { root_module: { resources } } } },
    );
    expect(syncs[0]).toMatchObject({
      application: { service_principal_id: "new", display_name: "Zoom" },
      previous_application: { display_name: "ServiceNow" },
      connection: { address: "entrascim_connection.prod", name: "entra-prod", sign_in: "client_secret" },
      why: expect.stringContaining("from ServiceNow to Zoom"),
    });
    expect(connections).toMatchObject([{ action: "none", warnings: [] }]);
  });

  it("tells of connections that change, and of those that are refused", () => {
    const refused = connectionChange("r", {
      status: "refused",
      status_message: "AADSTS7000215: wrong secret.",
    });
    const { connections, summary } = report([
      refused,
      connectionChange("d", {}, { actions: ["delete"], after: null }),
      connectionChange(
        "u",
        {},
        { actions: ["update"], after: { ...connectionValues(), name: "x", auth: null } },
      ),
    ]);
    expect(summary.connections).toBe(2);
    expect(
      connections.map(({ action, why, warnings }) => [action, why, warnings.map(({ code }) => code)]),
    ).toEqual([
      ["destroy", "Destroyed: nothing in Entra changes.", []],
      ["none", "Unchanged.", ["connection_refused"]],
      ["update", "Updated: name and auth.", []],
    ]);
  });

  it.each<[string, object[], string, RegExp]>([
    [
      "a quarantine that the push ends",
      [
        update(
          rotatedSync({
            provisioning_job: {
              status: "Quarantine",
              quarantine_reason: "EncounteredQuarantineException",
              next_attempt: "2026-11-24T16:00:00Z",
            },
          }),
          rotatedSync(),
        ),
      ],
      "quarantine",
      /again on 2026-11-24 16:00 UTC\. The push starts the job again\.$/,
    ],
    [
      "a quarantine for another reason",
      [
        update(
          rotatedSync({ provisioning_job: { status: "Quarantine", quarantine_reason: "TooManyDeletes" } }),
          rotatedSync(),
        ),
      ],
      "quarantine",
      /\(TooManyDeletes\)\.$/,
    ],
    [
      "a quarantine that nothing ends",
      [syncChange("a", ["no-op"], sync({ provisioning_job: { status: "Quarantine" } }), sync())],
      "quarantine",
      /Nothing in this plan ends it/,
    ],
    [
      "a pin behind",
      [
        syncChange(
          "a",
          ["no-op"],
          rotatedSync(source({ version: 4 })),
          rotatedSync({ ...source({ version: 4 }) }),
        ),
      ],
      "pinned_behind",
      /pinned to version 4; Infisical holds version 7, changed by grace/,
    ],
    [
      "a rotation that goes to another address",
      [
        update(
          rotatedSync({
            sync_message:
              "Version 4 was pushed. The token was last sent to https://a.example; Entra now has https://evil.example",
          }),
          rotatedSync(),
        ),
      ],
      "base_address_changed",
      /https:\/\/evil\.example\. The token of this plan is sent there\.$/,
    ],
    [
      "a version that nobody pushes",
      [
        syncChange(
          "a",
          ["no-op"],
          rotatedSync({ auto_sync_enabled: false }),
          rotatedSync({ auto_sync_enabled: false }),
        ),
      ],
      "newer_version_waiting",
      /version 4 was pushed\. auto_sync_enabled is false/,
    ],
    [
      "a secret that is gone",
      [
        syncChange(
          "a",
          ["no-op"],
          sync({ sync_status: "secret_missing" }),
          sync({ sync_status: "secret_missing" }),
        ),
      ],
      "secret_missing",
      /goes on working/,
    ],
    [
      "a tenant URL that was changed",
      [
        syncChange(
          "a",
          ["no-op"],
          sync({ sync_status: "base_address_changed", sync_message: "Entra now has x" }),
          sync(),
        ),
      ],
      "base_address_changed",
      /^Entra now has x\. Whoever/,
    ],
    [
      "a shared destination",
      [syncChange("a", ["create"], null, sync()), syncChange("b", ["create"], null, sync())],
      "shared_destination",
      /entrascim_sync\.b pushes to ServiceNow too/,
    ],
    [
      "another environment",
      [syncChange("a", ["create"], null, sync({ name: "crm-prod", ...source({ environment: "dev" }) }))],
      "cross_environment",
      /belongs to prod/,
    ],
  ])("warns of %s", (_, changes, code, message) => {
    const found = only(changes).warnings.find((warning) => warning.code === code);
    expect(found).toMatchObject({ address: "entrascim_sync.a", message: expect.stringMatching(message) });
  });

  it("does not say of the new application what it knows of the old one", () => {
    const quarantined = sync({ provisioning_job: { status: "Quarantine" } });
    expect(only([syncChange("a", ["delete", "create"], quarantined, to("b", null))])).toMatchObject({
      provisioning_job: null,
      warnings: [],
    });
  });
});

describe("the provider's log", () => {
  const said = (summary: string, address: string | null, severity: "warning" | "error" = "warning") => ({
    diagnostics: [{ severity, summary, detail: "Because.", address }],
    others: { errors: 1, warnings: 2 },
  });
  const changes = [syncChange("a", ["create"], null, sync())];

  it.each([
    ["The application has a token already", "warning", "overwrites_token"],
    ["Something new", "warning", "provider_warning"],
    ["The secret does not exist", "error", "provider_error"],
  ] as const)("is told with its sync: %s, %s", (summary, severity, code) => {
    const found = report(changes, {}, { log: said(summary, "entrascim_sync.a", severity) });
    expect(found.syncs[0]?.warnings).toEqual([
      { code, message: `${summary}: Because.`, address: "entrascim_sync.a" },
    ]);
    expect(found.summary).toMatchObject({ warnings: 1, other_diagnostics: { errors: 1, warnings: 2 } });
    expect(found.log).toBe(true);
  });

  it("is told apart where the plan has no such resource", () => {
    expect(report([], {}, { log: said("Refused", null) }).warnings).toEqual([
      { code: "provider_warning", message: "Refused: Because.", address: null },
    ]);
    expect(report(changes, {}, { log: said("Gone", "entrascim_sync.b") }).warnings).toMatchObject([
      { address: "entrascim_sync.b" },
    ]);
  });

  it("does not repeat what the plan says itself", () => {
    const waiting = rotatedSync({ auto_sync_enabled: false });
    const log = said("A newer token is waiting", "entrascim_sync.a");
    expect(only([syncChange("a", ["no-op"], waiting, waiting)], {}, { log }).warnings).toHaveLength(1);
  });
});

describe("sensitive values", () => {
  it("are hidden wherever they stand", () => {
    const hidden = {
      source: { secret_path: true, version: true },
      destination: { base_address: true },
      token_wo: true,
    };
    const before = sync({
      ...source({ secret_path: "/hidden-path", version: 3 }),
      destination: destination({ base_address: "https://hidden.example" }),
    });
    const after = sync({
      ...source({ secret_path: "/hidden-other", version: 4 }),
      destination: destination({ base_address: "https://hidden.example" }),
      sync_trigger: "hidden-trigger",
    });
    const change = syncChange(
      "a",
      ["update"],
      {
        ...before,
        sync_message: "The token went to https://hidden.example",
        sync_status: "base_address_changed",
      },
      after,
      {
        sends: true,
        change: { before_sensitive: hidden, after_sensitive: { ...hidden, sync_trigger: true } },
      },
    );
    const log = {
      diagnostics: [
        {
          severity: "warning" as const,
          summary: "Odd",
          detail: "No secret /hidden-other there",
          address: "entrascim_sync.a",
        },
      ],
      others: { errors: 0, warnings: 0 },
    };
    const found = report([change], {}, { log });
    expect(JSON.stringify(found)).not.toContain("hidden-");
    expect(JSON.stringify(found)).not.toContain("hidden.example");
    expect(found.syncs[0]).toMatchObject({
      source: { secret_path: "(sensitive)", version: null },
      sync_message: "The token went to (sensitive)",
      reasons: ["source", "sync_trigger", "managed_base_address_changed"],
    });
  });
});

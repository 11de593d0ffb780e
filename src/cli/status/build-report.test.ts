import { Problem } from "../../core/problem";
import { Secret } from "../../core/secret";
import type { Sync } from "../../sync/model";
import { job, problem } from "../../sync/testing/fakes";
import { buildReport } from "./build-report";
import type { Look } from "./look";
import { problemCodes } from "./problem-codes";
import type { StoredState } from "./state/state";
import { syncOf } from "./testing/fake-clients";

const about = { name: "prod.tfstate", checkedAt: "2026-01-02T00:00:00.000Z" };
const token = { key: "SecretToken", value: null };
const address = { key: "BaseAddress", value: new Secret("https://app.example.com/scim") };
const newest = { id: "s1", version: 4, updatedAt: "2025-12-31T00:00:00Z", updatedBy: "ada" };

function seen(more: Partial<Extract<Look, { kind: "seen" }>["observation"]> = {}): Look {
  return { kind: "seen", observation: { source: newest, secrets: [token, address], jobs: [job()], ...more } };
}

function report(
  found: readonly (readonly [sync: Sync, look: Look, more?: { tainted?: boolean; address?: string }])[],
  state: Partial<StoredState> = {},
) {
  const syncs = found.map(([attributes, , more], index) => ({
    address: `entrascim_sync.s${index}`,
    tainted: false,
    attributes,
    ...more,
  }));
  return buildReport(
    { syncs, connections: [], hidden: [], ...state },
    found.map(([, look]) => look),
    about,
  );
}

const one = (sync: Sync, look: Look, more: { tainted?: boolean } = {}) => {
  const [only] = report([[sync, look, more]]).syncs;
  if (only === undefined) throw new Error("no sync");
  return only;
};

describe("buildReport", () => {
  it("is healthy when each sync is", () => {
    const all = report([
      [syncOf(1), seen()],
      [syncOf(2, "client", { source: null }), seen({ source: "none" })],
      [syncOf(3, "client", { source_version: 1 }), seen()],
    ]);
    expect(all).toMatchObject({
      format_version: "1.0",
      checked_at: about.checkedAt,
      state: "prod.tfstate",
      healthy: true,
      summary: { syncs: 3, healthy: 3, problems: {} },
    });
    expect(all.syncs[0]).toEqual({
      address: "entrascim_sync.s0",
      name: "app-1",
      healthy: true,
      status: "synced",
      problems: [],
      application: {
        service_principal_id: "11111111-1111-1111-1111-111111110001",
        display_name: "Application 1",
      },
      connection: { address: null, name: null, tenant_id: "t", client_id: "client" },
      source: {
        project_id: "p",
        environment: "prod",
        secret_path: "/scim",
        secret_key: "TOKEN",
        version: null,
      },
      token_wo_version: null,
      synced_version: 4,
      source_version: 4,
      source_updated_at: "2025-12-31T00:00:00Z",
      source_updated_by: "ada",
      last_synced_at: "2026-01-01T00:00:00.000Z",
      token_present: true,
      jobs: [
        {
          id: "scim.1",
          template_id: "scim",
          schedule: "Active",
          status: "Active",
          quarantine_reason: null,
          next_attempt: null,
          last_success_at: null,
        },
      ],
    });
  });

  const rotated = seen({ source: { ...newest, version: 5 } });

  it.each<[string, Sync, Look, string, readonly string[]]>([
    ["a rotation", syncOf(1), rotated, "rotated", ["rotated"]],
    [
      "a rotation that is not pushed by itself",
      syncOf(1, "c", { auto_sync_enabled: false }),
      rotated,
      "rotated",
      ["rotated"],
    ],
    [
      "another secret",
      syncOf(1),
      seen({ source: { ...newest, id: "s2" } }),
      "secret_replaced",
      ["secret_replaced"],
    ],
    ["a secret that is gone", syncOf(1), seen({ source: "missing" }), "secret_missing", ["secret_missing"]],
    ["a token that is gone", syncOf(1), seen({ secrets: [address] }), "token_missing", ["token_missing"]],
    [
      "another tenant URL",
      syncOf(1),
      seen({ secrets: [token] }),
      "base_address_changed",
      ["base_address_changed"],
    ],
    [
      "a push that was not confirmed",
      syncOf(1, "c", { sync_status: "incomplete", sync_message: "m" }),
      seen(),
      "incomplete",
      ["incomplete"],
    ],
    ["a quarantine", syncOf(1), seen({ jobs: [job({ status: "Quarantine" })] }), "synced", ["quarantine"]],
    [
      "a quarantine after a rotation",
      syncOf(1),
      seen({ source: { ...newest, version: 5 }, jobs: [job({ status: "Quarantine" })] }),
      "rotated",
      ["quarantine", "rotated"],
    ],
    ["no job", syncOf(1), seen({ jobs: [] }), "synced", ["job_missing"]],
    ["a service principal that is gone", syncOf(1), { kind: "gone" }, "gone", ["gone"]],
    ["an import", syncOf(1), { kind: "not_applied" }, "not_applied", ["not_applied"]],
  ])("tells of %s", (_, sync, look, status, codes) => {
    const found = one(sync, look);
    expect({
      status: found.status,
      codes: found.problems.map(({ code }) => code),
      healthy: found.healthy,
    }).toEqual({
      status,
      codes,
      healthy: false,
    });
  });

  it("judges afresh what could not be read the last time", () => {
    expect(one(syncOf(1, "c", { sync_status: "unreadable", sync_message: "old" }), seen()).healthy).toBe(
      true,
    );
  });

  it("does not mind a newer version than the one that is pinned", () => {
    const { source } = syncOf(1);
    const pinned = syncOf(1, "c", { source: source === null ? null : { ...source, version: 4 } });
    expect(one(pinned, rotated)).toMatchObject({ healthy: true, synced_version: 4, source_version: 5 });
  });

  it.each([
    ["unauthenticated", "refused"],
    ["forbidden", "refused"],
    ["invalid_input", "refused"],
    ["unavailable", "unreachable"],
    ["timeout", "unreachable"],
    ["throttled", "unreachable"],
    ["not_found", "unknown"],
    ["untrusted", "unknown"],
    ["unexpected_response", "unknown"],
    ["internal", "unknown"],
  ] as const)("never takes for healthy what ended with %s", (code, status) => {
    const unseen = one(syncOf(1), { kind: "unseen", problem: problem(code) });
    expect(unseen).toMatchObject({ healthy: false, status, token_present: null, jobs: null });
    expect(unseen.problems[0]?.message).toBe(`a ${code} problem: Detail`);
  });

  it("still tells of the application where only the source cannot be read", () => {
    const destination = { secrets: [address], jobs: [job({ status: "Quarantine" })] };
    const half = one(syncOf(1), { kind: "half_seen", destination, problem: problem("unavailable") });
    expect(half).toMatchObject({
      status: "unreachable",
      token_present: false,
      jobs: [{ status: "Quarantine" }],
      synced_version: 4,
      source_version: null,
    });
    expect(half.problems.map(({ code }) => code)).toEqual(["unreachable", "quarantine"]);
  });

  it("takes a source that is not complete for unknown, not for a refusal", () => {
    const incomplete = new Problem("invalid_input", { summary: "s", detail: "d", path: ["source"] });
    const destination = { secrets: [], jobs: [job()] };
    expect(one(syncOf(1), { kind: "half_seen", destination, problem: incomplete }).status).toBe("unknown");
  });

  it("tells what Terraform will replace", () => {
    const tainted = one(
      syncOf(1),
      seen({ jobs: [job({ status: "Quarantine", quarantineReason: "EncounteredQuarantineException" })] }),
      {
        tainted: true,
      },
    );
    expect(tainted.problems.map(({ code }) => code)).toEqual(["quarantine", "tainted"]);
    expect(tainted.problems[0]?.remedy).toMatch(/^Apply/);
  });

  it("tells of syncs that write to one application, however its id is written", () => {
    const id = "abcdefab-0000-4000-8000-000000000001";
    const to = (service_principal_id: string) =>
      syncOf(1, "c", { destination: { ...destinationOf(syncOf(1)), service_principal_id } });
    const all = report([
      [to(id), seen()],
      [to(id.toUpperCase()), seen()],
      [syncOf(2), seen()],
    ]);
    expect(all.summary).toEqual({ syncs: 3, healthy: 1, problems: { shared_destination: 2 } });
    expect(all.syncs[0]?.problems[0]?.message).toBe("entrascim_sync.s1 writes to the same service principal");
  });

  it("names the connection that the state declares", () => {
    const { connection } = destinationOf(syncOf(1));
    const declared = { ...connection, name: "entra-prod", status: "ok", status_message: null };
    const connections = [
      {
        address: "entrascim_connection.other",
        attributes: { ...declared, client_id: "other", name: "other" },
      },
      { address: "entrascim_connection.prod", attributes: declared },
    ] as StoredState["connections"];
    expect(report([[syncOf(1), seen()]], { connections }).syncs[0]?.connection).toMatchObject({
      address: "entrascim_connection.prod",
      name: "entra-prod",
    });
  });

  it("puts the gravest first, then goes by name as people count", () => {
    const all = report([
      [syncOf(10), seen()],
      [syncOf(2), seen()],
      [syncOf(3), rotated],
      [syncOf(4), { kind: "gone" }],
      [syncOf(5), { kind: "unseen", problem: problem("timeout") }],
      [syncOf(1), rotated],
    ]);
    expect(all.syncs.map(({ name }) => name)).toEqual([
      "app-5",
      "app-4",
      "app-1",
      "app-3",
      "app-2",
      "app-10",
    ]);
  });

  it("hides what Terraform treats as sensitive, in messages too", () => {
    const all = report(
      [
        [
          syncOf(1),
          {
            kind: "unseen",
            problem: new Problem("forbidden", { summary: "No", detail: "For TOKEN in /scim." }),
          },
        ],
      ],
      { hidden: ["TOKEN", "app-1", "/scim"] },
    );
    expect(JSON.stringify(all)).not.toMatch(/TOKEN|app-1|\/scim/);
    expect(all.syncs[0]).toMatchObject({ name: "(sensitive)", source: { secret_key: "(sensitive)" } });
  });

  it("has problems of the closed set alone", () => {
    expect(new Set(problemCodes).size).toBe(problemCodes.length);
  });
});

function destinationOf(sync: Sync): NonNullable<Sync["destination"]> {
  if (sync.destination === null) throw new Error("no destination");
  return sync.destination;
}

import { Secret } from "../core/secret";
import { assess, type Observation, primaryJob } from "./assess";
import { tellsElsewhere } from "./base-address";
import { job, syncedState } from "./testing/fakes";

const held = { id: "s1", version: 4, updatedAt: "2025-12-31T00:00:00Z", updatedBy: "ada" };
const fine: Observation = {
  source: held,
  secrets: [
    { key: "SecretToken", value: null },
    { key: "BaseAddress", value: new Secret("https://app.example.com/scim?aadOptscim062020") },
  ],
  jobs: [job()],
};
const baseAddress = (address: string) => [
  { key: "SecretToken", value: null },
  { key: "BaseAddress", value: new Secret(address) },
];
const masked = [
  { key: "SecretToken", value: null },
  { key: "BaseAddress", value: null },
];
const managed = (address: string) =>
  syncedState({ destination: { ...syncedState().destination!, base_address: address } });

describe("assess", () => {
  it.each([
    ["synced when all is as it was pushed", syncedState(), fine, "synced", null],
    [
      "rotated with who and when",
      syncedState(),
      { ...fine, source: { ...held, version: 7, updatedBy: "grace", updatedAt: "2026-01-02T03:04:05Z" } },
      "rotated",
      "Infisical holds version 7 (changed by grace at 2026-01-02T03:04:05Z); version 4 was pushed",
    ],
    [
      "rotated without who and when",
      syncedState(),
      { ...fine, source: { ...held, version: 7, updatedBy: null, updatedAt: null } },
      "rotated",
      "Infisical holds version 7; version 4 was pushed",
    ],
    [
      "secret_replaced when the id is another",
      syncedState(),
      { ...fine, source: { ...held, id: "s2" } },
      "secret_replaced",
      expect.any(String),
    ],
    ["secret_missing", syncedState(), { ...fine, source: "missing" }, "secret_missing", expect.any(String)],
    ["token_missing", syncedState(), { ...fine, secrets: [] }, "token_missing", expect.any(String)],
    [
      "synced when only path or query of an unmanaged base address changed",
      syncedState(),
      { ...fine, secrets: baseAddress("https://app.example.com/v2?y") },
      "synced",
      null,
    ],
    [
      "synced where Entra masks the tenant URL, since nobody can tell",
      syncedState(),
      { ...fine, secrets: masked },
      "synced",
      null,
    ],
    [
      "synced where Entra masks a managed tenant URL",
      managed("https://app.example.com/scim"),
      { ...fine, secrets: masked },
      "synced",
      null,
    ],
    [
      "base_address_changed when the origin is another",
      syncedState(),
      { ...fine, secrets: baseAddress("https://evil.example.net/scim") },
      "base_address_changed",
      expect.stringContaining("https://evil.example.net/scim"),
    ],
    [
      "base_address_changed when it is gone",
      syncedState(),
      { ...fine, secrets: [{ key: "SecretToken", value: null }] },
      "base_address_changed",
      expect.any(String),
    ],
    [
      "synced when the managed base address is there to the letter",
      managed("https://a.example.com/s?q"),
      { ...fine, secrets: baseAddress("https://a.example.com/s?q") },
      "synced",
      null,
    ],
    [
      "base_address_changed when a managed one differs",
      managed("https://a.example.com/s?q"),
      { ...fine, secrets: baseAddress("https://a.example.com/s") },
      "base_address_changed",
      expect.any(String),
    ],
    [
      "base_address_changed of a managed one before rotated, since that pushes without auto sync too",
      managed("https://a.example.com/s"),
      { ...fine, source: { ...held, version: 7 }, secrets: baseAddress("https://evil.example.net/s") },
      "base_address_changed",
      expect.any(String),
    ],
    [
      "rotated before base_address_changed of one that is not managed, which pushes nothing by itself",
      syncedState(),
      { ...fine, source: { ...held, version: 7 }, secrets: baseAddress("https://evil.example.net/s") },
      "rotated",
      expect.any(String),
    ],
    [
      "rotated, and where the next token would go",
      syncedState(),
      {
        ...fine,
        source: { ...held, version: 7, updatedBy: null, updatedAt: null },
        secrets: baseAddress("https://evil.example.net/s?x"),
      },
      "rotated",
      "Infisical holds version 7; version 4 was pushed. The token was last sent to https://app.example.com/scim; Entra now has https://evil.example.net/s",
    ],
    [
      "secret_replaced, and where the next token would go",
      syncedState(),
      { ...fine, source: { ...held, id: "s2" }, secrets: baseAddress("https://evil.example.net/s") },
      "secret_replaced",
      expect.stringContaining("Entra now has https://evil.example.net/s"),
    ],
    [
      "token_missing, and where the next token would go",
      syncedState(),
      { ...fine, secrets: [{ key: "BaseAddress", value: new Secret("https://evil.example.net/s") }] },
      "token_missing",
      expect.stringContaining("Entra now has https://evil.example.net/s"),
    ],
    [
      "base_address_changed where there was none",
      syncedState({ destination_base_address: null }),
      fine,
      "base_address_changed",
      "The token was last sent where the application is by itself; Entra now has https://app.example.com/scim",
    ],
    [
      "synced where there was no base address and there is none that leads anywhere",
      syncedState({ destination_base_address: null }),
      { ...fine, secrets: baseAddress("example.com/scim") },
      "synced",
      null,
    ],
    [
      "nothing of a base address to a sync that never pushed",
      syncedState({ destination_base_address: null, last_synced_at: null }),
      fine,
      "synced",
      null,
    ],
    [
      "secret_missing with what is in Entra: a token",
      syncedState(),
      { ...fine, source: "missing" },
      "secret_missing",
      "Infisical has no such secret; the token that was pushed is still in Entra",
    ],
    [
      "secret_missing with what is in Entra: none",
      syncedState(),
      { ...fine, source: "missing", secrets: [] },
      "secret_missing",
      "Infisical has no such secret, and the service principal has no token",
    ],
    [
      "incomplete for as long as no push went through",
      syncedState({ sync_status: "incomplete", sync_message: "why" }),
      fine,
      "incomplete",
      "why",
    ],
    [
      "synced for a sync without source",
      syncedState({ source: null, synced_version: null, synced_secret_id: null }),
      { ...fine, source: "none" },
      "synced",
      null,
    ],
    [
      "synced for a pin that is behind",
      syncedState({ source: { ...syncedState().source!, version: 4 } }),
      { ...fine, source: { ...held, version: 9 } },
      "synced",
      null,
    ],
    [
      "secret_replaced for a pin as well",
      syncedState({ source: { ...syncedState().source!, version: 4 } }),
      { ...fine, source: { ...held, id: "s2" } },
      "secret_replaced",
      expect.any(String),
    ],
  ] as const)("says %s", (_name, sync, observation, status, message) => {
    expect(assess(sync, observation as Observation)).toMatchObject({
      sync_status: status,
      sync_message: message,
    });
  });

  it.each([
    ["a rotation with it", syncedState(), { ...fine, source: { ...held, version: 7 } }, true],
    ["nothing else", syncedState(), fine, true],
    ["the managed one", managed("https://app.example.com/scim"), fine, true],
    ["no change of it", syncedState({ destination_base_address: "https://evil.example.net" }), fine, false],
  ] as const)(
    "has a message by which a changed tenant URL is known: %s",
    (_name, sync, observation, tells) => {
      const secrets = baseAddress("https://evil.example.net/s");
      expect(tellsElsewhere(assess(sync, { ...observation, secrets }).sync_message)).toBe(tells);
    },
  );

  it("never changes what only a push may change", () => {
    const sync = syncedState();
    const observed = assess(sync, { ...fine, source: { ...held, id: "s2", version: 9 }, secrets: [] });
    expect(observed).toMatchObject({
      synced_version: 4,
      synced_secret_id: "s1",
      last_synced_at: sync.last_synced_at,
      destination_base_address: sync.destination_base_address,
      source_version: 9,
      source_secret_id: "s2",
    });
  });

  it("shows no query of a base address, which may hold anything", () => {
    const observed = assess(syncedState(), {
      ...fine,
      secrets: baseAddress("https://evil.example.net/?key=s3cr3t"),
    });
    expect(JSON.stringify(observed)).not.toContain("s3cr3t");
  });
});

describe("primaryJob", () => {
  it.each([
    ["none", [], null],
    ["the first active", [job({ id: "a", scheduleState: "Disabled" }), job({ id: "b" })], "b"],
    [
      "the first when none is active",
      [job({ id: "a", scheduleState: "Paused" }), job({ id: "b", scheduleState: "Disabled" })],
      "a",
    ],
  ] as const)("is %s", (_name, jobs, id) => {
    expect(primaryJob(jobs)?.id ?? null).toBe(id);
  });
});

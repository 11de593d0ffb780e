import { Secret } from "../core/secret";
import { push } from "./push";
import type { PushRequest } from "./push-request";
import {
  call,
  FakeDestination,
  FakeSource,
  fakeClock,
  job,
  OBJECT_ID,
  problem,
  syncedState,
} from "./testing/fakes";

function setup(more: Partial<PushRequest> = {}) {
  const clock = fakeClock();
  const source = new FakeSource();
  const destination = new FakeDestination();
  destination.stored.set("SecretToken", "old");
  const options = call(clock);
  const run = () =>
    push(
      {
        servicePrincipalId: OBJECT_ID,
        origin: {
          kind: "secret",
          location: { projectId: "p", environment: "prod", path: "/scim", key: "TOKEN" },
          version: null,
        },
        baseAddress: null,
        validation: "standard",
        recoverFromQuarantine: true,
        fresh: false,
        prior: syncedState(),
        ...more,
      },
      { ports: { source, destination }, call: options, clock },
    );
  return { clock, source, destination, run };
}

const throwing =
  (thrown: unknown, times = Number.POSITIVE_INFINITY) =>
  (n: number) => {
    if (n <= times) throw thrown;
  };
const resourceNotFound = problem("not_found", { vendorCode: "Request_ResourceNotFound" });

describe("a push", () => {
  it("writes only the token and tells what it wrote", async () => {
    const { destination, run } = setup();
    const result = await run();
    expect(destination.stored.get("SecretToken")).toBe("token-v4");
    expect(destination.calls).toContain("putSecrets SecretToken");
    expect(result.error).toBeNull();
    expect(result.warnings).toEqual([]);
    expect(result.observation).toEqual({
      service_principal_display_name: "ServiceNow",
      destination_base_address: "https://app.example.com/scim",
      source_version: 4,
      source_secret_id: "s1",
      source_updated_at: "2025-12-31T00:00:00Z",
      source_updated_by: "ada",
      synced_version: 4,
      synced_secret_id: "s1",
      last_synced_at: "2026-01-01T00:00:00.000Z",
      sync_status: "synced",
      sync_message: null,
      provisioning_job: {
        id: "scim.1",
        template_id: "scim",
        status: "Active",
        quarantine_reason: null,
        next_attempt: null,
      },
    });
  });

  it("takes five Graph calls for an update, and one more for the name in a create", async () => {
    const update = setup();
    await update.run();
    expect(update.destination.calls).toHaveLength(5);
    const create = setup({ prior: null });
    await create.run();
    expect(create.destination.calls).toHaveLength(6);
  });

  it("writes the base address along where it is managed", async () => {
    const { destination, run } = setup({ baseAddress: "https://new.example.com/scim?x" });
    const result = await run();
    expect(destination.calls).toContain("putSecrets SecretToken,BaseAddress");
    expect(destination.stored.get("BaseAddress")).toBe("https://new.example.com/scim?x");
    expect(result.observation.destination_base_address).toBe("https://new.example.com/scim");
  });

  it("pushes a token that was handed over and stores nothing of its origin", async () => {
    const { source, destination, run } = setup({ origin: { kind: "value", token: new Secret("given\n") } });
    const result = await run();
    expect(source.calls).toEqual([]);
    expect(destination.stored.get("SecretToken")).toBe("given");
    expect(result.observation).toMatchObject({
      source_version: null,
      synced_version: null,
      synced_secret_id: null,
    });
  });

  it("warns of a reference, whose rotation is invisible", async () => {
    const { source, run } = setup();
    source.secret = { ...source.secret!, expanded: true };
    expect((await run()).warnings).toEqual([
      expect.objectContaining({ detail: expect.stringContaining("sync_trigger") }),
    ]);
  });

  it("has no name without the permission to read it", async () => {
    const { destination, run } = setup({ prior: null });
    destination.on = { servicePrincipal: throwing(problem("forbidden")) };
    expect((await run()).observation.service_principal_display_name).toBeNull();
  });
});

describe("before the write, a push fails and leaves the old token:", () => {
  it.each([
    [
      "a missing secret",
      (s: ReturnType<typeof setup>) => {
        s.source.secret = null;
      },
      "not_found",
      ["source"],
    ],
    [
      "a refused source",
      (s: ReturnType<typeof setup>) => {
        s.source.fault = problem("unauthenticated");
      },
      "unauthenticated",
      ["source"],
    ],
    [
      "an empty value",
      (s: ReturnType<typeof setup>) => {
        s.source.secret = { ...s.source.secret!, value: new Secret("") };
      },
      "unusable_token",
      ["source"],
    ],
    [
      "a refused destination",
      (s: ReturnType<typeof setup>) => {
        s.destination.on = { secrets: throwing(problem("forbidden")) };
      },
      "forbidden",
      ["destination", "connection"],
    ],
    [
      "a refused write",
      (s: ReturnType<typeof setup>) => {
        s.destination.on = { putSecrets: throwing(problem("forbidden")) };
      },
      "forbidden",
      undefined,
    ],
    [
      "a throttled write",
      (s: ReturnType<typeof setup>) => {
        s.destination.on = { putSecrets: throwing(problem("throttled")) };
      },
      "throttled",
      undefined,
    ],
    [
      "a token that the application refuses",
      (s: ReturnType<typeof setup>) => {
        s.destination.on = { validateCredentials: () => ({ outcome: "rejected", code: "X", status: 401 }) };
      },
      "rejected",
      ["source"],
    ],
  ] as const)("%s", async (_name, arrange, code, path) => {
    const fixture = setup();
    arrange(fixture);
    await expect(fixture.run()).rejects.toMatchObject({ code, path });
    expect(fixture.destination.stored.get("SecretToken")).toBe("old");
  });

  it("says where an imported secret comes from", async () => {
    const { source, run } = setup();
    source.secret = null;
    source.imported = "/shared of environment dev";
    await expect(run()).rejects.toMatchObject({
      detail: expect.stringContaining("/shared of environment dev"),
    });
  });

  it("names the pin when that version does not exist", async () => {
    const { source, run } = setup({
      origin: {
        kind: "secret",
        location: { projectId: "p", environment: "e", path: "/", key: "K" },
        version: 9,
      },
    });
    source.secret = null;
    await expect(run()).rejects.toMatchObject({ path: ["source", "version"] });
  });
});

describe("a service principal that is not there", () => {
  it("is waited for in a create", async () => {
    const { clock, destination, run } = setup({ prior: null });
    destination.on = {
      secrets: throwing(resourceNotFound, 2),
      jobs: throwing(resourceNotFound, 2),
      servicePrincipal: throwing(resourceNotFound, 2),
    };
    expect((await run()).error).toBeNull();
    expect(clock.waits).toEqual([2000, 4000]);
  });

  it("is an error after two minutes", async () => {
    const { clock, destination, run } = setup({ prior: null });
    destination.on = {
      secrets: throwing(resourceNotFound),
      jobs: throwing(resourceNotFound),
      servicePrincipal: throwing(resourceNotFound),
    };
    await expect(run()).rejects.toMatchObject({
      code: "not_found",
      path: ["destination", "service_principal_id"],
    });
    expect(clock.waits.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(120_000);
    expect(clock.waits.reduce((a, b) => a + b, 0)).toBeGreaterThan(100_000);
  });

  it("is an error at once in an update", async () => {
    const { clock, destination, run } = setup();
    destination.on = { secrets: throwing(resourceNotFound), servicePrincipal: throwing(resourceNotFound) };
    await expect(run()).rejects.toMatchObject({ code: "not_found" });
    expect(clock.waits).toEqual([]);
  });
});

describe("the test before the write", () => {
  it("tries the new token with what is readable, and no settings", async () => {
    const { destination, run } = setup();
    destination.stored.set("SyncAll", "true");
    destination.stored.set("Domain", "contoso");
    await run();
    expect(destination.tested).toEqual([
      { BaseAddress: "https://app.example.com/scim?x=1", Domain: "contoso", SecretToken: "token-v4" },
    ]);
  });

  const untestable: [string, (s: ReturnType<typeof setup>) => void][] = [
    [
      "no job",
      (s) => {
        s.destination.jobsNow = [];
      },
    ],
    [
      "another masked key",
      (s) => {
        s.destination.stored.set("Password", "x");
      },
    ],
    [
      "Entra being unable to",
      (s) => {
        s.destination.on = {
          validateCredentials: () => ({
            outcome: "untestable",
            code: "CredentialValidationUnavailable",
            status: null,
          }),
        };
      },
    ],
    [
      "a timeout",
      (s) => {
        s.destination.on = { validateCredentials: throwing(problem("timeout")) };
      },
    ],
  ];
  it.each(untestable)("warns under standard with %s, and pushes", async (_name, arrange) => {
    const fixture = setup();
    arrange(fixture);
    const result = await fixture.run();
    expect(result.warnings).toEqual([
      expect.objectContaining({ summary: "The new token could not be tested" }),
    ]);
    expect(fixture.destination.stored.get("SecretToken")).toBe("token-v4");
  });
  it.each(untestable)("refuses under strict with %s", async (_name, arrange) => {
    const fixture = setup({ validation: "strict" });
    arrange(fixture);
    await expect(fixture.run()).rejects.toMatchObject({ code: "rejected", path: ["validation"] });
    expect(fixture.destination.stored.get("SecretToken")).toBe("old");
  });

  it("is left out when it is off", async () => {
    const { destination, run } = setup({ validation: "off" });
    await run();
    expect(destination.tested).toEqual([]);
  });

  it("stops the push when credentials are refused", async () => {
    const { destination, run } = setup();
    destination.on = { validateCredentials: throwing(problem("forbidden")) };
    await expect(run()).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a tenant URL that was changed in Entra", () => {
  it("is a warning with both under standard", async () => {
    const { destination, run } = setup();
    destination.stored.set("BaseAddress", "https://evil.example.net/x?key=s3cr3t");
    const { warnings } = await run();
    expect(warnings[0]?.detail).toContain("https://app.example.com/scim");
    expect(warnings[0]?.detail).toContain("https://evil.example.net/x");
    expect(JSON.stringify(warnings)).not.toContain("s3cr3t");
  });

  it("stops a strict push before anything is sent, the test included", async () => {
    const { destination, run } = setup({ validation: "strict" });
    destination.stored.set("BaseAddress", "https://evil.example.net/x");
    await expect(run()).rejects.toMatchObject({ code: "rejected", path: ["destination"] });
    expect(destination.tested).toEqual([]);
    expect(destination.stored.get("SecretToken")).toBe("old");
  });

  it("does not matter where it is managed", async () => {
    const { destination, run } = setup({ validation: "strict", baseAddress: "https://app.example.com/scim" });
    destination.stored.set("BaseAddress", "https://evil.example.net/x");
    expect((await run()).error).toBeNull();
    expect(destination.stored.get("BaseAddress")).toBe("https://app.example.com/scim");
  });
});

describe("after the write", () => {
  it.each(["unavailable", "timeout"] as const)(
    "%s of the write itself leaves it incomplete",
    async (code) => {
      const { destination, run } = setup();
      destination.on = { putSecrets: throwing(problem(code)) };
      const result = await run();
      expect(result.error).toMatchObject({ code });
      expect(result.observation.sync_status).toBe("incomplete");
    },
  );

  it("a check that fails leaves it incomplete", async () => {
    const { destination, run } = setup();
    destination.on = {
      secrets: (n) => {
        if (n === 2) throw problem("unavailable");
      },
    };
    const result = await run();
    expect(result.error).not.toBeNull();
    expect(result.observation).toMatchObject({ sync_status: "incomplete", synced_version: 4 });
    expect(destination.stored.get("SecretToken")).toBe("token-v4");
  });

  it("a token that is not there afterwards is an error", async () => {
    const { destination, run } = setup();
    destination.on = { secrets: (n) => (n === 2 ? [] : undefined) };
    expect((await run()).error).toMatchObject({ code: "unexpected_response" });
  });

  it("puts back readable keys that a replacing server lost, and still fails", async () => {
    const { destination, run } = setup({ validation: "off" });
    destination.replaces = true;
    destination.stored.set("Domain", "contoso");
    const result = await run();
    expect(destination.stored).toEqual(
      new Map([
        ["SecretToken", "token-v4"],
        ["BaseAddress", "https://app.example.com/scim?x=1"],
        ["Domain", "contoso"],
      ]),
    );
    expect(result.error).toMatchObject({
      code: "lost_keys",
      detail: expect.stringContaining("Put back: BaseAddress, Domain"),
    });
    expect(result.observation.sync_status).toBe("incomplete");
  });

  it("names masked keys that are lost for good", async () => {
    const { destination, run } = setup({ validation: "off" });
    destination.replaces = true;
    destination.stored.set("Password", "x");
    const result = await run();
    expect(result.error?.detail).toMatch(/Gone.*: Password\./);
  });

  it("an interruption waits for write and check", async () => {
    const clock = fakeClock();
    const controller = new AbortController();
    const destination = new FakeDestination();
    destination.on = {
      putSecrets: () => {
        controller.abort();
      },
    };
    const result = await push(
      {
        servicePrincipalId: OBJECT_ID,
        origin: { kind: "value", token: new Secret("given") },
        baseAddress: null,
        validation: "off",
        recoverFromQuarantine: true,
        fresh: false,
        prior: syncedState(),
      },
      {
        ports: { source: new FakeSource(), destination },
        call: { ...call(clock), signal: controller.signal },
        clock,
      },
    );
    expect(result).toMatchObject({ error: null, observation: { sync_status: "synced" } });
  });
});

describe("healing", () => {
  const quarantined = job({ status: "Quarantine", quarantineReason: "EncounteredQuarantineException" });

  it("starts a job that is in quarantine for bad credentials and waits for it", async () => {
    const { clock, destination, run } = setup();
    destination.jobsNow = [quarantined];
    const result = await run();
    expect(destination.calls.filter((name) => name === "startJob")).toHaveLength(1);
    expect(clock.waits).toEqual([1000]);
    expect(result.observation.provisioning_job).toMatchObject({ status: "Active", quarantine_reason: null });
    expect(result.warnings).toEqual([]);
  });

  it.each([
    ["too many deletes", { quarantineReason: "TooManyDeletes" }],
    ["an escrow threshold", { quarantineReason: "EncounteredTotalEscrowThreshold" }],
    ["a paused schedule", { scheduleState: "Paused" }],
  ])("leaves %s alone and says so", async (_name, more) => {
    const { destination, run } = setup();
    destination.jobsNow = [{ ...quarantined, ...more }];
    const result = await run();
    expect(destination.calls).not.toContain("startJob");
    expect(result.warnings).toEqual([
      expect.objectContaining({ summary: "A provisioning job is in quarantine" }),
    ]);
  });

  it("does not start it when that is not wanted", async () => {
    const { destination, run } = setup({ recoverFromQuarantine: false });
    destination.jobsNow = [quarantined];
    await run();
    expect(destination.calls).not.toContain("startJob");
  });

  it("does not start one that runs", async () => {
    const { destination, run } = setup();
    await run();
    expect(destination.calls).not.toContain("startJob");
  });

  it("looks before it starts again", async () => {
    const { destination, run } = setup();
    destination.jobsNow = [quarantined];
    destination.on = { startJob: throwing(problem("timeout"), 1) };
    const result = await run();
    const calls = destination.calls.slice(destination.calls.indexOf("startJob"));
    expect(calls.slice(0, 3)).toEqual(["startJob", "jobs", "startJob"]);
    expect(result.error).toBeNull();
  });

  it("is bounded, and a warning when it does not help", async () => {
    const { clock, destination, run } = setup();
    destination.jobsNow = [quarantined];
    destination.startJob = async () => {};
    const result = await run();
    expect(clock.waits).toEqual([1000, 2000, 4000, 8000, 15000]);
    expect(result.error).toBeNull();
    expect(result.warnings).toEqual([
      expect.objectContaining({ summary: "The provisioning job is still in quarantine" }),
    ]);
  });

  it("never fails a push", async () => {
    const { destination, run } = setup();
    destination.jobsNow = [quarantined];
    destination.on = { startJob: throwing(problem("forbidden")) };
    const result = await run();
    expect(result.error).toBeNull();
    expect(result.warnings).toHaveLength(1);
  });
});

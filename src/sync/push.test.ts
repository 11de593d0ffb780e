import { Secret } from "../core/secret";
import { problem, syncedState } from "./testing/fakes";
import { pushFixture, resourceNotFound, throwing } from "./testing/push-fixture";

describe("a push", () => {
  it("writes only the token and tells what it wrote", async () => {
    const { destination, run } = pushFixture();
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
    const update = pushFixture();
    await update.run();
    expect(update.destination.calls).toHaveLength(5);
    const create = pushFixture({ prior: null });
    await create.run();
    expect(create.destination.calls).toHaveLength(6);
  });

  it("writes the base address along where it is managed", async () => {
    const { destination, run } = pushFixture({ baseAddress: "https://new.example.com/scim?x" });
    const result = await run();
    expect(destination.calls).toContain("putSecrets SecretToken,BaseAddress");
    expect(destination.stored.get("BaseAddress")).toBe("https://new.example.com/scim?x");
    expect(result.observation.destination_base_address).toBe("https://new.example.com/scim");
  });

  it("pushes a token that was handed over and stores nothing of its origin", async () => {
    const { source, destination, run } = pushFixture({
      origin: { kind: "value", token: new Secret("given\n") },
    });
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
    const { source, run } = pushFixture();
    source.secret = { ...source.secret!, expanded: true };
    expect((await run()).warnings).toEqual([
      expect.objectContaining({ detail: expect.stringContaining("sync_trigger") }),
    ]);
  });

  it.each(["forbidden", "not_found", "unavailable", "unexpected_response"] as const)(
    "has no name where reading it is %s, and no error",
    async (code) => {
      const { destination, run } = pushFixture({ prior: null });
      destination.on = { servicePrincipal: throwing(problem(code)) };
      const result = await run();
      expect(result.error).toBeNull();
      expect(result.observation.service_principal_display_name).toBeNull();
    },
  );
});

describe("a push of a pinned version", () => {
  const pinned = { location: { projectId: "p", environment: "e", path: "/", key: "K" }, version: 4 };

  it("tells what was pushed and what Infisical holds, as the next refresh will", async () => {
    const { source, run } = pushFixture({ origin: { kind: "secret", ...pinned } });
    source.newest = { id: "s1", version: 9, updatedAt: "2026-01-02T00:00:00Z", updatedBy: "grace" };
    expect((await run()).observation).toMatchObject({
      source_version: 9,
      source_updated_by: "grace",
      synced_version: 4,
      synced_secret_id: "s1",
    });
  });
});

describe("a push whose time is up before the write", () => {
  it("sends nothing", async () => {
    const { clock, destination, run } = pushFixture();
    destination.on = {
      validateCredentials: () => {
        void clock.sleep(600_000, new AbortController().signal);
      },
    };
    await expect(run()).rejects.toMatchObject({
      code: "timeout",
      detail: expect.stringContaining("Nothing was written"),
    });
    expect(destination.stored.get("SecretToken")).toBe("old");
  });
});

it("reads no token for a service principal that is not there", async () => {
  const { source, destination, run } = pushFixture();
  destination.on = { secrets: throwing(resourceNotFound), servicePrincipal: throwing(resourceNotFound) };
  await expect(run()).rejects.toMatchObject({ code: "not_found" });
  expect(source.calls).toEqual([]);
});

describe("before the write, a push fails and leaves the old token:", () => {
  it.each([
    [
      "a missing secret",
      (s: ReturnType<typeof pushFixture>) => {
        s.source.secret = null;
      },
      "not_found",
      ["source", "secret_key"],
    ],
    [
      "a refused source",
      (s: ReturnType<typeof pushFixture>) => {
        s.source.fault = problem("unauthenticated");
      },
      "unauthenticated",
      ["source", "secret_key"],
    ],
    [
      "an empty value",
      (s: ReturnType<typeof pushFixture>) => {
        s.source.secret = { ...s.source.secret!, value: new Secret("") };
      },
      "unusable_token",
      ["source", "secret_key"],
    ],
    [
      "a refused destination",
      (s: ReturnType<typeof pushFixture>) => {
        s.destination.on = { secrets: throwing(problem("forbidden")) };
      },
      "forbidden",
      ["destination", "connection"],
    ],
    [
      "a refused write",
      (s: ReturnType<typeof pushFixture>) => {
        s.destination.on = { putSecrets: throwing(problem("forbidden")) };
      },
      "forbidden",
      undefined,
    ],
    [
      "a throttled write",
      (s: ReturnType<typeof pushFixture>) => {
        s.destination.on = { putSecrets: throwing(problem("throttled")) };
      },
      "throttled",
      undefined,
    ],
    [
      "a token that the application refuses",
      (s: ReturnType<typeof pushFixture>) => {
        s.destination.on = { validateCredentials: () => ({ outcome: "rejected", code: "X", status: 401 }) };
      },
      "rejected",
      ["source", "secret_key"],
    ],
  ] as const)("%s", async (_name, arrange, code, path) => {
    const fixture = pushFixture();
    arrange(fixture);
    await expect(fixture.run()).rejects.toMatchObject({ code, path });
    expect(fixture.destination.stored.get("SecretToken")).toBe("old");
  });

  it.each([
    ["is none", "two\nlines", "unusable_token"],
    ["the application refuses", "refused", "rejected"],
  ])("a given token that %s, at token_wo", async (_name, token, code) => {
    const { destination, run } = pushFixture({ origin: { kind: "value", token: new Secret(token) } });
    destination.on = { validateCredentials: () => ({ outcome: "rejected", code: "X", status: 401 }) };
    await expect(run()).rejects.toMatchObject({ code, path: ["token_wo"] });
  });

  it("says where an imported secret comes from", async () => {
    const { source, run } = pushFixture();
    source.secret = null;
    source.imported = "/shared of environment dev";
    await expect(run()).rejects.toMatchObject({
      detail: expect.stringContaining("/shared of environment dev"),
    });
  });

  it("names the pin when that version does not exist", async () => {
    const { source, run } = pushFixture({
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
    const { clock, destination, run } = pushFixture({ prior: null });
    destination.on = {
      secrets: throwing(resourceNotFound, 2),
      jobs: throwing(resourceNotFound, 2),
      servicePrincipal: throwing(resourceNotFound, 2),
    };
    const result = await run();
    expect(result.error).toBeNull();
    expect(result.observation.service_principal_display_name).toBe("ServiceNow");
    expect(clock.waits).toEqual([2000, 4000]);
  });

  it("is an error after two minutes", async () => {
    const { clock, destination, run } = pushFixture({ prior: null });
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
    const { clock, destination, run } = pushFixture();
    destination.on = { secrets: throwing(resourceNotFound), servicePrincipal: throwing(resourceNotFound) };
    await expect(run()).rejects.toMatchObject({ code: "not_found" });
    expect(clock.waits).toEqual([]);
  });
});

describe("a tenant URL that was changed in Entra", () => {
  it("is a warning with both under standard", async () => {
    const { destination, run } = pushFixture();
    destination.stored.set("BaseAddress", "https://evil.example.net/x?key=s3cr3t");
    const { warnings } = await run();
    expect(warnings[0]?.detail).toContain("https://app.example.com/scim");
    expect(warnings[0]?.detail).toContain("https://evil.example.net/x");
    expect(JSON.stringify(warnings)).not.toContain("s3cr3t");
  });

  it("stops a strict push before anything is sent, the test included", async () => {
    const { destination, run } = pushFixture({ validation: "strict" });
    destination.stored.set("BaseAddress", "https://evil.example.net/x");
    await expect(run()).rejects.toMatchObject({ code: "rejected", path: ["destination"] });
    expect(destination.tested).toEqual([]);
    expect(destination.stored.get("SecretToken")).toBe("old");
  });

  it("does not matter where it is managed", async () => {
    const { destination, run } = pushFixture({
      validation: "strict",
      baseAddress: "https://app.example.com/scim",
    });
    destination.stored.set("BaseAddress", "https://evil.example.net/x");
    expect((await run()).error).toBeNull();
    expect(destination.stored.get("BaseAddress")).toBe("https://app.example.com/scim");
  });

  it("is told where there was none before", async () => {
    const { destination, run } = pushFixture({ prior: syncedState({ destination_base_address: null }) });
    destination.stored.set("BaseAddress", "https://evil.example.net/x");
    const { warnings } = await run();
    expect(warnings[0]).toMatchObject({
      summary: "The tenant URL was changed in Entra",
      detail: expect.stringContaining("https://evil.example.net/x"),
    });
  });

  it.each([
    ["is an application without one", undefined],
    ["holds what is no URL", "example.com/scim"],
  ])("is nothing to tell where there was none and there %s", async (_, address) => {
    const { destination, run } = pushFixture({
      validation: "strict",
      prior: syncedState({ destination_base_address: null }),
    });
    if (address === undefined) destination.stored.delete("BaseAddress");
    else destination.stored.set("BaseAddress", address);
    expect(await run()).toMatchObject({ warnings: [], observation: { destination_base_address: null } });
  });

  it("is not told of a sync that never pushed, which has nothing to compare with", async () => {
    const { run } = pushFixture({
      prior: syncedState({ last_synced_at: null, destination_base_address: null }),
    });
    expect((await run()).warnings).toEqual([]);
  });

  it("is told when it happens between the look and the write, and stays to be told", async () => {
    const { destination, run } = pushFixture();
    destination.on = {
      validateCredentials: () => {
        destination.stored.set("BaseAddress", "https://evil.example.net/x");
      },
    };
    const { warnings, observation } = await run();
    expect(warnings[0]).toMatchObject({
      summary: "The tenant URL was changed in Entra",
      detail: expect.stringContaining("https://evil.example.net/x"),
    });
    expect(observation.destination_base_address).toBe("https://app.example.com/scim");
  });
});

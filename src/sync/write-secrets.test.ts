import { Secret } from "../core/secret";
import { push } from "./push";
import {
  call,
  FakeDestination,
  FakeSource,
  fakeClock,
  OBJECT_ID,
  problem,
  syncedState,
} from "./testing/fakes";
import { pushFixture, throwing } from "./testing/push-fixture";

describe("after the write", () => {
  it.each(["unavailable", "timeout", "unexpected_response", "untrusted", "internal"] as const)(
    "%s of the write itself leaves it incomplete",
    async (code) => {
      const { destination, run } = pushFixture();
      destination.on = { putSecrets: throwing(problem(code)) };
      const result = await run();
      expect(result.error).toMatchObject({ code });
      expect(result.observation.sync_status).toBe("incomplete");
    },
  );

  it.each([
    ["a refusal", problem("unexpected_response", { status: 400 })],
    ["a redirect", problem("untrusted", { status: 307 })],
    ["a permission that is missing", problem("forbidden", { status: 403 })],
    ["a credential that is refused beforehand", problem("unauthenticated")],
  ])("%s of the write itself leaves nothing behind", async (_, refusal) => {
    const { destination, run } = pushFixture();
    destination.on = { putSecrets: throwing(refusal) };
    await expect(run()).rejects.toMatchObject({ code: refusal.code });
  });

  it("a check that fails leaves it incomplete", async () => {
    const { destination, run } = pushFixture();
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
    const { destination, run } = pushFixture();
    destination.on = { secrets: (n) => (n === 2 ? [] : undefined) };
    expect((await run()).error).toMatchObject({ code: "unexpected_response" });
  });

  it("a managed base address that is not there afterwards is one as well", async () => {
    const { destination, run } = pushFixture({ baseAddress: "https://app.example.com/scim" });
    destination.on = { secrets: () => [{ key: "SecretToken", value: null }] };
    expect((await run()).error).toMatchObject({
      code: "unexpected_response",
      detail: expect.stringContaining("BaseAddress"),
    });
  });

  it("puts back readable keys that a replacing server lost, and still fails", async () => {
    const { destination, run } = pushFixture({ validation: "off" });
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
    const { destination, run } = pushFixture({ validation: "off" });
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

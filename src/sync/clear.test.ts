import { clear } from "./clear";
import { call, FakeDestination, fakeClock, OBJECT_ID, problem } from "./testing/fakes";

function setup() {
  const destination = new FakeDestination();
  destination.stored.set("SecretToken", "old");
  destination.stored.set("SyncAll", "true");
  const clock = fakeClock();
  const interruption = new AbortController();
  const run = (managesBaseAddress = false) =>
    clear(
      { servicePrincipalId: OBJECT_ID, managesBaseAddress },
      destination,
      { ...call(clock), signal: interruption.signal },
      clock,
    );
  return { destination, interruption, run };
}

describe("clear", () => {
  it("removes the token and nothing else", async () => {
    const { destination, run } = setup();
    await run();
    expect([...destination.stored.keys()].sort()).toEqual(["BaseAddress", "SyncAll"]);
  });

  it("removes a managed base address as well", async () => {
    const { destination, run } = setup();
    await run(true);
    expect([...destination.stored.keys()]).toEqual(["SyncAll"]);
  });

  it("writes nothing when there is nothing", async () => {
    const { destination, run } = setup();
    destination.stored.delete("SecretToken");
    await run();
    expect(destination.calls.some((name) => name.startsWith("put"))).toBe(false);
  });

  it("takes a service principal that is gone for success", async () => {
    const { destination, run } = setup();
    const gone = () => {
      throw problem("not_found", { vendorCode: "Request_ResourceNotFound" });
    };
    destination.on = { secrets: gone, jobs: gone, servicePrincipal: gone };
    await expect(run()).resolves.toBeUndefined();
  });

  it("is not interrupted between the write and its check", async () => {
    const { destination, interruption, run } = setup();
    const signals: boolean[] = [];
    destination.on = { putSecrets: () => interruption.abort() };
    const read = destination.secrets.bind(destination);
    destination.secrets = async (_id, options) => {
      signals.push(options?.signal.aborted === true);
      return read();
    };
    await run();
    expect(signals).toEqual([false, false]);
  });

  it("is an error when the token stays", async () => {
    const { destination, run } = setup();
    destination.putSecrets = async () => {};
    await expect(run()).rejects.toMatchObject({
      code: "unexpected_response",
      detail: expect.stringContaining("SecretToken"),
    });
  });
});

import { KeyedLock } from "./keyed-lock";

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe("KeyedLock", () => {
  it("runs one key one after the other, in order", async () => {
    const lock = new KeyedLock();
    const events: string[] = [];
    const first = gate();
    const one = lock.run("a", async () => {
      events.push("one begins");
      await first.opened;
      events.push("one ends");
    });
    const two = lock.run("a", async () => {
      events.push("two");
    });
    await Promise.resolve();
    first.open();
    await Promise.all([one, two]);
    expect(events).toEqual(["one begins", "one ends", "two"]);
  });

  it("runs different keys side by side", async () => {
    const lock = new KeyedLock();
    const held = gate();
    const one = lock.run("a", () => held.opened);
    await expect(lock.run("b", async () => "free")).resolves.toBe("free");
    held.open();
    await one;
  });

  it("goes on after a failure", async () => {
    const lock = new KeyedLock();
    const failing = lock.run("a", async () => {
      throw new Error("x");
    });
    await expect(failing).rejects.toThrow("x");
    await expect(lock.run("a", async () => 1)).resolves.toBe(1);
  });
});

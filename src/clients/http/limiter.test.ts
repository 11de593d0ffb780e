import { Limiter } from "./limiter";

const signal = new AbortController().signal;

/** An operation that ends when told to. */
function gate() {
  const entered: string[] = [];
  const leave = new Map<string, () => void>();
  const pass = (name: string) => () =>
    new Promise<string>((resolve) => {
      entered.push(name);
      leave.set(name, () => resolve(name));
    });
  return { entered, leave, pass };
}

describe("Limiter", () => {
  it("lets in as many as there is room for, the others in the order in which they came", async () => {
    const { entered, leave, pass } = gate();
    const limiter = new Limiter(2);
    const all = ["a", "b", "c", "d"].map((name) => limiter.run(pass(name), signal));
    await Promise.resolve();
    expect(entered).toEqual(["a", "b"]);
    leave.get("b")?.();
    await all[1];
    await new Promise(setImmediate);
    expect(entered).toEqual(["a", "b", "c"]);
    leave.get("a")?.();
    leave.get("c")?.();
    await new Promise(setImmediate);
    leave.get("d")?.();
    expect(await Promise.all(all)).toEqual(["a", "b", "c", "d"]);
  });

  it("gives the room back after a failure", async () => {
    const limiter = new Limiter(1);
    await expect(limiter.run(() => Promise.reject(new Error("no")), signal)).rejects.toThrow("no");
    await expect(limiter.run(async () => "fine", signal)).resolves.toBe("fine");
  });

  it("lets one who is interrupted leave the queue, and loses no room by it", async () => {
    const { entered, leave, pass } = gate();
    const limiter = new Limiter(1);
    const interrupted = new AbortController();
    const first = limiter.run(pass("a"), signal);
    const second = limiter.run(pass("b"), interrupted.signal);
    const third = limiter.run(pass("c"), signal);
    interrupted.abort();
    await expect(second).rejects.toMatchObject({ code: "cancelled" });
    leave.get("a")?.();
    await first;
    await new Promise(setImmediate);
    leave.get("c")?.();
    await third;
    expect(entered).toEqual(["a", "c"]);
    interrupted.abort();
    await expect(limiter.run(async () => "fine", signal)).resolves.toBe("fine");
  });

  it("does not begin for one who was interrupted before", async () => {
    await expect(new Limiter(1).run(async () => "never", AbortSignal.abort())).rejects.toMatchObject({
      code: "cancelled",
    });
  });
});

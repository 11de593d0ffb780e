import { Problem } from "../core/problem";
import { ProcessMemory } from "./process-memory";

describe("ProcessMemory", () => {
  it("gives a destination to the first who claims it", () => {
    const memory = new ProcessMemory();
    expect(memory.claim("k", "a")).toBeNull();
    expect(memory.claim("k", "a")).toBeNull();
    expect(memory.claim("k", "b")).toBe("a");
    expect(memory.claim("other", "b")).toBeNull();
  });

  it("takes every spelling of a service principal for the same claim", () => {
    const memory = new ProcessMemory();
    memory.claim("1f", "a");
    expect(memory.claim("1F", "b")).toBe("a");
    expect(memory.isClaimed("1F")).toBe(true);
  });

  it("looks once per key, and shares a rejection as well", async () => {
    const memory = new ProcessMemory();
    const look = jest.fn(async () => {
      throw new Error("x");
    });
    await expect(memory.once("k", look)).rejects.toThrow("x");
    await expect(memory.once("k", look)).rejects.toThrow("x");
    expect(look).toHaveBeenCalledTimes(1);
  });

  it("looks again after a rejection that may pass", async () => {
    const memory = new ProcessMemory();
    const fault = new Problem("unavailable", { summary: "s", detail: "d" });
    await expect(memory.once("k", () => Promise.reject(fault))).rejects.toBe(fault);
    await expect(memory.once("k", async () => "there")).resolves.toBe("there");
  });

  it.each([
    [
      "claimed",
      (m: ProcessMemory): void => {
        m.claim("k", "a");
      },
      (m: ProcessMemory, k: string) => m.isClaimed(k),
    ],
    ["pushed", (m: ProcessMemory) => m.markPushed("k"), (m: ProcessMemory, k: string) => m.wasPushed(k)],
    ["gone", (m: ProcessMemory) => m.markGone("k"), (m: ProcessMemory, k: string) => m.wasGone(k)],
    ["own", (m: ProcessMemory) => m.markOwn("k"), (m: ProcessMemory, k: string) => m.isOwn(k)],
  ] as const)("remembers which are %s, in any letter case", (_name, mark, is) => {
    const memory = new ProcessMemory();
    expect(is(memory, "k")).toBe(false);
    mark(memory);
    expect(is(memory, "k")).toBe(true);
    expect(is(memory, "K")).toBe(true);
    expect(is(memory, "other")).toBe(false);
  });

  it("takes nothing for our own where refresh found it gone", () => {
    const memory = new ProcessMemory();
    memory.markOwn("k");
    memory.markGone("K");
    expect(memory.isOwn("k")).toBe(false);
  });

  it("lets writes to one destination come one after the other, however it is spelled", async () => {
    const memory = new ProcessMemory();
    const order: string[] = [];
    const write = (name: string) => async () => {
      order.push(`${name} begins`);
      await new Promise(setImmediate);
      order.push(`${name} ends`);
    };
    await Promise.all([memory.exclusively("1f", write("a")), memory.exclusively("1F", write("b"))]);
    expect(order).toEqual(["a begins", "a ends", "b begins", "b ends"]);
  });

  it("waits no longer after ten waits in a row that were in vain", () => {
    const memory = new ProcessMemory();
    for (let i = 0; i < 9; i++) memory.waitEnded(false);
    expect(memory.mayWait).toBe(true);
    memory.waitEnded(true);
    for (let i = 0; i < 9; i++) memory.waitEnded(false);
    expect(memory.mayWait).toBe(true);
    memory.waitEnded(false);
    expect(memory.mayWait).toBe(false);
  });
});

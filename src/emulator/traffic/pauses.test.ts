import { Pauses } from "./pauses";

const PUT = { api: "graph", method: "PUT", route: "/r", path: "/r" };

describe("Pauses", () => {
  it("holds one request that matches, at its moment, until it is resumed", async () => {
    const pauses = new Pauses();
    const pause = pauses.set({ method: "PUT" }, "before");
    await pauses.pass({ ...PUT, method: "GET" }, "before");
    await pauses.pass(PUT, "after");
    let passed = false;
    const held = pauses.pass(PUT, "before").then(() => {
      passed = true;
    });
    await pause.arrived;
    await pauses.pass(PUT, "before");
    expect(passed).toBe(false);
    pause.resume();
    await held;
    expect(pauses.find(pause.id)).toBeUndefined();
  });

  it("holds nobody any more when it is resumed before anybody came", async () => {
    const pauses = new Pauses();
    pauses.set({}, "before").resume();
    await pauses.pass(PUT, "before");
  });

  it("lets everybody go", async () => {
    const pauses = new Pauses();
    const pause = pauses.set({}, "after");
    const held = pauses.pass(PUT, "after");
    await pause.arrived;
    pauses.releaseAll();
    await held;
  });
});

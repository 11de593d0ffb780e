import { PrivateState } from "./private-state";

const decode = (text: string) => PrivateState.decode(Buffer.from(text));

describe("private state", () => {
  it("survives a round trip", () => {
    const state = new PrivateState();
    state.set("a", { b: [1] });
    state.set("__proto__", "x");
    state.set("gone", 1);
    state.set("gone", undefined);
    const back = PrivateState.decode(state.encode());
    expect([back.get("a"), back.get("__proto__"), back.get("gone")]).toEqual([{ b: [1] }, "x", undefined]);
  });

  it("is empty bytes when nothing is stored", () => {
    expect(new PrivateState().encode()).toHaveLength(0);
  });

  it.each([[""], ["no json"], ["null"], ["[1]"], ['"x"'], ["\u0000"]])(
    "takes what is not ours for empty: %p",
    (text) => {
      expect(decode(text).encode()).toHaveLength(0);
    },
  );

  it("takes what it could not write again for nothing", () => {
    const deep = Buffer.from(`{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`);
    expect(PrivateState.decode(deep).encode()).toHaveLength(0);
  });
});

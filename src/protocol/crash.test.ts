import { crashOnUncaught } from "./crash";
import type { Host } from "./host";

function crashingHost() {
  const listeners = new Map<string, (caught: unknown) => void>();
  const written: string[] = [];
  const exit = jest.fn();
  const host = {
    exit,
    stderr: {
      write: (text: string, done?: () => void) => {
        written.push(text);
        done?.();
      },
    },
    on: (event: string, listener: (caught: unknown) => void) => listeners.set(event, listener),
  } as unknown as Host;
  crashOnUncaught(host);
  return { written, exit, raise: (event: string, caught: unknown) => listeners.get(event)?.(caught) };
}

describe("crashOnUncaught", () => {
  it.each([
    ["uncaughtException", new SyntaxError("hunter2"), /^panic: SyntaxError\n\s+at .*crash\.test/],
    ["unhandledRejection", new RangeError("hunter2"), /^panic: RangeError\n\s+at /],
    ["unhandledRejection", "hunter2", /^panic: a thrown string\n$/],
    ["unhandledRejection", null, /^panic: a thrown null\n$/],
  ])("turns an %s into a panic with the stack and without the message", (event, caught, pattern) => {
    const { written, exit, raise } = crashingHost();
    raise(event, caught);
    expect(written.join("")).toMatch(pattern);
    expect(written.join("")).not.toContain("hunter2");
    expect(exit).toHaveBeenCalledWith(2);
  });

  it("panics once", () => {
    const { written, raise } = crashingHost();
    raise("uncaughtException", new Error("a"));
    raise("unhandledRejection", new Error("b"));
    expect(written).toHaveLength(1);
  });
});

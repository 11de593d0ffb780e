import { debugSwitches, guardAgainstDebugSwitches } from "./debug-switches";

describe("debugSwitches", () => {
  it.each([
    ["nothing", {}, []],
    ["empty ones", { NODE_DEBUG: "", NODE_OPTIONS: "" }, []],
    ["harmless options", { NODE_OPTIONS: "--max-old-space-size=4096 --enable-source-maps" }, []],
    ["variables", { NODE_DEBUG: "http2", SSLKEYLOGFILE: "/tmp/keys" }, ["NODE_DEBUG", "SSLKEYLOGFILE"]],
    [
      "options",
      { NODE_OPTIONS: "--inspect=0.0.0.0:9229 --tls-keylog=/tmp/k --heapsnapshot-signal=SIGUSR2" },
      ["NODE_OPTIONS --inspect", "NODE_OPTIONS --tls-keylog", "NODE_OPTIONS --heapsnapshot-signal"],
    ],
  ])("names %s", (_, env, names) => {
    expect(debugSwitches(env)).toEqual(names);
  });
});

describe("guardAgainstDebugSwitches", () => {
  it("switches diagnostic reports off", () => {
    const report = { reportOnFatalError: true, reportOnSignal: true, reportOnUncaughtException: true };
    guardAgainstDebugSwitches({ env: {}, report }, { log: () => {} });
    expect(Object.values(report)).toEqual([false, false, false]);
  });

  it("warns of each switch by name, without its value", () => {
    const log = jest.fn();
    guardAgainstDebugSwitches({ env: { SSLKEYLOGFILE: "/secret/place" } }, { log });
    expect(log).toHaveBeenCalledTimes(1);
    expect(log).toHaveBeenCalledWith("warn", expect.any(String), { switch: "SSLKEYLOGFILE" });
  });
});

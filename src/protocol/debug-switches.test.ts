import { guardAgainstDebugSwitches } from "./debug-switches";

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

import { watchParent } from "./parent-watch";

function fakeHost(platform: string) {
  return { platform, ppid: 42, kill: jest.fn<unknown, [number, 0]>() };
}

describe("watchParent", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it("is silent while the parent lives", () => {
    const died = jest.fn();
    watchParent(fakeHost("linux"), died);
    jest.advanceTimersByTime(60_000);
    expect(died).not.toHaveBeenCalled();
  });

  it("tells once when another process has become the parent", () => {
    const died = jest.fn();
    const host = fakeHost("linux");
    watchParent(host, died);
    host.ppid = 1;
    jest.advanceTimersByTime(2_000);
    expect(died).toHaveBeenCalledTimes(1);
  });

  it.each([
    ["is gone", "ESRCH", 1],
    ["may not be signalled", "EPERM", 0],
  ])("asks Windows whether the parent %s", (_, code, times) => {
    const died = jest.fn();
    const host = fakeHost("win32");
    watchParent(host, died);
    host.kill.mockImplementation(() => {
      throw Object.assign(new Error("no"), { code });
    });
    jest.advanceTimersByTime(2_000);
    expect(died).toHaveBeenCalledTimes(times);
    expect(host.kill).toHaveBeenCalledWith(42, 0);
  });

  it("can be ended", () => {
    const died = jest.fn();
    const host = fakeHost("linux");
    watchParent(host, died)();
    host.ppid = 1;
    jest.advanceTimersByTime(2_000);
    expect(died).not.toHaveBeenCalled();
  });
});

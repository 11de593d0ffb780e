import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { keepHeapLean } from "./lean-heap";

jest.mock("node:v8", () => ({ setFlagsFromString: jest.fn() }));
jest.mock("node:vm", () => ({ runInNewContext: jest.fn() }));

const flags = () => jest.mocked(setFlagsFromString).mock.calls.map(([flag]) => flag);
const collect = jest.fn();

beforeEach(() => {
  jest.useFakeTimers();
  jest.clearAllMocks();
  jest.mocked(runInNewContext).mockReturnValue(collect);
});
afterEach(() => jest.useRealTimers());

describe("keepHeapLean", () => {
  it("changes nothing of a short run, whose code caches another flag would make useless", () => {
    keepHeapLean();
    jest.advanceTimersByTime(1_000);
    expect(flags()).toEqual([]);
    expect(collect).not.toHaveBeenCalled();
  });

  it("has a long run prefer size, and collects once", () => {
    keepHeapLean();
    jest.advanceTimersByTime(60_000);
    expect(flags().slice(0, 2)).toEqual(["--optimize-for-size", "--semi-space-growth-factor=1"]);
    expect(collect).toHaveBeenCalledTimes(1);
  });

  it("has the collector within reach no longer than it needs it", () => {
    jest.mocked(runInNewContext).mockImplementation((code) => {
      expect([code, flags().at(-1)]).toEqual(["gc", "--expose-gc"]);
      return collect;
    });
    keepHeapLean();
    jest.advanceTimersByTime(60_000);
    expect(flags().at(-1)).toBe("--no-expose-gc");
  });

  it("goes on where there is no collector to call", () => {
    jest.mocked(runInNewContext).mockReturnValue(undefined);
    keepHeapLean();
    expect(() => jest.advanceTimersByTime(60_000)).not.toThrow();
  });

  it("keeps no process alive", () => {
    const timer = jest.spyOn(globalThis, "setTimeout");
    keepHeapLean();
    const made: unknown = timer.mock.results[0]?.value;
    expect(made).toMatchObject({ hasRef: expect.any(Function) });
    expect((made as NodeJS.Timeout).hasRef()).toBe(false);
  });
});

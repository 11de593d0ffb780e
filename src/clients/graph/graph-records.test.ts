import { toJob, toServicePrincipal } from "./graph-records";

describe("toServicePrincipal", () => {
  it("names what Graph leaves out as empty", () => {
    expect(toServicePrincipal({ id: "o", appId: null })).toEqual({
      objectId: "o",
      appId: "",
      displayName: "",
    });
  });
});

it("takes a display name for one line of a terminal", () => {
  const { displayName } = toServicePrincipal({ id: "o", displayName: "Zoom\u001b[2J\nNo changes." });
  expect(displayName).toBe("Zoom\ufffd[2J\ufffdNo changes.");
});

describe("toJob", () => {
  it.each<[string, string | null | undefined, string | null]>([
    ["a time", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z"],
    ["a time with seven digits", "2026-01-01T00:00:00.1234567Z", "2026-01-01T00:00:00.1234567Z"],
    ["a time with an offset", "2026-01-01T00:00:00+02:00", "2026-01-01T00:00:00+02:00"],
    ["never", "0001-01-01T00:00:00Z", null],
    ["a date alone", "2026-01-01", null],
    ["another form", "January 1, 2026", null],
    ["a day that is none", "2026-13-41T00:00:00Z", null],
    ["null", null, null],
    ["nothing", undefined, null],
  ])("reads %s", (_, timeEnded, expected) => {
    const job = toJob({ id: "j", status: { code: "Active", lastSuccessfulExecution: { timeEnded } } });
    expect(job.lastSuccessAt).toBe(expected);
  });
});

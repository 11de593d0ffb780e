import { relativeTime } from "./relative-time";

describe("relativeTime", () => {
  it.each([
    ["2026-01-10T12:00:00Z", "now"],
    ["2026-01-10T11:59:01Z", "now"],
    ["2026-01-10T11:59:00Z", "1 min ago"],
    ["2026-01-10T11:00:01Z", "59 min ago"],
    ["2026-01-10T09:00:00Z", "3 h ago"],
    ["2026-01-10T18:30:00Z", "in 6 h"],
    ["2026-01-08T12:00:00Z", "2 d ago"],
    ["2025-01-10T12:00:00+02:00", "365 d ago"],
    ["yesterday", "yesterday"],
    ["", ""],
  ])("%s is %s", (time, words) => {
    expect(relativeTime(time, Date.parse("2026-01-10T12:00:00Z"))).toBe(words);
  });
});

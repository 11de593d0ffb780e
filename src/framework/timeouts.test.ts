import { parseDuration, timeoutsBlock } from "./timeouts";

describe("durations", () => {
  it.each<[string, number | null]>([
    ["90s", 90_000],
    ["5m", 300_000],
    ["1h30m", 5_400_000],
    ["1.5s", 1500],
    ["250ms", 250],
    ["0s", 0],
    ["1m30s500ms", 90_500],
    ["", null],
    ["5", null],
    ["m", null],
    ["-5m", null],
    ["5 m", null],
    ["5M", null],
    ["1d", null],
    ["5m ", null],
    ["1e3s", null],
  ])("%p", (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  it("are described with the schema's defaults", () => {
    const { attributes } = timeoutsBlock({ create: 60_000, update: 120_000, delete: 180_000, read: 1 });
    expect(
      [attributes.create.description, attributes.delete.description].map((text) => text.slice(-5)),
    ).toEqual(["`1m`.", "`3m`."]);
  });
});

import { cutToWidth, textWidth, wrapToWidth } from "./text-width";

describe("textWidth", () => {
  it.each([
    ["", 0],
    ["ServiceNow", 10],
    ["Zürich", 6],
    ["Zu\u0308rich", 6],
    ["人事", 4],
    ["🚀", 2],
    ["می\u200cخواهم", 7],
    ["⌚", 2],
    ["☎", 1],
    ["🇫🇷", 2],
  ])("of %j is %d", (text, width) => {
    expect(textWidth(text)).toBe(width);
  });
});

describe("cutToWidth", () => {
  it.each([
    ["ServiceNow", 10, "ServiceNow"],
    ["ServiceNow", 9, "ServiceN…"],
    ["ServiceNow", 1, "…"],
    ["人事部", 5, "人事…"],
    ["人事部", 4, "人…"],
    ["", 3, ""],
  ])("cuts %j to %d columns", (text, columns, cut) => {
    expect(cutToWidth(text, columns)).toBe(cut);
    expect(textWidth(cut)).toBeLessThanOrEqual(columns);
  });
});

describe("wrapToWidth", () => {
  it.each([
    ["a bc def", 4, ["a bc", "def"]],
    ["a bc def", 80, ["a bc def"]],
    ["abcdefgh ij", 3, ["abc", "def", "gh", "ij"]],
    ["人事部", 4, ["人事", "部"]],
    ["", 5, [""]],
  ])("wraps %j at %d columns", (text, columns, lines) => {
    expect(wrapToWidth(text, columns)).toEqual(lines);
  });
});

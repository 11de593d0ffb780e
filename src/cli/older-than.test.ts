import { isOlderThan } from "./older-than";

describe("isOlderThan 1.11", () => {
  it.each([
    ["0.15.5", true],
    ["1.9.0", true],
    ["1.10.99", true],
    ["1.11.0-beta1", false],
    ["1.11.4", false],
    ["2.0.0", false],
  ])("%s: %s", (version, expected) => expect(isOlderThan(version, [1, 11])).toBe(expected));
});

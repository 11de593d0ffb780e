import { colorsFor } from "./colors";

describe("colorsFor", () => {
  it.each([
    ["a terminal", true, {}, true],
    ["a pipe", false, {}, false],
    ["a pipe, whatever FORCE_COLOR says", false, { FORCE_COLOR: "1" }, false],
    ["NO_COLOR", true, { NO_COLOR: "1" }, false],
    ["an empty NO_COLOR, which is none", true, { NO_COLOR: "" }, true],
    ["a dumb terminal", true, { TERM: "dumb" }, false],
  ])("colours for %s", (_, isTTY, env, expected) => {
    const { red, isColorSupported } = colorsFor({ isTTY, write: () => {} }, env);
    expect(isColorSupported).toBe(expected);
    expect(red("x") !== "x").toBe(expected);
  });
});

import { recorder } from "../testing/fake-io";
import { widthOf, wrapped } from "./wrapped";

const terminal = (columns?: number) => ({ ...recorder(true), columns });
const text = "the application refused the new token";

describe("wrapped", () => {
  it.each<[string, Parameters<typeof wrapped>, readonly string[]]>([
    ["breaks between words", [text, terminal(24), 2], ["  the application", "  refused the new token"]],
    [
      "indents later lines further",
      [text, terminal(26), 2, 4],
      ["  the application", "    refused the new token"],
    ],
    ["keeps the indentation that is there", ["  the token", terminal(9), 1], ["   the token"]],
    [
      "indents what goes on below it alike",
      [`  ${text}`, terminal(24), 1],
      ["   the application", "   refused the new token"],
    ],
    ["leaves a pipe one line", [text, recorder(), 2], [`  ${text}`]],
    [
      "squeezes no text to nothing",
      [text, terminal(3), 1],
      [" the application", " refused the new", " token"],
    ],
    [
      "takes 80 columns where a terminal tells none",
      ["x ".repeat(45).trim(), terminal(), 0],
      ["x ".repeat(40).trim(), "x ".repeat(5).trim()],
    ],
  ])("%s", (_, args, lines) => expect(wrapped(...args)).toEqual(lines));
});

describe("widthOf", () => {
  it.each([
    [132, 132],
    [undefined, 80],
  ])("a terminal of %p columns has %d", (columns, width) => expect(widthOf(terminal(columns))).toBe(width));
});

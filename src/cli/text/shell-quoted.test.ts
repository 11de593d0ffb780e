import { execFileSync } from "node:child_process";
import { shellQuoted } from "./shell-quoted";

describe("shellQuoted", () => {
  it.each(["", "word", "two words", "it's", "''", '$HOME `id` \\ "x" !', "two\nlines"])(
    "keeps %j one word",
    (text) => {
      expect(execFileSync("sh", ["-c", `printf %s ${shellQuoted(text)}`], { encoding: "utf8" })).toBe(text);
    },
  );
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readTextFile } from "./read-text-file";

describe("readTextFile", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "entrascim-read-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("gives the text of a file", async () => {
    writeFileSync(join(folder, "plan.json"), "{→}");
    expect(await readTextFile(join(folder, "plan.json"))).toBe("{→}");
  });

  it.each([
    ["what is not there", "none"],
    ["a folder", "."],
  ])("names %s", async (_, name) => {
    await expect(readTextFile(join(folder, name))).rejects.toMatchObject({
      code: "not_found",
      summary: expect.stringContaining(folder),
    });
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeFiles } from "./write-files";

const files = new Map([
  ["a.tf", "a\n"],
  ["b.tf", "b\n"],
]);

describe("writeFiles", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "entrascim-write-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("writes each into a folder that is there", async () => {
    expect(await writeFiles(files, folder)).toEqual([join(folder, "a.tf"), join(folder, "b.tf")]);
    expect(readFileSync(join(folder, "b.tf"), "utf8")).toBe("b\n");
  });

  it("makes a folder that is not there, where the path ends like one", async () => {
    await writeFiles(files, `${folder}/deep/er/`);
    expect(readdirSync(join(folder, "deep/er"))).toEqual(["a.tf", "b.tf"]);
  });

  it("writes all into one file otherwise, with an empty line between", async () => {
    const file = join(folder, "new", "all.tf");
    expect(await writeFiles(files, file)).toEqual([file]);
    expect(readFileSync(file, "utf8")).toBe("a\n\nb\n");
  });

  it.each(["a.tf", "b.tf"])("writes nothing where %s is there already", async (name) => {
    writeFileSync(join(folder, name), "mine");
    await expect(writeFiles(files, folder)).rejects.toMatchObject({ code: "conflict" });
    expect(readdirSync(folder)).toEqual([name]);
    expect(readFileSync(join(folder, name), "utf8")).toBe("mine");
  });

  it("says which file cannot be written", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    await expect(writeFiles(files, join(file, "below.tf"))).rejects.toMatchObject({
      code: "invalid_input",
      summary: "below.tf cannot be written",
    });
    await expect(writeFiles(files, "")).rejects.toMatchObject({ code: "invalid_input" });
  });
});

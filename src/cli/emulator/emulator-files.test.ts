import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keepCaFile } from "./emulator-files";

describe("keepCaFile", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "entrascim-ca-"));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it("makes a temporary folder, and removes it", async () => {
    const file = await keepCaFile("a certificate", undefined, folder);
    expect(file.path.startsWith(folder)).toBe(true);
    expect(await readFile(file.path, "utf8")).toBe("a certificate");
    await file.remove();
    await expect(readFile(file.path)).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("names --ca-file and TMPDIR where no temporary folder can be made", async () => {
    await expect(keepCaFile("a certificate", undefined, join(folder, "missing"))).rejects.toMatchObject({
      code: "invalid_input",
      detail: expect.stringMatching(/missing.*--ca-file.*TMPDIR/),
    });
  });
});

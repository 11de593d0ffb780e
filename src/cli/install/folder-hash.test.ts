import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { folderHash } from "./folder-hash";

describe("folderHash", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "entrascim-hash-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("hashes a folder as lock files do", async () => {
    mkdirSync(join(folder, "b"));
    writeFileSync(join(folder, "a"), "1\n");
    writeFileSync(join(folder, "b", "c"), "2\n");
    // printf '%s  a\n%s  b/c\n' "$(sha256sum …)" "$(sha256sum …)" | openssl dgst -sha256 -binary | base64
    expect(await folderHash(folder)).toBe("h1:EFgNTzuqmE6UxQvKTCz8FWQW2n42z9coPl8E/aGVzzI=");
  });

  it("rejects where there is no folder", async () => {
    await expect(folderHash(join(folder, "none"))).rejects.toMatchObject({ code: "ENOENT" });
  });
});

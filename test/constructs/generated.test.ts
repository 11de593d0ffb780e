import { execFile } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const ROOT = join(__dirname, "..", "..");
const GENERATED = join(ROOT, "constructs", "gen");

/** Runs the generator's check on a directory. */
async function check(directory: string): Promise<{ code: number; output: string }> {
  const script = join(ROOT, "scripts", "generate-constructs.ts");
  const args = ["--import", "tsx", script, "--check", "--out", directory];
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: ROOT });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

describe("generated constructs", () => {
  it("are those of the provider's schemas", async () => {
    expect(await check(GENERATED)).toEqual({ code: 0, output: "8 files are up to date\n" });
  });

  it.each<[string, (directory: string) => void, string]>([
    ["changed", (directory) => appendFileSync(join(directory, "sync.ts"), "\n"), "sync.ts"],
    ["missing", (directory) => rmSync(join(directory, "rules.ts")), "rules.ts"],
    ["left over", (directory) => writeFileSync(join(directory, "old.ts"), ""), "old.ts"],
  ])("are out of date when a file is %s", async (_, spoil, name) => {
    const directory = mkdtempSync(join(tmpdir(), "entrascim-generated-"));
    try {
      cpSync(GENERATED, directory, { recursive: true });
      spoil(directory);
      expect(await check(directory)).toEqual({
        code: 1,
        output: `out of date, run "npm run generate:constructs": ${name}\n`,
      });
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});

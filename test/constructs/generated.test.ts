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
    const { code, output } = await check(GENERATED);
    expect(output).toMatch(/^\d+ files are up to date\n$/);
    expect(code).toBe(0);
  });

  it("are out of date when a file is changed, missing or left over", async () => {
    const directory = mkdtempSync(join(tmpdir(), "entrascim-generated-"));
    try {
      cpSync(GENERATED, directory, { recursive: true });
      appendFileSync(join(directory, "sync.ts"), "\n");
      rmSync(join(directory, "rules.ts"));
      writeFileSync(join(directory, "old.ts"), "");
      expect(await check(directory)).toEqual({
        code: 1,
        output: `out of date, run "npm run generate:constructs": old.ts, rules.ts, sync.ts\n`,
      });
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});

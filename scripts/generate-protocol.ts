import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/*
 * npm run generate:protocol: writes src/protocol/gen/ from tfplugin6.proto. With --check it writes nothing, and exits
 * with 1 when what is there differs from what would be written.
 */

const generated = "src/protocol/gen";
const source = "src/protocol/proto";

function generate(base: string): void {
  execFileSync(
    join("node_modules", ".bin", "buf"),
    ["generate", source, "--template", `${source}/buf.gen.yaml`, "--output", base],
    { stdio: "inherit" },
  );
}

/** The files of a folder with their contents, in one string. */
function contents(folder: string): string {
  return readdirSync(folder)
    .sort()
    .map((name) => `${name}\n${readFileSync(join(folder, name), "utf8")}`)
    .join("\n");
}

function check(): void {
  const scratch = mkdtempSync(join(tmpdir(), "entrascim-generate-"));
  try {
    generate(scratch);
    if (contents(join(scratch, generated)) === contents(generated)) return;
    console.error(`${generated} is out of date: run "npm run generate:protocol"`);
    process.exitCode = 1;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

if (process.argv.includes("--check")) check();
else generate(".");

import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { DemoFailure } from "./demo-failure";
import type { DemoFolder } from "./folder";
import type { Narrator } from "./narrator";
import type { Processes } from "./processes";
import { tellingLines, terraformLines } from "./terraform-output";

/** What a cdktf command printed. */
export interface CdktfResult {
  /** Terraform's lines, plain. */
  readonly lines: readonly string[];
  /** All, as it was printed. */
  readonly output: string;
  /** Where it can be read again. */
  readonly file: string;
}

/** The real cdktf command on the quickstart. */
export class Cdktf {
  #runs = 0;

  constructor(
    private readonly narrator: Narrator,
    private readonly processes: Processes,
    private readonly folder: DemoFolder,
    private readonly settings: {
      /** The example's folder. */
      readonly app: string;
      readonly env: NodeJS.ProcessEnv;
    },
  ) {}

  /** Runs a command, says so, and quotes what tells. Throws {@link DemoFailure} when it fails. */
  async run(command: "deploy" | "diff" | "destroy"): Promise<CdktfResult> {
    const approve = command === "diff" ? [] : ["--auto-approve"];
    this.narrator.command(["npx cdktf", command, ...approve].join(" "));
    const running = this.processes.run({
      file: process.execPath,
      args: [cdktfScript(), command, ...approve, "--output", this.folder.synthesized],
      directory: this.settings.app,
      env: this.settings.env,
    });
    const { code, output } = await this.narrator.during(`cdktf ${command}`, running);
    this.#runs += 1;
    const file = join(this.folder.output, `${this.#runs}-${command}.txt`);
    writeFileSync(file, output);
    const lines = terraformLines(output);
    if (code !== 0) {
      this.narrator.quote(lines.slice(-20));
      throw new DemoFailure(`cdktf ${command} failed.`, file);
    }
    this.narrator.quote(tellingLines(lines));
    return { lines, output, file };
  }
}

/** The script behind `npx cdktf`. */
function cdktfScript(): string {
  const manifest = require.resolve("cdktf-cli/package.json");
  const { bin } = JSON.parse(readFileSync(manifest, "utf8")) as { bin: { cdktf: string } };
  return resolve(manifest, "..", bin.cdktf);
}

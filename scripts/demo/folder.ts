import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DemoFailure } from "./demo-failure";

/** Where everything goes that the demo writes, below `.demo/` of the project. */
export interface DemoFolder {
  /** A Terraform that was fetched stays here for the next time. */
  readonly terraform: string;
  /** The certificate authority of the emulator. */
  readonly caFile: string;
  /** Home and temporary folder of the commands that are run. */
  readonly home: string;
  readonly temporary: string;
  /** What cdktf synthesizes. */
  readonly synthesized: string;
  /** Terraform's state: the quickstart puts it three levels above its stack. */
  readonly state: string;
  /** What each command printed, whole. */
  readonly output: string;
}

/** Makes the folder anew, but for a Terraform in it. Throws {@link DemoFailure} while another demo runs in it. */
export function makeDemoFolder(project: string): DemoFolder {
  const run = join(project, ".demo", "run");
  const owner = join(run, "pid");
  if (isAlive(owner)) throw new DemoFailure("Another demo is running in this folder: end it first (Ctrl-C).");
  rmSync(run, { recursive: true, force: true });
  const folder: DemoFolder = {
    terraform: join(project, ".demo", "terraform"),
    caFile: join(run, "ca.pem"),
    home: join(run, "home"),
    temporary: join(run, "tmp"),
    synthesized: join(run, "cdktf.out"),
    state: join(run, "terraform.quickstart.tfstate"),
    output: join(run, "output"),
  };
  for (const directory of [folder.home, folder.temporary, folder.output]) {
    mkdirSync(directory, { recursive: true });
  }
  writeFileSync(owner, String(process.pid));
  return folder;
}

function isAlive(owner: string): boolean {
  try {
    return process.kill(Number(readFileSync(owner, "utf8")), 0);
  } catch {
    return false;
  }
}

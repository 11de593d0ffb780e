import { chmod, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundle, writeBundle } from "./bundle";
import { thirdPartyNotices } from "./third-party-notices";

/** Builds the `entrascim` command into `directory`: one executable script and the vendor chunks beside it. */
export async function buildCli(entry: string, directory: string): Promise<void> {
  const cli = await bundle("entrascim", entry);
  await rm(directory, { recursive: true, force: true });
  await writeBundle(cli, directory);
  const executable = join(directory, "entrascim.cjs");
  await chmod(executable, 0o755);
  await writeFile(join(directory, "THIRD-PARTY-NOTICES.txt"), thirdPartyNotices(cli.inputs));
}

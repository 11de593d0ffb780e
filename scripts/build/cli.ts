import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundle, writeBundle } from "./bundle";
import { replaceDirectory } from "./replace-directory";
import { thirdPartyNotices } from "./third-party-notices";

/** Builds the `entrascim` command into `directory`: one executable script and the vendor chunks beside it. */
export async function buildCli(entry: string, directory: string): Promise<void> {
  const cli = await bundle("entrascim", entry);
  await replaceDirectory(directory, async (fresh) => {
    await writeBundle(cli, fresh);
    await chmod(join(fresh, "entrascim.cjs"), 0o755);
    await writeFile(join(fresh, "THIRD-PARTY-NOTICES.txt"), thirdPartyNotices(cli.inputs));
  });
}

import { chmod, copyFile, cp, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { executableName, mirrorPath, registryHosts } from "../../src/cli/install/mirror-layout";
import { terraformPlatform } from "../../src/cli/terraform/terraform-platform";
import { bundle, contentHash, writeBundle } from "./bundle";
import { replaceDirectory } from "./replace-directory";
import { thirdPartyNotices } from "./third-party-notices";
import { commonOptions } from "./vendor-chunks";
import type { WarmUp } from "./warm-up";

/** What to build, and where to. */
export interface ProviderBuild {
  readonly entry: string;
  readonly version: string;
  /** Folder of the package: the executable and all that it needs. Replaced as a whole. */
  readonly directory: string;
  /** The run that the code caches are made from. */
  readonly warmUp: WarmUp;
}

/**
 * Builds the provider's package: a script named as Terraform expects, the bundle in `lib-<hash>/`, and V8 code
 * caches for the Node that builds. Nothing is ever written there at run time: the lock file's checksum covers every
 * file. No other name begins like the executable's: Terraform would start whichever sorts first.
 */
export async function buildProvider({ entry, version, directory, warmUp }: ProviderBuild): Promise<void> {
  const provider = await bundle("provider", entry);
  const library = `lib-${contentHash(provider)}`;
  await replaceDirectory(directory, async (fresh) => {
    await writeBundle(provider, join(fresh, library));
    const executable = join(fresh, executableName(version));
    await writeFile(executable, await launcherSource(`${library}/provider.cjs`));
    await chmod(executable, 0o755);
    await copyFile("LICENSE", join(fresh, "LICENSE"));
    await writeFile(join(fresh, "THIRD-PARTY-NOTICES.txt"), thirdPartyNotices(provider.inputs));
    const known = await keepCodeCaches(join(directory, library), join(fresh, library));
    if (!known) await writeCodeCaches(join(fresh, library, "provider.cjs"), warmUp);
  });
}

/** Lays the package out as a filesystem mirror that serves this platform under both registries' names. */
export async function buildMirror(directory: string, version: string, mirror: string): Promise<void> {
  const platform = terraformPlatform(process.platform, process.arch);
  await replaceDirectory(mirror, async (fresh) => {
    for (const host of registryHosts) {
      await cp(directory, join(fresh, mirrorPath(host, version, platform)), { recursive: true });
    }
  });
}

async function launcherSource(bundleFile: string): Promise<string> {
  const contents = `
    import { join } from "node:path";
    import { load } from "./launcher";
    load(join(__dirname, ${JSON.stringify(bundleFile)}));`;
  const result = await build({
    ...commonOptions,
    stdin: { contents, resolveDir: __dirname, loader: "ts" },
    banner: { js: "#!/usr/bin/env node" },
  });
  return result.outputFiles[0]?.text ?? "";
}

/**
 * Takes over the caches of an earlier build of the same bundle: V8 makes other bytes each time, and Terraform's lock
 * files hold a checksum over all files. False when there are none for this Node.
 */
async function keepCodeCaches(before: string, fresh: string): Promise<boolean> {
  const suffix = `-${process.version}-${process.arch}.cache`;
  const caches = (await readdir(before, { recursive: true }).catch(() => [])).filter((file) =>
    file.endsWith(suffix),
  );
  if (!caches.includes(`provider${suffix}`)) return false;
  for (const cache of caches) await copyFile(join(before, cache), join(fresh, cache));
  return true;
}

async function writeCodeCaches(bundleFile: string, warmUp: WarmUp): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), "entrascim-build-"));
  try {
    const recorder = join(scratch, "record-code-cache.cjs");
    await build({
      ...commonOptions,
      entryPoints: [join(__dirname, "record-code-cache.ts")],
      outfile: recorder,
      write: true,
    });
    await warmUp([process.execPath, recorder, bundleFile]);
  } finally {
    await rm(scratch, { recursive: true });
  }
}

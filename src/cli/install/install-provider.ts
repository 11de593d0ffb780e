import { randomUUID } from "node:crypto";
import { access, chmod, constants, cp, mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Problem } from "../../core/problem";
import { folderHash } from "./folder-hash";
import { executableName, mirrorPath, registryHosts } from "./mirror-layout";

/** What to install, and where. */
export interface InstallRequest {
  readonly version: string;
  /** The folder of the provider's package. */
  readonly providerDirectory: string;
  /** As Terraform names this machine: `linux_amd64`. */
  readonly platform: string;
  /** Root of the filesystem mirror to put it in. */
  readonly mirror: string;
}

/** One place where the provider is now. */
export interface InstalledProvider {
  /** The registry whose name it answers to. */
  readonly host: string;
  readonly directory: string;
  /** `replaced`: other files were there under the same version, or its executable could not be executed. */
  readonly action: "created" | "replaced" | "unchanged";
}

/**
 * Puts the provider's package into a filesystem mirror, once for each registry. A folder appears complete or not at
 * all: it is copied beside its place, then renamed.
 *
 * Throws `not_found` when this copy of entrascim has no built provider, and `conflict` when the folder cannot be
 * written.
 */
export async function installProvider(request: InstallRequest): Promise<readonly InstalledProvider[]> {
  const { version, providerDirectory, platform, mirror } = request;
  const executable = executableName(version);
  const wanted = await folderHash(providerDirectory).catch(() => null);
  if (wanted === null || !(await allows(constants.R_OK, join(providerDirectory, executable)))) {
    throw notBuilt(providerDirectory);
  }
  const installed: InstalledProvider[] = [];
  for (const host of registryHosts) {
    const directory = join(mirror, mirrorPath(host, version, platform));
    try {
      const present = await hashOf(directory);
      const isSame = present === wanted && (await allows(constants.X_OK, join(directory, executable)));
      if (!isSame) await place(providerDirectory, directory, executable);
      installed.push({
        host,
        directory,
        action: isSame ? "unchanged" : present === null ? "created" : "replaced",
      });
    } catch (caught) {
      throw notWritable(directory, caught);
    }
  }
  return installed;
}

/** Puts a copy of `source` where `directory` is, or was not yet. */
async function place(source: string, directory: string, executable: string): Promise<void> {
  const parent = dirname(directory);
  // Both names begin with a dot, so that Terraform takes neither for a platform while they are there.
  const fresh = join(parent, `.${randomUUID()}`);
  const old = join(parent, `.${randomUUID()}`);
  await mkdir(parent, { recursive: true });
  try {
    await cp(source, fresh, { recursive: true });
    await chmod(join(fresh, executable), 0o755);
    await rename(directory, old).catch(unlessMissing);
    await rename(fresh, directory);
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}

/** Null for a folder that is not there. */
function hashOf(directory: string): Promise<string | null> {
  return folderHash(directory).catch((caught: unknown) => {
    unlessMissing(caught);
    return null;
  });
}

function allows(mode: number, file: string): Promise<boolean> {
  return access(file, mode).then(
    () => true,
    () => false,
  );
}

function unlessMissing(caught: unknown): void {
  if (errorCode(caught) !== "ENOENT") throw caught;
}

function errorCode(caught: unknown): string | undefined {
  const { code } = caught as { code?: unknown };
  return typeof code === "string" ? code : undefined;
}

function notBuilt(directory: string): Problem {
  return new Problem("not_found", {
    summary: "This copy of entrascim has no provider to install",
    detail: `It should be in ${directory}. In a checkout of the sources, run \`npm run build\` first; a copy from npm that lacks it is damaged: install it again.`,
  });
}

function notWritable(directory: string, caught: unknown): Problem {
  return new Problem("conflict", {
    summary: "The provider could not be installed",
    detail: `${directory} cannot be written (${errorCode(caught) ?? "unknown reason"}). Check who owns the folder and whether the disk is full, or choose another with --dir.`,
  });
}

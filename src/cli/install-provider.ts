import { createHash, randomUUID } from "node:crypto";
import { cp, mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { Problem } from "../core/problem";
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
  /** `replaced`: other files were there under the same version. */
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
  const wanted = await fingerprint(providerDirectory);
  if (wanted?.has(executableName(version)) !== true) throw notBuilt(providerDirectory);
  const installed: InstalledProvider[] = [];
  for (const host of registryHosts) {
    const directory = join(mirror, mirrorPath(host, version, platform));
    try {
      installed.push({ host, directory, action: await place(providerDirectory, wanted, directory) });
    } catch (caught) {
      throw notWritable(directory, caught);
    }
  }
  return installed;
}

async function place(
  source: string,
  wanted: Fingerprint,
  directory: string,
): Promise<InstalledProvider["action"]> {
  const present = await fingerprint(directory);
  if (present !== undefined && sameFiles(present, wanted)) return "unchanged";
  const parent = dirname(directory);
  // Both names begin with a dot, so that Terraform takes neither for a platform while they are there.
  const fresh = join(parent, `.${randomUUID()}`);
  const old = join(parent, `.${randomUUID()}`);
  await mkdir(parent, { recursive: true });
  try {
    await cp(source, fresh, { recursive: true });
    if (present !== undefined) await rename(directory, old);
    await rename(fresh, directory);
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
  return present === undefined ? "created" : "replaced";
}

/** Hashes of a folder's files by relative path. */
type Fingerprint = ReadonlyMap<string, string>;

async function fingerprint(directory: string): Promise<Fingerprint | undefined> {
  const hashes = new Map<string, string>();
  try {
    for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      hashes.set(
        relative(directory, file),
        createHash("sha256")
          .update(await readFile(file))
          .digest("hex"),
      );
    }
  } catch (caught) {
    if (errorCode(caught) === "ENOENT") return undefined;
    throw notWritable(directory, caught);
  }
  return hashes;
}

function sameFiles(a: Fingerprint, b: Fingerprint): boolean {
  return a.size === b.size && [...a].every(([path, hash]) => b.get(path) === hash);
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
  if (caught instanceof Problem) return caught;
  return new Problem("conflict", {
    summary: "The provider could not be installed",
    detail: `${directory} cannot be written (${errorCode(caught) ?? "unknown reason"}). Check who owns the folder and whether the disk is full, or choose another with --dir.`,
  });
}

import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The toy provider as one executable script. */
export interface BuiltToy {
  /** A directory of the test's own, with the script in it. */
  readonly directory: string;
  readonly script: string;
  remove(): void;
}

/** Bundles `toy-main.ts` as the real provider is bundled. */
export function buildToy(): BuiltToy {
  const directory = mkdtempSync(join(tmpdir(), "toy-"));
  const script = join(directory, "toy.cjs");
  execFileSync("node_modules/.bin/esbuild", [
    "test/protocol/support/toy-main.ts",
    "--bundle",
    "--platform=node",
    "--format=cjs",
    "--log-level=warning",
    "--banner:js=#!/usr/bin/env node",
    `--outfile=${script}`,
  ]);
  chmodSync(script, 0o755);
  return { directory, script, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/** Lays the toy out as a filesystem mirror, and returns its directory. */
export function mirrorToy(toy: BuiltToy): string {
  const mirror = join(toy.directory, "mirror");
  const platform = `${process.platform}_${process.arch === "x64" ? "amd64" : process.arch}`;
  const home = join(mirror, "registry.terraform.io", "test", "toy", "1.2.3", platform);
  mkdirSync(home, { recursive: true });
  symlinkSync(toy.script, join(home, "terraform-provider-toy_v1.2.3"));
  return mirror;
}

import { chmod, copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { executableName } from "../../src/cli/install/mirror-layout";
import { vendorChunks } from "../build/vendor-chunks";

/**
 * Our provider, started the ordinary way, to compare with: compiled file by file, packages read from node_modules,
 * and all of them loaded at start, as static imports do. It has the same handshake, TLS and codec as ours; with
 * grpc-js and a generated certificate, as most would write it, it would be slower still.
 */
export async function buildNaiveProvider(version: string, directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  await build({
    entryPoints: ["src/**/*.ts"],
    outbase: "src",
    outdir: join(directory, "src"),
    platform: "node",
    format: "cjs",
    target: "node20.19",
    supported: { "dynamic-import": false },
    logLevel: "warning",
  });
  await copyFile("package.json", join(directory, "package.json"));
  const executable = join(directory, executableName(version));
  const packages = vendorChunks
    .flatMap(({ packages }) => packages)
    .filter((name) => providerPackages.includes(name));
  const loads = packages.map((name) => `require(${JSON.stringify(require.resolve(name))});`);
  await writeFile(
    executable,
    ["#!/usr/bin/env node", ...loads, 'require("./src/provider/main.js");', ""].join("\n"),
  );
  await chmod(executable, 0o755);
}

/** What the provider uses of the vendor chunks; the rest is the command line's. */
const providerPackages: readonly string[] = [
  "@azure/identity",
  "@azure/core-rest-pipeline",
  "@microsoft/microsoft-graph-client",
  "@msgpack/msgpack",
  "node-forge",
  "undici",
  "zod",
];

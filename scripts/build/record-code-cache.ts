import { readdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Script } from "node:vm";
import { cacheFile, load } from "./launcher";

/*
 * Runs a provider bundle as the launcher does, and on exit writes the code caches of everything that was compiled:
 * made after a real run, they hold the functions that a run needs, not just the outermost ones.
 *
 * node record-code-cache.cjs FILE, started as Terraform starts a provider.
 */

const file = resolve(process.argv[2] as string);
const scripts = new Map<string, Script>();

process.on("exit", () => {
  // Packages that this run had no need of; touching the members loads them.
  for (const chunk of readdirSync(join(dirname(file), "vendor")).filter((name) => name.endsWith(".cjs"))) {
    const path = join(dirname(file), "vendor", chunk);
    if (!scripts.has(path)) Object.values(load(path, scripts) as object);
  }
  for (const [path, script] of scripts) {
    writeFileSync(cacheFile(path), script.createCachedData());
  }
});

load(file, scripts);

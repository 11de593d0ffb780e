import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Script } from "node:vm";
import { cacheFile, load } from "./launcher";

/*
 * Runs a provider bundle as the launcher does, and on exit writes the code caches of everything that was compiled:
 * made after a real run, they hold the functions that a run needs, not just the outermost ones.
 *
 * node record-code-cache.cjs FILE, started as Terraform starts a provider.
 */

const file = process.argv[2] as string;
const scripts = new Map<string, Script>();

process.on("exit", () => {
  for (const [path, script] of scripts) {
    const cache = cacheFile(path);
    mkdirSync(dirname(cache), { recursive: true });
    writeFileSync(cache, script.createCachedData());
  }
});

load(resolve(file), scripts);

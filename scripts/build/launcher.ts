import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Script } from "node:vm";

/*
 * What stands between `node` and the provider's bundle. It is built into the executable itself, so every line of it
 * is paid for several times in each Terraform command.
 */

type ModuleFunction = (
  exports: object,
  require: (id: string) => unknown,
  module: { exports: unknown },
  filename: string,
  directory: string,
) => void;

/** File name of the code cache of a bundle file: V8 refuses caches of another version, flags or processor. */
export function cacheFile(file: string): string {
  return file.replace(/\.cjs$/, `-${process.version}-${process.arch}.cache`);
}

/**
 * Loads a CommonJS file as `require` does, through the V8 code cache beside it when there is one that V8 accepts. A
 * cache that is missing or refused costs time and nothing else. Files that it requires by relative path are loaded
 * the same way, once each.
 *
 * V8 compares no more of the source than its length, so the folder of the files is named by a hash of their content.
 *
 * `scripts`, when given, is told each script that was compiled, by file: the build makes the caches from it.
 */
export function load(file: string, scripts?: Map<string, Script>): unknown {
  const loaded = new Map<string, { exports: unknown }>();
  const loadOnce = (path: string): unknown => {
    const known = loaded.get(path);
    if (known !== undefined) return known.exports;
    const module = { exports: {} as unknown };
    loaded.set(path, module);
    const script = compile(path);
    scripts?.set(path, script);
    const directory = dirname(path);
    const run = script.runInThisContext() as ModuleFunction;
    const requireFrom = (id: string) => (id.startsWith(".") ? loadOnce(join(directory, id)) : require(id));
    run.call(module.exports, module.exports as object, requireFrom, module, path, directory);
    return module.exports;
  };
  return loadOnce(file);
}

function compile(path: string): Script {
  // The bundler writes ASCII alone, which is read fastest as latin1.
  const source = readFileSync(path, "latin1");
  const cachedData = readCache(cacheFile(path));
  return new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    // A crash shows it to people, and the cache keeps the one it was recorded with: the name alone is true everywhere.
    filename: basename(path),
    ...(cachedData === undefined ? {} : { cachedData }),
  });
}

function readCache(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { stackDirectory } from "../../terraform/stack-directory";
import type { Body } from "./body";
import { parseHcl } from "./parse-hcl";
import { parseJsonBody } from "./parse-json-body";

/** One file of a configuration, by its name in the directory. */
export interface ConfigurationFile {
  readonly name: string;
  /** Null when the file could not be read or understood. */
  readonly body: Body | null;
}

/** What a directory that Terraform runs in holds. Modules that it calls are not read. */
export interface Configuration {
  readonly directory: string;
  /** `*.tf`, `*.tf.json` and OpenTofu's `*.tofu`, sorted. */
  readonly files: readonly ConfigurationFile[];
  /** `*.tfvars` and `*.tfvars.json`, sorted. */
  readonly values: readonly ConfigurationFile[];
}

/**
 * Reads the configuration that Terraform would run for a directory: the directory's own, or the one stack of a CDKTF
 * project. Rejects as `stackDirectory` does when there is none, or several.
 */
export async function readConfiguration(target: string): Promise<Configuration> {
  const directory = await stackDirectory(target);
  const names = (await readdir(directory)).sort();
  const read = (pattern: RegExp) =>
    Promise.all(names.filter((name) => pattern.test(name)).map((name) => readOne(directory, name)));
  return {
    directory,
    files: await read(/\.(?:tf|tofu)(?:\.json)?$/),
    values: await read(/\.tfvars(?:\.json)?$/),
  };
}

async function readOne(directory: string, name: string): Promise<ConfigurationFile> {
  try {
    const text = await readFile(join(directory, name), "utf8");
    return { name, body: name.endsWith(".json") ? parseJsonBody(text) : parseHcl(text) };
  } catch {
    return { name, body: null };
  }
}

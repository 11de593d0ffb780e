import type { ProviderSchema } from "@cdktf/commons";
import { providersSchemaJson } from "../../src/framework/schema-json";
import { schemas } from "./schemas";

const SOURCE = "entrascim/entrascim";
const ADDRESS = `registry.terraform.io/${SOURCE}` as const;

/** The generator does not write for a compiler as strict as ours. */
const HEADER = "// @ts-nocheck\n";

/**
 * The L1 bindings: one TypeScript file per type, by file name. CDKTF's generator is given the JSON that
 * `terraform providers schema -json` would print, so that no Terraform is needed. `version` becomes the exact
 * version in `required_providers`.
 */
export async function generateBindings(version: string): Promise<Map<string, string>> {
  const generator = await loadGenerator();
  const code = new generator.CodeMaker();
  const maker = new generator.TerraformProviderGenerator(
    code,
    generator.sanitizeProviderSchema(providerSchemaOf(version)),
  );
  const constraint = new generator.TerraformProviderConstraint(`${SOURCE}@${version}`);
  maker.generate(new generator.ConstructsMakerProviderTarget(constraint, generator.Language.TYPESCRIPT));
  return filesOf(code);
}

/**
 * The generator's own parts, imported where they lie: its main module demands jsii, which it does not declare, and
 * on import it asks `terraform` for its version and a server for news, unless told otherwise.
 */
async function loadGenerator() {
  process.env.TERRAFORM_BINARY_NAME = "true";
  process.env.CHECKPOINT_DISABLE = "1";
  const { TerraformProviderGenerator } = await import(
    "@cdktf/provider-generator/lib/get/generator/provider-generator.js"
  );
  const { sanitizeProviderSchema } = await import("@cdktf/provider-schema/src/provider-schema.js");
  const { CodeMaker } = await import("codemaker");
  const commons = await import("@cdktf/commons");
  return { ...commons, TerraformProviderGenerator, sanitizeProviderSchema, CodeMaker };
}

/** The generator changes what it is given: it gets a copy. */
function providerSchemaOf(version: string): ProviderSchema {
  const json = structuredClone(providersSchemaJson(ADDRESS, schemas));
  return { ...json, provider_versions: { [ADDRESS]: version } } as unknown as ProviderSchema;
}

/** `providers/entrascim/<type>/index.ts` becomes `<type>.ts`; barrels and pages that only hold a link are left out. */
async function filesOf(code: { save(directory: string): Promise<string[]> }): Promise<Map<string, string>> {
  const { mkdtemp, readFile, rm } = await import("node:fs/promises");
  const { tmpdir } = await import("node:os");
  const { join } = await import("node:path");
  const directory = await mkdtemp(join(tmpdir(), "entrascim-bindings-"));
  try {
    const files = new Map<string, string>();
    for (const path of await code.save(directory)) {
      const name = /providers[/\\]entrascim[/\\]([^/\\]+)[/\\]index\.ts$/.exec(path)?.[1];
      if (name) files.set(`${name}.ts`, HEADER + admitUndefined(await readFile(path, "utf8")));
    }
    return files;
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** Lets optional members be `undefined`, which `exactOptionalPropertyTypes` would refuse. */
function admitUndefined(source: string): string {
  return source.replace(/^(\s+(?:readonly|private) \w+\?: )(.+);/gm, "$1$2 | undefined;");
}

import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Environment } from "../../core/environment";

/** A CLI configuration file that says where providers are installed from. */
export interface ProviderInstallation {
  readonly file: string;
  /** True when it names the folder asked for, so that Terraform looks there. */
  readonly namesMirror: boolean;
}

/**
 * Finds the CLI configuration files of Terraform and OpenTofu that have a `provider_installation` block. Where there
 * is such a block, the folders that Terraform otherwise looks in by itself are off.
 *
 * @param mirror the folder that should be looked in.
 * @see https://developer.hashicorp.com/terraform/cli/config/config-file#provider-installation
 */
export async function findProviderInstallations(
  env: Environment,
  home: string,
  mirror: string,
): Promise<readonly ProviderInstallation[]> {
  const found: ProviderInstallation[] = [];
  for (const file of await configurationFiles(env, home)) {
    const text = await readFile(file, "utf8").catch(() => "");
    const strings = providerInstallationStrings(text);
    if (strings === undefined) continue;
    found.push({ file, namesMirror: strings.some((value) => resolve(value) === resolve(mirror)) });
  }
  return found;
}

async function configurationFiles(env: Environment, home: string): Promise<readonly string[]> {
  // A file that the environment names replaces all others, the configuration folder too.
  const named = env.TF_CLI_CONFIG_FILE || env.TERRAFORM_CONFIG;
  if (named) return [named];
  const folder = join(home, ".terraform.d");
  const inFolder = (await readdir(folder).catch(() => [])).filter((name) => /\.tfrc(\.json)?$/.test(name));
  return [
    join(home, ".terraformrc"),
    join(home, ".tofurc"),
    ...(env.XDG_CONFIG_HOME ? [join(env.XDG_CONFIG_HOME, "opentofu", "tofurc")] : []),
    ...inFolder.sort().map((name) => join(folder, name)),
  ];
}

/** Tokens that matter: comments, strings, braces, words. In JSON the block's name is a string. */
const token = /#.*|\/\/.*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|[{}]|[\w-]+/g;

/** Every string inside a top-level `provider_installation` block (HCL or JSON), or undefined without one. */
function providerInstallationStrings(text: string): readonly string[] | undefined {
  const isJson = text.trimStart().startsWith("{");
  const topLevel = isJson ? 1 : 0;
  let depth = 0;
  let word = "";
  let strings: string[] | undefined;
  let inside = false;
  for (const [part] of text.matchAll(token)) {
    if (/^(#|\/\/|\/\*)/.test(part)) continue;
    if (part === "{") {
      if (depth === topLevel && word === "provider_installation") {
        inside = true;
        strings ??= [];
      }
      depth += 1;
    } else if (part === "}") {
      depth -= 1;
      if (depth === topLevel) inside = false;
    } else if (part.startsWith('"')) {
      word = unquote(part);
      if (inside) strings?.push(word);
    } else {
      word = part;
    }
  }
  return strings;
}

function unquote(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\(.)/g, "$1");
}

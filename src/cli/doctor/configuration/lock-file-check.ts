import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { folderHash } from "../../install/folder-hash";
import { registryHosts } from "../../install/mirror-layout";
import type { Check, DoctorContext } from "../check";
import { error, type Finding, ok, skipped } from "../finding";
import { providerFolders, type RegistryHost } from "../provider/installed-provider";

const NAME = ".terraform.lock.hcl";

/** Whether `terraform init` chose a version of the provider that is installed, with the files that it recorded. */
export const lockFileCheck: Check = {
  id: "lock-file",
  group: "Configuration",
  title: "the lock file",
  needs: ["configuration"],
  async run(context) {
    const { directory } = await context.configuration();
    const text = await readFile(join(directory, NAME), "utf8").catch(() => null);
    if (text === null) return [skipped(`There is no ${NAME} yet.`, "`terraform init` writes it.")];
    const locks = registryHosts.flatMap((host) => lockOf(text, host) ?? []);
    if (locks.length === 0) {
      return [skipped(`${NAME} does not name entrascim yet.`, "Run `terraform init`.")];
    }
    return Promise.all(locks.map((lock) => judge(lock, context)));
  },
};

/** What a lock file says of the provider. */
interface Lock {
  readonly host: RegistryHost;
  readonly version: string;
  readonly hashes: readonly string[];
}

/** Lock files are written by Terraform, in one form. */
function lockOf(text: string, host: RegistryHost): Lock | undefined {
  const opening = `provider "${host}/entrascim/entrascim" {`;
  const start = text.indexOf(opening);
  if (start === -1) return undefined;
  const block = text.slice(start + opening.length).split("\n}")[0] ?? "";
  const version = /^\s*version\s*=\s*"([\w.+-]+)"/m.exec(block)?.[1];
  return version === undefined ? undefined : { host, version, hashes: block.match(/h1:[\w+/=]+/g) ?? [] };
}

async function judge({ host, version, hashes }: Lock, context: DoctorContext): Promise<Finding> {
  const installed = await firstHash(providerFolders(context, host, version));
  if (installed === null) {
    return error(
      `${NAME} has entrascim ${version} of ${host}, which is not installed here.`,
      `Install that version, or set the version in required_providers to ${context.installation.version} and run \`terraform init -upgrade\`. Where it comes from a mirror of yours, \`terraform init\` tells whether it is there.`,
    );
  }
  if (hashes.length > 0 && !hashes.includes(installed)) {
    return error(
      `${NAME} has recorded other files for entrascim ${version} than those that are installed.`,
      `Delete the block of "${host}/entrascim/entrascim" from it, and run \`terraform init\`.`,
    );
  }
  return ok(`${NAME} has entrascim ${version} of ${host}, and that is installed.`);
}

async function firstHash(folders: readonly string[]): Promise<string | null> {
  for (const folder of folders) {
    const hash = await folderHash(folder).catch(() => null);
    if (hash !== null) return hash;
  }
  return null;
}

import { execFile } from "node:child_process";
import { access, constants } from "node:fs/promises";
import { join } from "node:path";
import type { Environment } from "../../../core/environment";
import { executableName, registryHosts } from "../../install/mirror-layout";
import type { Check, DoctorContext } from "../check";
import { error, type Finding, ok, warning } from "../finding";
import { installedVersions, providerFolders, type RegistryHost } from "./installed-provider";

const INSTALL = "Run `entrascim install`.";

/** The provider in this command's version, where Terraform and OpenTofu look by themselves, and that it starts. */
export const installedCheck: Check = {
  id: "provider",
  group: "Provider",
  title: "the installed provider",
  async run(context) {
    const folders = new Map<RegistryHost, string | undefined>();
    for (const host of registryHosts) folders.set(host, await folderOf(context, host));
    const [folder] = [...folders.values()].filter((each) => each !== undefined);
    if (folder === undefined) return [await notInstalled(context)];
    const { version } = context.installation;
    const missing = registryHosts.filter((host) => folders.get(host) === undefined);
    return [
      ok(`The provider ${version} is installed in ${folder}.`),
      ...missing.map((host) => warning(`It is not installed for ${host}.`, INSTALL)),
      await starts(join(folder, executableName(version)), context),
    ];
  },
};

async function folderOf(context: DoctorContext, host: RegistryHost): Promise<string | undefined> {
  const { version } = context.installation;
  for (const folder of providerFolders(context, host, version)) {
    if (await isReadable(join(folder, executableName(version)), constants.R_OK)) return folder;
  }
  return undefined;
}

async function notInstalled(context: DoctorContext): Promise<Finding> {
  const others = new Set<string>();
  for (const host of registryHosts) {
    for (const version of await installedVersions(context, host)) others.add(version);
  }
  const { version } = context.installation;
  return others.size === 0
    ? error(
        "The provider is not installed where Terraform looks by itself (~/.terraform.d/plugins).",
        `${INSTALL} Where it comes from a mirror of yours, that is in order, and \`terraform init\` tells.`,
      )
    : warning(
        `The provider is installed as ${[...others].sort().join(", ")}, and this command is ${version}.`,
        `${INSTALL} Then set the version of entrascim in required_providers to ${version}, and run \`terraform init -upgrade\`.`,
      );
}

/** Started by hand, the provider says what it is and ends with 1: proof enough that its script and node work. */
async function starts(executable: string, { env, signal }: DoctorContext): Promise<Finding> {
  if (!(await isReadable(executable, constants.X_OK))) {
    return error(`${executable} may not be executed.`, `${INSTALL} It sets the permission.`);
  }
  const said = await new Promise<string>((resolve) => {
    execFile(executable, { env: withoutPlugin(env), signal, timeout: 20_000 }, (_, __, stderr) =>
      resolve(stderr),
    );
  });
  if (said.startsWith("This is the entrascim provider")) return ok("It starts.");
  return error(
    "The installed provider does not start.",
    "Check that `node` is on the PATH of whatever runs Terraform, then run `entrascim install` again: the copy may be damaged.",
  );
}

/** What Terraform gives to a provider would make it serve. */
function withoutPlugin(env: Environment): Environment {
  return { ...env, TF_PLUGIN_MAGIC_COOKIE: undefined };
}

async function isReadable(file: string, mode: number): Promise<boolean> {
  return access(file, mode).then(
    () => true,
    () => false,
  );
}

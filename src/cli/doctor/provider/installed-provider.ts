import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { mirrorPath, type registryHosts, userMirror } from "../../install/mirror-layout";
import { terraformPlatform } from "../../terraform/terraform-platform";
import type { DoctorContext } from "../check";

/** Terraform's registry or OpenTofu's. */
export type RegistryHost = (typeof registryHosts)[number];

/** Plugin folders that Terraform looks in by itself: the user's, then the configuration's own. */
function pluginFolders({ installation, target }: DoctorContext): readonly string[] {
  return [
    ...(installation.home === "" ? [] : [userMirror(installation.home)]),
    join(target.directory, "terraform.d", "plugins"),
  ];
}

/** A version's folders for this platform in the plugin folders, whether they are there or not. */
export function providerFolders(
  context: DoctorContext,
  host: RegistryHost,
  version: string,
): readonly string[] {
  const { platform, arch } = context.installation;
  const path = mirrorPath(host, version, terraformPlatform(platform, arch));
  return pluginFolders(context).map((folder) => join(folder, path));
}

/** The versions of the provider in the plugin folders, for this platform, sorted. */
export async function installedVersions(
  context: DoctorContext,
  host: RegistryHost,
): Promise<readonly string[]> {
  const { platform, arch } = context.installation;
  const wanted = terraformPlatform(platform, arch);
  const versions = new Set<string>();
  for (const folder of pluginFolders(context)) {
    const parent = join(folder, host, "entrascim", "entrascim");
    for (const version of await entriesOf(parent)) {
      if ((await entriesOf(join(parent, version))).includes(wanted)) versions.add(version);
    }
  }
  return [...versions].sort();
}

async function entriesOf(directory: string): Promise<readonly string[]> {
  return readdir(directory).catch(() => []);
}

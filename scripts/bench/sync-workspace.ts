import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { AddedApplication } from "../../src/emulator/control/control";
import { connection } from "../../test/support/world";
import { buildMirror } from "../build/provider";

/** A configuration with one connection and a sync for each application. */
export function syncsOf(applications: readonly AddedApplication[]): string {
  const entries = applications.map(
    ({ name, servicePrincipalId, secretKey }) =>
      `    "${name}" = { object_id = "${servicePrincipalId}", key = "${secretKey}" }`,
  );
  return `
locals {
  applications = {
${entries.join("\n")}
  }
}
${connection()}
resource "entrascim_sync" "all" {
  for_each = local.applications
  name     = "\${each.key}-scim"

  source {
    environment = "prod"
    secret_path = "/scim"
    secret_key  = each.value.key
  }

  destination {
    connection           = entrascim_connection.prod
    service_principal_id = each.value.object_id
  }
}
`;
}

/** Makes a mirror of a provider's package and a CLI configuration that names it. Gives the environment to use it. */
export async function useProvider(
  version: string,
  directory: string,
  scratch: string,
): Promise<Readonly<Record<string, string>>> {
  await mkdir(scratch, { recursive: true });
  const mirror = join(scratch, "mirror");
  await buildMirror(directory, version, mirror);
  const file = join(scratch, "terraform.rc");
  await writeFile(file, `provider_installation {\n  filesystem_mirror {\n    path = "${mirror}"\n  }\n}\n`);
  return { TF_CLI_CONFIG_FILE: file };
}

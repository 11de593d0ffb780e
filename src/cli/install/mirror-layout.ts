import { join } from "node:path";

/** Where the source address `entrascim/entrascim` may point to: Terraform's registry and OpenTofu's. */
export const registryHosts = ["registry.terraform.io", "registry.opentofu.org"] as const;

/** The filesystem mirror that Terraform looks in by itself for a user, `~/.terraform.d/plugins`. */
export function userMirror(home: string): string {
  return join(home, ".terraform.d", "plugins");
}

/** The provider's folder below a filesystem mirror: `<host>/entrascim/entrascim/<version>/<os>_<arch>`. */
export function mirrorPath(host: string, version: string, platform: string): string {
  return [host, "entrascim", "entrascim", version, platform].join("/");
}

/** File name of the provider's executable, by which Terraform finds it in its folder. */
export function executableName(version: string): string {
  return `terraform-provider-entrascim_v${version}`;
}

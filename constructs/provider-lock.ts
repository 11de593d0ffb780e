/** A provider as `.terraform.lock.hcl` names it. */
export interface LockedProvider {
  /** Whole address, such as `registry.terraform.io/hashicorp/azuread`. */
  readonly address: string;
  /** The one version that the stack demands. */
  readonly version: string;
  /** Hashes that Terraform has written stay, as long as the version is the same. */
  readonly keepsHashes: boolean;
}

/**
 * The text of a `.terraform.lock.hcl` that locks exactly these providers. `present` is the file's text so far, or
 * empty. A provider without hashes gets one from Terraform when it is installed.
 *
 * @see https://developer.hashicorp.com/terraform/language/files/dependency-lock
 */
export function renderLock(present: string, providers: readonly LockedProvider[]): string {
  const blocks = new Map(providers.map((it) => [it.address, blockOf(present, it) ?? render(it)]));
  const sorted = [...blocks.keys()].sort();
  return sorted.map((address) => blocks.get(address)).join("\n");
}

function blockOf(present: string, { address, version, keepsHashes }: LockedProvider): string | undefined {
  if (!keepsHashes) return undefined;
  const start = present.indexOf(`provider "${address}" {`);
  if (start < 0) return undefined;
  const end = present.indexOf("\n}", start);
  const block = `${present.slice(start, end)}\n}\n`;
  return /version\s*=\s*"(.*)"/.exec(block)?.[1] === version ? block : undefined;
}

function render({ address, version }: LockedProvider): string {
  return [
    `provider "${address}" {`,
    `  version     = "${version}"`,
    `  constraints = "${version}"`,
    "}",
    "",
  ].join("\n");
}

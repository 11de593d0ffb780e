/** A provider as `.terraform.lock.hcl` names it. */
export interface LockedProvider {
  /** Whole address, such as `registry.terraform.io/hashicorp/azuread`. */
  readonly address: string;
  readonly version: string;
  readonly constraints: string;
  /** What Terraform has locked already stays, as long as the constraints are the same. */
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

function blockOf(present: string, { address, constraints, keepsHashes }: LockedProvider): string | undefined {
  if (!keepsHashes) return undefined;
  const start = present.indexOf(`provider "${address}" {`);
  if (start < 0) return undefined;
  const end = present.indexOf("\n}", start);
  const block = `${present.slice(start, end)}\n}\n`;
  return /constraints\s*=\s*"(.*)"/.exec(block)?.[1] === constraints ? block : undefined;
}

function render({ address, version, constraints }: LockedProvider): string {
  return [
    `provider "${address}" {`,
    `  version     = "${version}"`,
    `  constraints = "${constraints}"`,
    "}",
    "",
  ].join("\n");
}

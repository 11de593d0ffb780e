import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { App, type AppConfig, TerraformProvider, TerraformStack } from "cdktf";
import { EntrascimProvider } from "./gen/provider";
import { type LockedProvider, renderLock } from "./provider-lock";

/** Both hosts that a `source` without host may mean: Terraform's, which cdktf looks for in a lock, and OpenTofu's. */
const HOSTS = ["registry.terraform.io", "registry.opentofu.org"] as const;

/** Config of {@link LocalProviderApp}. */
export interface LocalProviderAppConfig extends AppConfig {
  /**
   * Directory with the built provider, laid out as a Terraform filesystem mirror
   * (`registry.terraform.io/entrascim/entrascim/VERSION/OS_ARCH/`).
   *
   * @default - `dist/mirror` of this package, which `npm run build` makes, else `~/.terraform.d/plugins`, which
   * `entrascim install` fills
   */
  readonly mirror?: string;
}

/**
 * An app whose stacks take the entrascim provider from a directory instead of a registry, so that a plain
 * `cdktf deploy` works with a provider that was built here. Beside each stack that uses the provider it writes
 *
 * - `terraform.d/plugins`, a link to the mirror, which Terraform looks into by itself (unless the CLI configuration
 *   has a `provider_installation` block), and
 * - `.terraform.lock.hcl`, in which the provider has no hash: a rebuilt provider has another one each time, and
 *   without the file `cdktf deploy` would ask the registry for one.
 *
 * `synth` throws an Error when the mirror does not hold the provider.
 *
 * @see https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories
 */
export class LocalProviderApp extends App {
  private readonly mirrors: readonly string[];

  constructor(config: LocalProviderAppConfig = {}) {
    super(config);
    this.mirrors =
      config.mirror === undefined
        ? [join(packageRoot(), "dist", "mirror"), join(homedir(), ".terraform.d", "plugins")]
        : [resolve(config.mirror)];
  }

  override synth(): void {
    super.synth();
    for (const stack of this.node.findAll().filter(TerraformStack.isStack)) this.linkProvider(stack);
  }

  private linkProvider(stack: TerraformStack): void {
    const providers = stack.node.findAll().filter(TerraformProvider.isTerraformProvider);
    const local = providers.find((it) => it.terraformResourceType === EntrascimProvider.tfResourceType);
    const version = local?.terraformGeneratorMetadata?.providerVersion;
    if (version === undefined) return;
    const directory = join(this.outdir, this.manifest.forStack(stack).workingDirectory);
    linkMirror(join(directory, "terraform.d", "plugins"), this.mirrorOf(version));
    const lock = join(directory, ".terraform.lock.hcl");
    const present = existsSync(lock) ? readFileSync(lock, "utf8") : "";
    const locked = providers.flatMap(lockedProvider).filter((it) => isLocked(it, present));
    writeFileSync(lock, renderLock(present, locked));
  }

  private mirrorOf(version: string): string {
    const within = join(HOSTS[0], "entrascim", "entrascim", version);
    const mirror = this.mirrors.find((directory) => existsSync(join(directory, within)));
    if (mirror !== undefined) return mirror;
    throw new Error(
      `No ${within} in ${this.mirrors.join(" or ")}: build the provider with "npm run build", put it in place with "npx entrascim install", or give the mirror that holds it.`,
    );
  }
}

/** A junction is what Windows lets everybody make; elsewhere it is a symbolic link. */
function linkMirror(path: string, mirror: string): void {
  const present = lstatSync(path, { throwIfNoEntry: false });
  if (present && !present.isSymbolicLink()) {
    throw new Error(`${path} is in the way of a link to ${mirror}: move it elsewhere`);
  }
  rmSync(path, { force: true });
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(mirror, path, "junction");
}

/** Other providers are locked too, at the version that their bindings demand: cdktf locks all if one is not. */
function lockedProvider(provider: TerraformProvider): LockedProvider[] {
  const version = provider.terraformGeneratorMetadata?.providerVersion;
  if (version === undefined || provider.terraformProviderSource === undefined) return [];
  const isLocal = provider.terraformResourceType === EntrascimProvider.tfResourceType;
  return addressesOf(provider.terraformProviderSource).map((address) => ({
    address,
    version,
    keepsHashes: !isLocal,
  }));
}

/**
 * OpenTofu's addresses are locked once OpenTofu has done so: Terraform takes what is locked and not installed for a
 * directory that was never initialised, and one that was would be so no more after each synth.
 */
function isLocked({ address }: LockedProvider, present: string): boolean {
  return !address.startsWith(`${HOSTS[1]}/`) || present.includes(`provider "${address}" {`);
}

function addressesOf(source: string): string[] {
  const parts = source.split("/");
  if (parts.length === 3) return [source];
  const namespaced = parts.length === 1 ? `hashicorp/${source}` : source;
  return HOSTS.map((host) => `${host}/${namespaced}`);
}

/** Where this package lies, whether it runs from its sources or as it is published. */
function packageRoot(): string {
  for (let directory = __dirname; ; directory = dirname(directory)) {
    if (existsSync(join(directory, "package.json"))) return directory;
    if (directory === dirname(directory)) throw new Error(`no package.json above ${__dirname}`);
  }
}

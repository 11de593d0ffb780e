import type { InstalledProvider } from "./install-provider";
import { registryHosts } from "./mirror-layout";
import type { ProviderInstallation } from "./provider-installation";

/** What `entrascim install` did and found; printed by `--json` as it is. */
export interface InstallReport {
  readonly version: string;
  /** The plugin folder. */
  readonly mirror: string;
  readonly installed: readonly InstalledProvider[];
  /** CLI configuration files that say where providers come from, which turns Terraform's own folders off. */
  readonly configuration: readonly ProviderInstallation[];
  /** True when Terraform looks in the plugin folder by itself, unless a configuration file says otherwise. */
  readonly implied: boolean;
}

/** The report for people: what happened, what has to be added where, and what to do next. */
export function describeInstall(report: InstallReport): string {
  return [...describeActions(report), ...describeConfiguration(report), ...describeNext(report)].join("\n");
}

function describeActions({ version, installed }: InstallReport): readonly string[] {
  const words = { created: "installed", replaced: "replaced", unchanged: "already there" } as const;
  const lines = installed.map(({ action, directory }) => `  ${words[action]}: ${directory}`);
  const replaced = installed.some(({ action }) => action === "replaced");
  return [
    `entrascim ${version}`,
    ...lines,
    "",
    ...(replaced
      ? [
          "Its files were others before. Where a .terraform.lock.hcl has recorded those, `terraform init` refuses the",
          'new ones: delete the block of "entrascim/entrascim" from that lock file, and run it again.',
          "",
        ]
      : []),
  ];
}

function describeConfiguration({ mirror, configuration, implied }: InstallReport): readonly string[] {
  const blind = configuration.filter(({ namesMirror }) => !namesMirror);
  if (blind.length > 0) {
    return [
      `${blind.map(({ file }) => file).join(" and ")} has a provider_installation block, so Terraform does not`,
      "look in that folder. Add to the block:",
      "",
      ...mirrorBlock(mirror),
      "",
      "and to each other method in it (direct, network_mirror):",
      "",
      `    exclude = ${patterns}`,
      "",
    ];
  }
  if (implied || configuration.length > 0) return [];
  return [
    "Terraform does not look in that folder by itself. Write into ~/.terraformrc (OpenTofu: ~/.tofurc):",
    "",
    "provider_installation {",
    ...mirrorBlock(mirror),
    "  direct {",
    `    exclude = ${patterns}`,
    "  }",
    "}",
    "",
  ];
}

function describeNext({ version }: InstallReport): readonly string[] {
  return [
    "Next, name the provider in your configuration, and run `terraform init`:",
    "",
    "  terraform {",
    "    required_providers {",
    `      entrascim = { source = "entrascim/entrascim", version = "${version}" }`,
    "    }",
    "  }",
    "",
  ];
}

const patterns = `[${registryHosts.map((host) => `"${host}/entrascim/*"`).join(", ")}]`;

function mirrorBlock(mirror: string): readonly string[] {
  return [
    "  filesystem_mirror {",
    `    path    = ${JSON.stringify(mirror)}`,
    `    include = ${patterns}`,
    "  }",
  ];
}

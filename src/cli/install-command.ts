import { Command } from "commander";
import { Problem } from "../core/problem";
import type { CliIo } from "./cli-io";
import { describeInstall, type InstallReport } from "./install/install-report";
import type { Installation } from "./installation";

interface InstallOptions {
  readonly dir?: string;
  readonly json?: true;
}

const examples = `
Examples:
  entrascim install                       where Terraform and OpenTofu look by themselves
  entrascim install --dir ./terraform.d/plugins
                                          for one configuration, beside its .tf files
  entrascim install --json | jq -r '.installed[].directory'`;

/** `entrascim install`: puts the provider where Terraform and OpenTofu find it without a registry. */
export function installCommand(io: CliIo, installation: Installation): Command {
  return new Command("install")
    .description("Install the Terraform provider for this user, without a registry.")
    .option(
      "--dir <folder>",
      "the plugin folder to install to (default: ~/.terraform.d/plugins, where Terraform looks by itself)",
    )
    .option("--json", "print JSON instead of text")
    .addHelpText("after", examples)
    .action(async (options: InstallOptions) => {
      const report = await install(io, installation, options.dir);
      io.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : describeInstall(report));
    });
}

async function install(
  io: CliIo,
  installation: Installation,
  dir: string | undefined,
): Promise<InstallReport> {
  const [
    { join, resolve, sep },
    { installProvider },
    { userMirror },
    { findProviderInstallations },
    { terraformPlatform },
  ] = await Promise.all([
    import("node:path"),
    import("./install/install-provider"),
    import("./install/mirror-layout"),
    import("./install/provider-installation"),
    import("./terraform/terraform-platform"),
  ]);
  // A shell variable that is not set must not become the working directory.
  if (dir === "") throw noFolder("--dir is empty. Give it the plugin folder to install to, or leave it out.");
  if (dir === undefined && installation.home === "") {
    throw noFolder(
      "HOME is empty, so this user's plugin folder is not known. Set HOME, or give --dir a folder.",
    );
  }
  const userFolder = userMirror(installation.home);
  const mirror = dir === undefined ? userFolder : resolve(dir);
  const installed = await installProvider({
    version: installation.version,
    providerDirectory: installation.providerDirectory,
    platform: terraformPlatform(installation.platform, installation.arch),
    mirror,
  });
  return {
    version: installation.version,
    mirror,
    installed,
    configuration: await findProviderInstallations(io.env, installation.home, mirror),
    // Terraform also looks in terraform.d/plugins beside a configuration.
    implied: mirror === userFolder || mirror.endsWith(join(sep, "terraform.d", "plugins")),
  };
}

function noFolder(detail: string): Problem {
  return new Problem("invalid_input", { summary: "There is no folder to install to", detail });
}

import { access, readFile } from "node:fs/promises";
import { textOf } from "../../../core/environment";
import { userMirror } from "../../install/mirror-layout";
import { findProviderInstallations } from "../../install/provider-installation";
import type { Check, DoctorContext } from "../check";
import { error, type Finding, ok, warning } from "../finding";

/** Whether Terraform looks where `entrascim install` puts the provider, and runs that one. */
export const cliConfigurationCheck: Check = {
  id: "cli-configuration",
  group: "Provider",
  title: "the CLI configuration",
  async run(context) {
    const found = [
      ...(await missingFile(context)),
      ...(await installationBlocks(context)),
      ...reattached(context),
    ];
    return found.length > 0
      ? found
      : [ok("The CLI configuration leaves Terraform's own plugin folders switched on.")];
  },
};

async function missingFile({ env }: DoctorContext): Promise<readonly Finding[]> {
  const name = ["TF_CLI_CONFIG_FILE", "TERRAFORM_CONFIG"].find((each) => textOf(env, each) !== null);
  const file = name === undefined ? null : textOf(env, name);
  if (file === null) return [];
  try {
    await access(file);
    return [];
  } catch {
    return [
      warning(
        `${name} names ${file}, which cannot be read.`,
        "Terraform warns, and goes on without any CLI configuration. Correct the variable, or unset it.",
      ),
    ];
  }
}

async function installationBlocks({ env, installation }: DoctorContext): Promise<readonly Finding[]> {
  const mirror = userMirror(installation.home);
  const blocks = await findProviderInstallations(env, installation.home, mirror);
  const findings: Finding[] = [];
  for (const { file, namesMirror } of blocks) {
    const overridden = /dev_overrides[\s\S]*entrascim/.test(await readFile(file, "utf8").catch(() => ""));
    if (overridden) {
      findings.push(
        warning(
          `${file} overrides the provider (dev_overrides): Terraform runs the copy in that folder, whatever version the configuration asks for.`,
          "Remove it from dev_overrides unless you are working on the provider itself.",
        ),
      );
    } else if (namesMirror) {
      findings.push(ok(`${file} names the folder ${mirror}.`));
    } else {
      findings.push(
        error(
          `${file} has a provider_installation block that does not name ${mirror}, so Terraform does not look there.`,
          "Run `entrascim install`: it prints the lines to add to the block.",
        ),
      );
    }
  }
  return findings;
}

function reattached({ env }: DoctorContext): readonly Finding[] {
  if (!/entrascim/.test(env.TF_REATTACH_PROVIDERS ?? "")) return [];
  return [
    warning(
      "TF_REATTACH_PROVIDERS names entrascim: Terraform talks to a provider that somebody else started.",
      "Unset it unless you are debugging the provider.",
    ),
  ];
}

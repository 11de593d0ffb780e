import { Argument, Command, Option } from "commander";
import type { CliIo } from "./cli-io";
import type { ReportFlags } from "./report/run-report";

const examples = `
Gates (--fail-on):
  what a plan does   destroy, retarget, replace, create, push, update, other-changes
  what it warns of   cross-environment, shared-destination, quarantine, pinned-behind, newer-version-waiting,
                     token-missing, secret-missing, base-address-changed, unreadable, recreated-elsewhere,
                     connection-refused, and with the provider's log: overwrites-token, provider-warning,
                     provider-error; or any: warning

Exit codes: 0 all gates passed; 5 a gate did not pass, or the plan has errors (the report is printed); others as for
every command, without a report.

Examples:
  entrascim report .                      plan here, and show what it does
  terraform show -json plan.tfplan | entrascim report -
  entrascim report plan.tfplan --format markdown --name prod --fail-on destroy,retarget > comment.md
  entrascim report cdktf.out/stacks/prod --environment prod --fail-on cross-environment
  entrascim report plan.json --log plan.log --fail-on overwrites-token
  entrascim report plan.tfplan --only rotation && terraform apply plan.tfplan`;

/** `entrascim report`: what a plan does with each sync and why, for whoever reviews it, and gates for pipelines. */
export function reportCommand(io: CliIo): Command {
  return new Command("report")
    .description("Show what a plan does with each sync, and why.")
    .addArgument(
      new Argument(
        "[plan]",
        "the JSON of terraform show -json PLAN (a file, or - for standard input), a plan file, or a directory to plan in: Terraform's or CDKTF's",
      ),
    )
    .addOption(
      new Option("--format <format>", "how to print it")
        .choices(["text", "markdown", "json", "html"])
        .default("text"),
    )
    .option("--json", "the same as --format json")
    .option("--log <file>", "what terraform plan -json printed: the provider's own warnings")
    .option("--chdir <folder>", "initialised directory that a plan file belongs to (default: its own)")
    .option("--name <name>", "tells several reports on one pull request apart", "default")
    .option(
      "--environment <slug>",
      "environment in Infisical that syncs may read from; can be repeated",
      append,
    )
    .option("--fail-on <gates>", "end with 5 if the plan has one of these; can be repeated", append)
    .addOption(
      new Option("--only <what>", "end with 5 unless every change is a rotation (or there is none)").choices([
        "rotation",
      ]),
    )
    .option("--schema", "print the JSON schema of --format json instead")
    .addHelpText("after", examples)
    .action(async (target: string | undefined, flags: ReportFlags) => {
      const { runReport } = await import("./report/run-report");
      await runReport(target, flags, io);
    });
}

function append(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, ...value.split(",")];
}

import { Command, Option } from "commander";
import type { Clients } from "../clients/clients";
import { type Clock, systemClock } from "../core/clock";
import { Problem } from "../core/problem";
import type { CliIo } from "./cli-io";
import {
  type ClientFlags,
  type ConnectClients,
  connectClients,
  credentialsHelp,
  withClientFlags,
} from "./connect-clients";
import type { StateSource } from "./status/state/load-state";
import type { StatusReport } from "./status/status-report";
import { wholeNumber } from "./whole-number";

interface StatusOptions extends ClientFlags {
  readonly json?: true;
  /** Seconds. */
  readonly watch?: number;
}

/** What the command works with beside its io; tests hand in others. */
export interface StatusTools {
  readonly connect: ConnectClients;
  readonly clock: Clock;
}

const help = `
A sync is well when the token that Infisical holds is the one that was pushed, the application has it, and each of
its provisioning jobs runs. Everything else counts as a problem, a newer version that waits for an apply too.

Exit codes: 0 all well; 5 at least one sync is not well; 3 or 4 no sync could be looked at, because credentials were
refused or services could not be reached; others as for every command. A state without syncs is an error (1).
${credentialsHelp}

Examples:
  entrascim status                        the configuration in this directory
  entrascim status ./infra                another one, or a CDKTF project
  terraform show -json | entrascim status -
  terraform state pull > prod.tfstate && entrascim status prod.tfstate
  entrascim status --watch 60             again a minute after each look, until Ctrl-C
  entrascim status --json | jq -r '.syncs[] | select(.healthy | not) | .address'`;

/** `entrascim status`: what is true now of the syncs of a state. */
export function statusCommand(
  io: CliIo,
  tools: StatusTools = { connect: connectClients, clock: systemClock },
): Command {
  const command = new Command("status")
    .description("Show what is true now of the syncs in a Terraform state, and what to do.")
    .argument("[state]", "a directory, a file of `terraform show -json`, a state file, or -", ".")
    .option("--json", "print JSON instead of text; with --watch, one line for each look")
    .addOption(
      new Option("--watch [seconds]", "look again, so many seconds after each look")
        .preset("30")
        .argParser(wholeNumber(1, 86_400)),
    );
  return withClientFlags(command)
    .addHelpText("after", help)
    .action((target: string, options: StatusOptions) => run(target, options, io, tools));
}

async function run(target: string, options: StatusOptions, io: CliIo, tools: StatusTools): Promise<void> {
  const [{ stateSource }, { verdictOf }] = await Promise.all([
    import("./status/state/load-state"),
    import("./status/verdict"),
  ]);
  const source = stateSource(target, io);
  const clients = await tools.connect(io, options);
  const look = () => lookOnce(source, clients, options, io, tools.clock);
  const found = await (options.watch === undefined
    ? showOnce(await look(), options, io)
    : keepWatching(look, options.watch, options, io, tools.clock));
  const verdict = found instanceof Problem ? found : verdictOf(found);
  if (verdict !== null) throw verdict;
}

async function lookOnce(
  source: StateSource,
  clients: Clients,
  options: StatusOptions,
  io: CliIo,
  clock: Clock,
): Promise<StatusReport> {
  const [{ lookAtAll }, { buildReport }, { progressLine }] = await Promise.all([
    import("./status/look"),
    import("./status/build-report"),
    import("./text/progress-line"),
  ]);
  clients.forget();
  const state = await source.read();
  if (state.syncs.length === 0) throw noSyncs(source.name);
  const progress = progressLine(io, "Looking at syncs", options);
  try {
    const looks = await lookAtAll(
      state.syncs.map(({ attributes }) => attributes),
      clients,
      {
        clock,
        signal: io.signal,
        concurrency: options.maxConcurrency,
        onProgress: progress.report,
      },
    );
    const checkedAt = new Date(clock.now()).toISOString();
    return buildReport(state, looks, { name: source.name, checkedAt });
  } finally {
    progress.clear();
  }
}

async function showOnce(report: StatusReport, options: StatusOptions, io: CliIo): Promise<StatusReport> {
  if (options.json) io.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  else {
    const { describeStatus } = await import("./status/render/describe-status");
    io.stdout.write(describeStatus(report, io.stdout, io.env));
  }
  return report;
}

async function keepWatching(
  look: () => Promise<StatusReport>,
  seconds: number,
  options: StatusOptions,
  io: CliIo,
  clock: Clock,
): Promise<StatusReport | Problem> {
  const [{ watch }, { liveOutput }, { describeStatus }, { plainText }] = await Promise.all([
    import("./status/watch"),
    import("./status/render/live-output"),
    import("./status/render/describe-status"),
    import("./text/plain-text"),
  ]);
  const live = liveOutput(io.stdout, io.stdout.isTTY && io.env.TERM !== "dumb" && !options.verbose);
  return watch({
    clock,
    signal: io.signal,
    intervalMs: seconds * 1_000,
    look,
    show: (report) => {
      if (options.json) io.stdout.write(`${JSON.stringify(report)}\n`);
      else live.show(describeStatus(report, io.stdout, io.env));
    },
    onFailure: (problem) => {
      io.stderr.write(`${plainText(`${problem.summary}: ${problem.detail}`)}\n`);
      live.interrupted();
    },
  });
}

function noSyncs(name: string): Problem {
  return new Problem("not_found", {
    summary: "The state has no syncs",
    detail: `There is no entrascim_sync in ${name}. Make sure that it is the state of the right configuration and workspace, and that it was applied.`,
  });
}

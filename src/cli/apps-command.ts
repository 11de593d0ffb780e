import { Command, InvalidArgumentError, Option } from "commander";
import { Problem } from "../core/problem";
import type { Adoption } from "./apps/adoption";
import { LANGUAGES, type Language } from "./apps/languages";
import type { ApplicationList, ApplicationQuery } from "./apps/list-applications";
import { requireTerminal } from "./apps/pick-applications";
import type { CliIo } from "./cli-io";
import {
  type ClientFlags,
  type ConnectClients,
  connectClients,
  credentialsHelp,
  withClientFlags,
} from "./connect-clients";
import { wrapped } from "./text/wrapped";

interface AppsOptions extends ClientFlags {
  readonly all?: true;
  readonly app?: readonly string[];
  readonly pick?: true;
  readonly json?: true;
  readonly generate?: Language;
  readonly out?: string;
  readonly connection?: string;
  readonly environment: string;
  readonly path: string;
  readonly keyPattern: string;
  readonly match: boolean;
}

const MINUTE = 60_000;
/** A large tenant has thousands of applications, and each is asked for its jobs. */
const LONGEST_MS = 15 * MINUTE;

const help = `
Keys are matched by name: the folder --path of --environment in the project INFISICAL_PROJECT_ID is listed, without
values. An application without a key that --key-pattern says gets a TODO that no plan accepts.
${credentialsHelp}

Examples:
  entrascim apps                          all applications that provision
  entrascim apps azure data               those with words that begin so
  entrascim apps --generate --out adopted/
                                          what it takes to adopt all of them: connection, syncs, imports
  entrascim apps --pick --generate        choose some, and print it
  entrascim apps --app 5e4b1ce0-0000-4000-8000-000000000001 --generate typescript --connection entra
                                          constructs for one, with a connection that the stack has
  entrascim apps --json | jq -r '.applications[].display_name'`;

/** `entrascim apps`: finds applications that provision, and writes the code that adopts them. */
export function appsCommand(io: CliIo, connect: ConnectClients = connectClients): Command {
  const command = new Command("apps")
    .description(
      "Find the applications that provision, and write the Terraform or TypeScript that adopts them.",
    )
    .argument("[search...]", "beginnings of words of the display name")
    .option("--all", "also applications without a provisioning job")
    .option(
      "--app <id or name>",
      "exactly this one, by object id, application id or display name; can be repeated",
      collect,
    )
    .option("--pick", "choose on the terminal")
    .addOption(new Option("--json", "print JSON instead of text").conflicts("generate"))
    .addOption(
      new Option("--generate [language]", "write code that adopts what was found; import: its blocks alone")
        .choices(LANGUAGES)
        // instead of the one that choices() brings
        .argParser(language)
        .preset("hcl")
        .conflicts("all"),
    )
    .option("--out <file or folder>", "where to write the code (default: standard output)")
    .option("--connection <name>", "the connection that the code has already (default: write one)")
    .option("--environment <slug>", "environment in Infisical that holds the tokens", "prod")
    .option("--path <path>", "folder in Infisical that holds the tokens", "/scim")
    .option("--key-pattern <pattern>", "key of a token, by the application's name", "{NAME}_SCIM_TOKEN")
    .option("--no-match", "do not ask Infisical which keys there are");
  return withClientFlags(command)
    .addHelpText("after", help)
    .action((words: readonly string[], options: AppsOptions) => run(io, connect, words, options));
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** An option whose value may be left out takes the next word, also one that was meant to be searched for. */
function language(text: string): Language {
  const known = LANGUAGES.find((each) => each === text);
  if (known !== undefined) return known;
  throw new InvalidArgumentError(
    `It is one of ${LANGUAGES.join(", ")}. Words to search for stand before it.`,
  );
}

async function run(
  io: CliIo,
  connect: ConnectClients,
  words: readonly string[],
  options: AppsOptions,
): Promise<void> {
  const query = queryOf(words, options);
  if (query.pick) requireTerminal(io);
  const { checkOptions } = await import("./apps/check-options");
  const connection = await checkOptions(options, options.generate ?? "hcl");
  const [{ systemClock }, { listApplications }] = await Promise.all([
    import("../core/clock"),
    import("./apps/list-applications"),
  ]);
  const clients = await connect(io, options);
  const call = { signal: io.signal, deadline: systemClock.now() + LONGEST_MS };
  const list = await listApplications(query, clients, io, call);
  remark(io, list.remarks);
  if (options.generate === undefined) return print(io, list, options.json === true);
  if (list.applications.length === 0) return;
  const { adoptApplications, adoptionRemarks } = await import("./apps/adopt-applications");
  // Import blocks hold no keys.
  const keyed = options.generate !== "import";
  const settings = { ...options, match: options.match && keyed, connection };
  const adoption = await adoptApplications(list, settings, clients, call);
  await writeCode(io, adoption, options.generate, options.out);
  if (keyed) remark(io, adoptionRemarks(adoption));
}

function queryOf(words: readonly string[], options: AppsOptions): ApplicationQuery {
  const { app = [], all = false, pick = false, verbose = false, generate, out, connection } = options;
  const search = words.join(" ").trim() || null;
  if (app.length > 0 && (search !== null || pick)) {
    throw usage("--app names the applications by itself: leave out the search and --pick.");
  }
  if (generate === undefined && (out !== undefined || connection !== undefined)) {
    throw usage("--out and --connection are for code: they need --generate.");
  }
  return { search, named: app, all, pick, verbose };
}

async function print(io: CliIo, list: ApplicationList, json: boolean): Promise<void> {
  if (json) {
    const { applicationsReport } = await import("./apps/applications-report");
    io.stdout.write(`${JSON.stringify(applicationsReport(list), null, 2)}\n`);
  } else if (list.applications.length > 0) {
    const { applicationsTable } = await import("./apps/describe-applications");
    io.stdout.write(applicationsTable(list.applications, io));
  }
}

async function writeCode(
  io: CliIo,
  adoption: Adoption,
  into: Language,
  out: string | undefined,
): Promise<void> {
  const [{ generate }, { writeFiles }] = await Promise.all([
    import("./apps/generate"),
    import("./apps/write-files"),
  ]);
  const files = generate(adoption, into);
  if (out === undefined) io.stdout.write([...files.values()].join("\n"));
  else for (const path of await writeFiles(files, out)) io.stdout.write(`${path}\n`);
}

function remark(io: CliIo, remarks: readonly string[]): void {
  for (const text of remarks) io.stderr.write(`${wrapped(text, io.stderr, 0).join("\n")}\n`);
}

function usage(detail: string): Problem {
  return new Problem("invalid_input", { summary: "These options do not go together", detail });
}

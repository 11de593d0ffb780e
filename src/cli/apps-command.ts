import { Command, Option } from "commander";
import { Problem } from "../core/problem";
import { LANGUAGES, type Language } from "./apps/generate";
import type { CliIo } from "./cli-io";
import {
  type ClientFlags,
  type ConnectClients,
  connectClients,
  credentialsHelp,
  withClientFlags,
} from "./connect-clients";

interface AppsOptions extends ClientFlags {
  readonly all?: true;
  readonly app?: readonly string[];
  readonly pick?: true;
  readonly json?: true;
  readonly generate?: Language | true;
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

const examples = `
Examples:
  entrascim apps                          all applications that provision
  entrascim apps service now              those with words that begin so
  entrascim apps --generate --out adopted/
                                          what it takes to adopt all of them: connection, syncs, imports
  entrascim apps --pick --generate        choose some, and print it
  entrascim apps --app 5e4b1ce0-0000-4000-8000-000000000001 --generate typescript --connection entra
                                          constructs for one, with a connection that the stack has
  entrascim apps --json | jq -r '.applications[].displayName'

Keys are matched by name: the folder --path of --environment in the project INFISICAL_PROJECT_ID is listed, without
values. An application without a key that --key-pattern says gets a TODO that no plan accepts.
`;

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
      "exactly this one, by object id, application id or display name; repeatable",
      collect,
    )
    .option("--pick", "choose on the terminal")
    .addOption(new Option("--json", "print what was found as JSON").conflicts("generate"))
    .addOption(
      new Option("--generate [language]", "write code that adopts what was found")
        .choices(LANGUAGES)
        .preset("hcl")
        .conflicts("all"),
    )
    .option("--out <path>", "a file to write the code to, or a folder (default: standard output)")
    .option("--connection <name>", "the connection that the code has already (default: write one)")
    .option("--environment <slug>", "environment in Infisical that holds the tokens", "prod")
    .option("--path <folder>", "folder in Infisical that holds the tokens", "/scim")
    .option("--key-pattern <pattern>", "key of a token, by the application's name", "{NAME}_SCIM_TOKEN")
    .option("--no-match", "do not ask Infisical which keys there are");
  return withClientFlags(command)
    .addHelpText("after", `${examples}${credentialsHelp}`)
    .action((words: readonly string[], options: AppsOptions) => run(io, connect, words, options));
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

async function run(
  io: CliIo,
  connect: ConnectClients,
  words: readonly string[],
  options: AppsOptions,
): Promise<void> {
  const query = {
    search: words.join(" ").trim() || null,
    named: options.app ?? [],
    all: options.all === true,
    pick: options.pick === true,
  };
  if (query.named.length > 0 && (query.search !== null || query.pick)) {
    throw usage("--app names the applications by itself: leave out the search and --pick.");
  }
  const language = options.generate === true ? "hcl" : options.generate;
  if (language === undefined && (options.out !== undefined || options.connection !== undefined)) {
    throw usage("--out and --connection are for code: they need --generate.");
  }
  const { checkOptions } = await import("./apps/check-options");
  const connection = await checkOptions(options, language ?? "hcl");
  const [{ systemClock }, { listApplications }] = await Promise.all([
    import("../core/clock"),
    import("./apps/list-applications"),
  ]);
  const clients = await connect(io, options);
  const call = { signal: io.signal, deadline: systemClock.now() + LONGEST_MS };
  const list = await listApplications(query, clients, io, call);
  remark(io, list.remarks);
  if (language === undefined) {
    const { applicationsTable } = await import("./apps/describe-applications");
    const { tenant, applications, refused } = list;
    const summary = { tenantId: tenant.tenantId, applications, refused };
    if (options.json) io.stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
    else if (applications.length > 0) io.stdout.write(await applicationsTable(applications, io));
    return;
  }
  if (list.applications.length === 0) return;
  const [{ adoptApplications, adoptionRemarks }, { generate }, { writeFiles }] = await Promise.all([
    import("./apps/adopt-applications"),
    import("./apps/generate"),
    import("./apps/write-files"),
  ]);
  const adoption = await adoptApplications(list, { ...options, connection }, clients, call);
  const files = generate(adoption, language);
  if (options.out === undefined) io.stdout.write([...files.values()].join("\n"));
  else for (const path of await writeFiles(files, options.out)) io.stdout.write(`${path}\n`);
  remark(io, adoptionRemarks(adoption));
}

function remark(io: CliIo, remarks: readonly string[]): void {
  for (const text of remarks) io.stderr.write(`${text}\n`);
}

function usage(detail: string): Problem {
  return new Problem("invalid_input", { summary: "These options do not go together", detail });
}

import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Cdktf } from "./demo/cdktf";
import { type Clouds, startClouds } from "./demo/clouds";
import { Confidential } from "./demo/confidential";
import { DemoFailure, ensure } from "./demo/demo-failure";
import { demoEnvironment } from "./demo/environment";
import { sayHowToContinue } from "./demo/farewell";
import { type DemoFolder, makeDemoFolder } from "./demo/folder";
import { Narrator } from "./demo/narrator";
import { Interrupted, Processes } from "./demo/processes";
import { tellStory } from "./demo/story";
import { provideTerraform } from "./demo/terraform";

/*
 * npm run demo [-- --keep]: the product on emulated clouds, from the first deploy to the last, with the real
 * Terraform and the real cdktf. Everything is verified as it is told; it fails as soon as something is not so.
 *
 * With --keep the emulated clouds stay up at the end. With --no-build what `npm run build` made is taken as it is.
 */

const project = resolve(__dirname, "..");
const cli = join(project, "dist", "cli", "entrascim.cjs");

interface Options {
  readonly keep: boolean;
  readonly build: boolean;
}

async function run(options: Options, narrator: Narrator, processes: Processes, interrupted: Promise<never>) {
  const began = Date.now();
  narrator.title(
    "entrascim: a SCIM token that follows its rotation",
    "Terraform, cdktf and the provider are real. Entra ID, Microsoft Graph, Infisical and",
    "ServiceNow are emulated on this machine: no account is needed, and nothing leaves it.",
  );
  const folder = makeDemoFolder(project);
  const env = demoEnvironment(process.env, folder);
  const work = prepareAndTell(options, narrator, processes, folder, env);
  const { clouds, output } = await Promise.race([work, interrupted]);
  const seconds = Math.round((Date.now() - began) / 1000);
  narrator.text("", `All as said, in ${seconds} seconds. What the commands printed is in ${output}/.`);
  if (!options.keep) return;
  sayHowToContinue(narrator, clouds.summary);
  await interrupted.catch(() => {});
}

async function prepareAndTell(
  options: Options,
  narrator: Narrator,
  processes: Processes,
  folder: DemoFolder,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly clouds: Clouds; readonly output: string }> {
  narrator.step("Prepare");
  const terraform = await provideTerraform(folder.terraform, narrator, process.env);
  narrator.fact(`${terraform.product} ${terraform.version}`);
  if (options.build) await build(narrator, processes, env);
  ensure(existsSync(cli), "Nothing is built yet: leave --no-build away.");
  const confidential = new Confidential();
  const clouds = await startTheClouds(narrator, processes, folder, env);
  confidential.addEnvironment(clouds.summary.environment);
  const cdktf = new Cdktf(narrator, processes, folder, {
    app: join(project, "examples", "cdktf", "quickstart"),
    env: { ...env, ...clouds.summary.environment, TERRAFORM_BINARY_NAME: terraform.command },
  });
  try {
    await tellStory({ narrator, cdktf, confidential, control: clouds.control, state: folder.state });
  } finally {
    await clouds.control.close();
  }
  return { clouds, output: relative(project, folder.output) };
}

async function build(narrator: Narrator, processes: Processes, env: NodeJS.ProcessEnv): Promise<void> {
  narrator.command("npm run build -- --no-check");
  const building = processes.run({
    file: process.execPath,
    args: ["--import", "tsx", join(__dirname, "build.ts"), "--no-check"],
    directory: project,
    env,
  });
  const { code, output } = await narrator.during("building", building);
  if (code !== 0) {
    narrator.quote(output.trimEnd().split("\n").slice(-20));
    throw new DemoFailure("The build failed.");
  }
  narrator.fact("The provider, the constructs and the command are built");
}

async function startTheClouds(
  narrator: Narrator,
  processes: Processes,
  folder: DemoFolder,
  env: NodeJS.ProcessEnv,
): Promise<Clouds> {
  narrator.command("npx entrascim emulator");
  const starting = startClouds(processes, { script: cli, directory: project, env }, folder.caFile);
  const clouds = await narrator.during("starting the emulated clouds", starting);
  narrator.fact(
    `Emulated Entra ID, Microsoft Graph, Infisical and ServiceNow serve at ${clouds.summary.origin}`,
  );
  return clouds;
}

function untilInterrupted(): Promise<never> {
  return new Promise((_, reject) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => reject(new Interrupted()));
    }
    // A reader that has seen enough (`| head`).
    process.stdout.on("error", () => reject(new Interrupted()));
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      keep: { type: "boolean", default: false },
      "no-build": { type: "boolean", default: false },
    },
  });
  const write = (text: string) => void process.stdout.write(text);
  const narrator = new Narrator({ write, isTTY: process.stdout.isTTY === true }, process.env);
  const processes = new Processes();
  process.on("exit", () => processes.killAll());
  const interrupted = untilInterrupted();
  interrupted.catch(() => {});
  const code = await run({ keep: values.keep, build: !values["no-build"] }, narrator, processes, interrupted)
    .then(() => 0)
    .catch((caught: unknown) => tellFailure(narrator, caught));
  await processes.stopAll();
  narrator.text("Everything that was started has ended.");
  // What was interrupted may still wait for something.
  process.exit(code);
}

/** Says why it ends early, and gives the exit code. */
function tellFailure(narrator: Narrator, caught: unknown): number {
  if (caught instanceof Interrupted) {
    narrator.text("", "Interrupted.");
    return 130;
  }
  const file = caught instanceof DemoFailure ? caught.file : undefined;
  const hint = file === undefined ? "" : `\nMore is in ${relative(project, file)}.`;
  narrator.failure(`${caught instanceof Error ? caught.message : String(caught)}${hint}`);
  return 1;
}

void main();

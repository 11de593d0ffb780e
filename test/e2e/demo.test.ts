import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

jest.setTimeout(120_000);

const PROJECT = resolve(__dirname, "../..");

let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "entrascim-demo-"));
  for (const name of ["home", "tmp"]) mkdirSync(join(scratch, name));
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

/** Starts the demo as a person does whose output is piped, on what `npm run build` made before the tests. */
function startDemo(env: NodeJS.ProcessEnv = {}) {
  const child = spawn("npm", ["run", "--silent", "demo", "--", "--no-build"], {
    cwd: PROJECT,
    env: {
      PATH: process.env.PATH,
      HOME: join(scratch, "home"),
      TMPDIR: join(scratch, "tmp"),
      npm_config_update_notifier: "false",
      STARTED_BY: scratch,
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
    // A process group of its own, as a shell with a terminal gives it.
    detached: true,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const ended = once(child, "close").then(([code]) => ({ code: code as number | null, output }));
  const says = async (text: string) => {
    while (!output.includes(text)) await Promise.race([once(child.stdout, "data"), ended]);
  };
  return { child, ended, says };
}

/** Command lines of processes that were started from this test, by the variable that they inherit. */
function leftOvers(): string[] {
  if (!existsSync("/proc")) return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => contentOf(`/proc/${pid}/environ`).includes(scratch))
    .map((pid) => contentOf(`/proc/${pid}/cmdline`).replaceAll("\0", " "));
}

/** Of another user, or gone meanwhile: nothing. */
function contentOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** Whether something listens on a port of 127.0.0.1. */
async function listens(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Names in the project that a run could leave: beside the sources and in the examples. */
function filesOfProject(): string[] {
  const beside = readdirSync(PROJECT).filter((name) => name !== ".demo");
  return [...beside, ...readdirSync(join(PROJECT, "examples"), { recursive: true, encoding: "utf8" })].sort();
}

function expectNothingLeft(before: readonly string[]): void {
  expect(leftOvers()).toEqual([]);
  expect(filesOfProject()).toEqual(before);
  // npm and tsx keep their own logs and caches.
  expect(readdirSync(join(scratch, "home")).filter((name) => name !== ".npm")).toEqual([]);
  expect(readdirSync(join(scratch, "tmp")).filter((name) => !name.startsWith("tsx-"))).toEqual([]);
}

it("leads a token through its life, and leaves nothing behind", async () => {
  const before = filesOfProject();
  const { code, output } = await startDemo().ended;

  const facts = [
    "Deploy the quickstart",
    "$ npx cdktf deploy",
    "Apply complete! Resources: 2 added",
    "Entra ID holds version 1 of the token, the one that ServiceNow accepts",
    "1 user provisioned with version 1 of the token",
    "Deploy again",
    "Terraform has no changes",
    "ServiceNow rotates its token",
    "ServiceNow refuses the old token",
    "quarantine (EncounteredQuarantineException)",
    "Infisical holds version 2 of SERVICENOW_SCIM_TOKEN",
    "$ npx cdktf diff",
    "Infisical holds version 2 (changed by",
    '"rotated" -> "synced"',
    "No token and no credential in the output or in state",
    "Deploy the rotation",
    "Entra ID holds version 2 of the token, the one that ServiceNow accepts",
    "out of quarantine",
    "1 user provisioned with version 2 of the token",
    "$ npx cdktf destroy",
    "State is empty",
    "All as said",
    "Everything that was started has ended.",
  ];
  let told = 0;
  for (const fact of facts) {
    const at = output.indexOf(fact, told);
    if (at < 0) throw new Error(`The demo does not say, or not there: ${fact}\n\n${output}`);
    told = at;
  }
  expect(code).toBe(0);
  expect(output).not.toContain("\x1b");

  expect(await listens(Number(/serve at https:\/\/127\.0\.0\.1:(\d+)/.exec(output)?.[1]))).toBe(false);
  expectNothingLeft(before);
});

it("ends what it has started when it is interrupted", async () => {
  const before = filesOfProject();
  const demo = startDemo();
  await demo.says("$ npx cdktf deploy");
  process.kill(-(demo.child.pid ?? 0), "SIGINT");
  const { code, output } = await demo.ended;
  expect(output).toContain("Interrupted.\nEverything that was started has ended.");
  expect(code).not.toBe(0);
  expectNothingLeft(before);
});

it("says what to install where the Terraform that is asked for is not there", async () => {
  const { code, output } = await startDemo({ TERRAFORM_BINARY_NAME: join(scratch, "terraform") }).ended;
  expect(output).toMatch(/terraform: not found.*Install one \(https:/s);
  expect(code).toBe(1);
});

import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { CliIo } from "./cli-io";
import type { EmulatorSummary } from "./emulator/emulator-report";
import { emulatorCommand } from "./emulator-command";
import { exitCodes } from "./exit-codes";
import { runCli } from "./run-cli";
import { noInput } from "./testing/fake-io";

function start(args: readonly string[]) {
  const interrupt = new AbortController();
  let stdout = "";
  let stderr = "";
  let printed: () => void = () => {};
  const output = new Promise<void>((resolve) => {
    printed = resolve;
  });
  const io: CliIo = {
    stdin: noInput(),
    stdout: {
      isTTY: false,
      write: (text) => {
        stdout += text;
        printed();
      },
    },
    stderr: {
      isTTY: false,
      write: (text) => {
        stderr += text;
      },
    },
    env: {},
    signal: interrupt.signal,
  };
  const exit = runCli({ version: "0.0.0", commands: [emulatorCommand(io)] }, ["emulator", ...args], io);
  return {
    exit,
    output: Promise.race([output, exit]),
    stdout: () => stdout,
    stderr: () => stderr,
    interrupt: () => interrupt.abort(),
  };
}

describe("entrascim emulator", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "emulator-command-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("prints one line of JSON, runs until it is interrupted, and removes its authority's file", async () => {
    const run = start(["--json"]);
    await run.output;
    const summary = JSON.parse(run.stdout()) as EmulatorSummary;
    const caFile = summary.environment.NODE_EXTRA_CA_CERTS ?? "";
    expect(run.stdout().trim().split("\n")).toHaveLength(1);
    expect(summary.environment.INFISICAL_HOST).toBe(summary.origin);
    expect(summary.control.url).toBe(`${summary.origin}/_control`);
    expect(summary.seed.applications.map(({ name }) => name)).toEqual(["servicenow", "slack", "databricks"]);
    expect(await readFile(caFile, "utf8")).toContain("BEGIN CERTIFICATE");
    run.interrupt();
    expect(await run.exit).toBe(exitCodes.ok);
    expect(existsSync(dirname(caFile))).toBe(false);
  });

  it("prints the environment as a shell takes it, and takes a seed and a file for its authority", async () => {
    const seed = join(folder, "seed.json");
    const caFile = join(folder, "ca.pem");
    await writeFile(seed, JSON.stringify({ applications: [{ name: "zoom", displayName: "Zoom" }] }));
    const run = start(["--seed", seed, "--ca-file", caFile]);
    await run.output;
    run.interrupt();
    expect(await run.exit).toBe(exitCodes.ok);
    expect(run.stdout()).toMatch(/^ {2}export INFISICAL_HOST=https:\/\/127\.0\.0\.1:\d+$/m);
    expect(run.stdout()).toContain(`export NODE_EXTRA_CA_CERTS=${caFile}`);
    expect(run.stdout()).toMatch(/^ {2}export CONTROL_URL=https:\/\/127\.0\.0\.1:\d+\/_control$/m);
    expect(run.stdout()).toMatch(/^ {2}export CONTROL_KEY=[\w-]{32}$/m);
    expect(run.stdout()).toMatch(/^ {2}Zoom +[0-9a-f-]{36} {2}scim$/m);
    expect(existsSync(caFile)).toBe(true);
  });

  it.each([
    ["a port that is none", () => ["--port", "65536"], "whole number from 0 to 65535"],
    ["a latency that is none", () => ["--latency", "-1"], "whole number"],
    [
      "a certificate file that cannot be written",
      () => ["--ca-file", join(folder, "no", "ca.pem")],
      "cannot be written",
    ],
  ])("refuses %s with a sentence", async (_name, args, message) => {
    const run = start(args());
    expect(await run.exit).toBe(exitCodes.usage);
    expect(run.stderr()).toContain(message);
    expect(run.stdout()).toBe("");
  });

  it("says which seed cannot be read", async () => {
    const run = start(["--seed", join(folder, "none.json")]);
    expect(await run.exit).toBe(exitCodes.failed);
    expect(run.stderr()).toContain("none.json cannot be read");
  });

  it("refuses a port that another program has, which is no fault that passes", async () => {
    const first = start(["--json"]);
    await first.output;
    const { origin } = JSON.parse(first.stdout()) as EmulatorSummary;
    const second = start(["--port", new URL(origin).port]);
    expect(await second.exit).toBe(exitCodes.failed);
    expect(second.stderr()).toMatch(/^error: The emulator cannot listen\n\nPort \d+ on 127\.0\.0\.1/);
    first.interrupt();
    expect(await first.exit).toBe(exitCodes.ok);
  });

  it.each([
    ["no JSON", "{ base: ", "is not JSON"],
    ["an unknown member", '{"aplications": []}', "aplications"],
    ["a wrong id", '{"apps": [{"clientId": "x", "displayName": "X"}]}', "apps[0].clientId: must be a UUID"],
    [
      "a token of nobody",
      '{"projects":[{"id":"p","slug":"p","environments":{"dev":{"/":{"K":{"tokenOf":"zoom"}}}}}]}',
      '"zoom"',
    ],
  ])("refuses a seed with %s", async (_name, text, message) => {
    const seed = join(folder, "bad.json");
    await writeFile(seed, text);
    const run = start(["--seed", seed]);
    expect(await run.exit).toBe(exitCodes.usage);
    expect(run.stderr()).toContain(message);
  });
});

import { reportCommand } from "../report-command";
import { runCli } from "../run-cli";
import { fakeIo } from "../testing/fake-io";
import { connectionChange, planJson, rotatedSync, syncAttributes, syncChange } from "./testing/plan-fixture";

const plan = (...changes: readonly object[]) =>
  JSON.stringify(planJson(changes as Record<string, unknown>[]));
const destroy = syncChange("gone", ["delete"], syncAttributes(), null);
const create = syncChange("new", ["create"], null, syncAttributes());
const rotation = syncChange("rotated", ["update"], rotatedSync(), rotatedSync(), { sends: true });

async function run(stdin: string, ...args: readonly string[]) {
  const io = fakeIo({ stdin });
  const code = await runCli({ version: "1", commands: [reportCommand(io)] }, ["report", "-", ...args], io);
  return { code, out: io.stdout.text, err: io.stderr.text };
}

describe("entrascim report", () => {
  it.each<[string[], RegExp]>([
    [[], /^1 destroyed\n\nDestroy \(1\)\n/],
    [["--format", "text"], /^1 destroyed\n/],
    [["--format", "markdown"], /^<!-- entrascim report: default -->\n/],
    [["--format", "html"], /^<!doctype html>\n/],
    [["--format", "json"], /^\{\n {2}"format_version": "1\.0"/],
    [["--json"], /^\{\n {2}"format_version": "1\.0"/],
    [["--format", "html", "--json"], /^\{\n/],
  ])("prints %j, and ends with 0 without gates", async (args, out) => {
    expect(await run(plan(destroy), ...args)).toEqual({ code: 0, out: expect.stringMatching(out), err: "" });
  });

  it.each<[string, string[], number]>([
    ["all pass", ["--fail-on", "retarget,replace"], 0],
    ["one does not", ["--fail-on", "retarget,destroy"], 5],
    ["one of several options does not", ["--fail-on", "retarget", "--fail-on", "destroy"], 5],
    ["only rotations were asked for", ["--only", "rotation"], 5],
  ])("ends as its gates say: %s", async (_, args, code) => {
    const text = await run(plan(destroy), ...args);
    expect(text).toMatchObject({ code, err: "" });
    expect(text.out).toContain("Destroy (1)");
  });

  it("tells of gates on standard error, where the report may be in a file", async () => {
    const { code, out, err } = await run(plan(destroy), "--json", "--fail-on", "destroy");
    expect({ code, err }).toEqual({
      code: 5,
      err: "error: Gate destroy did not pass: entrascim_sync.gone\n",
    });
    expect(JSON.parse(out)).toMatchObject({ gates: [{ gate: "destroy", passed: false }] });
  });

  it("passes a plan of rotations", async () => {
    expect((await run(plan(connectionChange("prod"), rotation), "--only", "rotation")).code).toBe(0);
  });

  it("takes the environments that syncs may read from", async () => {
    const args = ["--fail-on", "cross-environment", "--environment"];
    expect((await run(plan(create), ...args, "dev")).code).toBe(5);
    expect((await run(plan(create), ...args, "dev", "--environment", "prod")).code).toBe(0);
    expect((await run(plan(create), ...args, "dev,prod")).code).toBe(0);
  });

  it("fails for a plan with errors, without any gate", async () => {
    const { code, out } = await run(JSON.stringify(planJson([create], { errored: true })));
    expect(code).toBe(5);
    expect(out).toContain("Gate errored did not pass: Terraform met errors");
  });

  it.each<[string, string, string[], RegExp]>([
    ["text that is no JSON", "Plan: 1 to add", [], /is not JSON/],
    ["a state", '{"format_version": "1.0", "values": {}}', [], /a state, not a plan/],
    [
      "a gate without its log",
      plan(create),
      ["--fail-on", "overwrites-token"],
      /needs the provider's warnings/,
    ],
    ["an unknown gate", plan(), ["--fail-on", "everything"], /no gate "everything"/],
    ["an unknown format", plan(), ["--format", "xml"], /Allowed choices/],
    ["an unknown only", plan(), ["--only", "creates"], /Allowed choices/],
    ["a name with a comment's end", plan(), ["--name", "a-->"], /name of the report/],
  ])("prints no report of %s, and ends with 2", async (_, stdin, args, message) => {
    expect(await run(stdin, ...args)).toEqual({ code: 2, out: "", err: expect.stringMatching(message) });
  });
});

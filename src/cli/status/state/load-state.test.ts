import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Problem } from "../../../core/problem";
import { fakeIo } from "../../testing/fake-io";
import { stateSource } from "./load-state";

const state = (...names: readonly string[]) =>
  JSON.stringify({
    version: 4,
    resources: names.map((name) => ({
      mode: "managed",
      type: "entrascim_sync",
      name,
      instances: [{ attributes: { name } }],
    })),
  });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "entrascim-state-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function namesOf(source: ReturnType<typeof stateSource>) {
  return (await source.read()).syncs.map(({ attributes }) => attributes.name);
}

async function problemOf(target: string, env: Readonly<Record<string, string>> = {}) {
  const found = await stateSource(target, fakeIo({ env }))
    .read()
    .then(() => null, Problem.from);
  return found?.code;
}

describe("stateSource", () => {
  it("reads what is piped in once, and gives it again", async () => {
    const source = stateSource("-", fakeIo({ stdin: state("a") }));
    expect(source.name).toBe("standard input");
    expect([await namesOf(source), await namesOf(source)]).toEqual([["a"], ["a"]]);
  });

  it("reads a file as it is each time", async () => {
    const file = join(folder, "terraform.tfstate");
    await writeFile(file, state("a"));
    const source = stateSource(file, fakeIo());
    expect(await namesOf(source)).toEqual(["a"]);
    await writeFile(file, state("a", "b"));
    expect(await namesOf(source)).toEqual(["a", "b"]);
  });

  it("runs Terraform in a directory", async () => {
    await writeFile(join(folder, "main.tf"), "");
    const terraform = join(folder, "terraform");
    const prints = (shown: string) =>
      writeFile(
        terraform,
        `#!/bin/sh\nif [ "$1" = version ]; then echo '{"terraform_version": "1.11.4"}'; else echo '${shown}'; fi\n`,
        { mode: 0o755 },
      );
    const env = { TERRAFORM_BINARY_NAME: terraform, PATH: process.env.PATH ?? "" };
    await prints(state("a"));
    expect(await namesOf(stateSource(folder, fakeIo({ env })))).toEqual(["a"]);
    await prints("Warning: no JSON");
    expect(await problemOf(folder, env)).toBe("unexpected_response");
  });

  it.each<[string, (folder: string) => string, string]>([
    ["what is not there", (at) => join(at, "none"), "not_found"],
    ["a directory without a configuration", (at) => at, "not_found"],
  ])("cannot read %s", async (_, target, code) => {
    expect(await problemOf(target(folder))).toBe(code);
  });

  it("refuses a plan file", async () => {
    await writeFile(join(folder, "plan"), "PK\u0003\u0004");
    expect(await problemOf(join(folder, "plan"))).toBe("invalid_input");
  });
});

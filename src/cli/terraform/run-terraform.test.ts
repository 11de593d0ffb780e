import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTerraform } from "./run-terraform";

describe("runTerraform", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "entrascim-run-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function run(script: string, options: { signal?: AbortSignal; accepts?: number[] } = {}) {
    const command = join(folder, "terraform");
    writeFileSync(command, `#!/bin/sh\n${script}\n`);
    chmodSync(command, 0o755);
    const { signal = new AbortController().signal, ...rest } = options;
    return runTerraform(command, ["show", "-json"], { directory: folder, env: process.env, signal, ...rest });
  }

  it("gives what was printed", async () => {
    expect(await run('echo "$@"; pwd')).toEqual({ code: 0, stdout: `show -json\n${folder}\n` });
  });

  it("wants no colours, prompts and looks for newer versions", async () => {
    const { stdout } = await run('echo "$TF_CLI_ARGS $TF_INPUT $CHECKPOINT_DISABLE"');
    expect(stdout).toBe("-no-color 0 1\n");
  });

  it("says what Terraform said when it failed", async () => {
    await expect(run("echo 'Error: no init' >&2; exit 1")).rejects.toMatchObject({
      code: "conflict",
      detail: expect.stringContaining("Error: no init"),
    });
  });

  it("takes other codes that mean no failure", async () => {
    expect(await run("exit 2", { accepts: [2] })).toEqual({ code: 2, stdout: "" });
  });

  it("says so when there is no such command", async () => {
    const options = { directory: folder, env: {}, signal: new AbortController().signal };
    await expect(runTerraform(join(folder, "none"), [], options)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("interrupts Terraform and waits for its end", async () => {
    const interrupt = new AbortController();
    const running = run("trap 'exit 0' INT; while :; do sleep 0.05; done", { signal: interrupt.signal });
    setTimeout(() => interrupt.abort(), 100);
    await expect(running).rejects.toMatchObject({ code: "cancelled" });
  });

  it("starts nothing after Ctrl-C", async () => {
    await expect(run("exit 0", { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "cancelled" });
  });
});

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { showJson } from "./show-json";

describe("showJson", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "entrascim-show-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function show(script: string, planFile?: string) {
    const command = join(folder, "terraform");
    writeFileSync(command, `#!/bin/sh\n${script}\n`);
    chmodSync(command, 0o755);
    const run = { directory: folder, env: process.env, signal: new AbortController().signal };
    return showJson(command, run, planFile);
  }

  it("shows the state of a directory", async () => {
    expect(await show(`echo "[\\"$*\\"]"`)).toEqual(["show -json"]);
  });

  it("shows the plan of a file", async () => {
    expect(await show(`echo "[\\"$*\\"]"`, "plan.tfplan")).toEqual(["show -json plan.tfplan"]);
  });

  it("says which command printed no JSON", async () => {
    await expect(show("echo 'Warning: deprecated'", "plan.tfplan")).rejects.toMatchObject({
      code: "unexpected_response",
      detail: expect.stringContaining("show -json plan.tfplan"),
    });
  });

  it("passes on what Terraform says when it fails", async () => {
    await expect(show("echo no state >&2; exit 1")).rejects.toMatchObject({
      code: "conflict",
      detail: expect.stringContaining("no state"),
    });
  });
});

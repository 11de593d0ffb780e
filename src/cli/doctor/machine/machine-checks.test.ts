import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fakeContext, lines } from "../testing/fake-context";
import { debugSwitchesCheck } from "./debug-switches-check";
import { nodeCheck } from "./node-check";
import { platformCheck } from "./platform-check";
import { terraformCheck } from "./terraform-check";

describe("checks of the machine", () => {
  let bin: string;

  beforeEach(() => {
    bin = mkdtempSync(join(tmpdir(), "entrascim-doctor-"));
  });

  afterEach(() => rmSync(bin, { recursive: true }));

  function put(name: string, script: string): void {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }

  it.each([
    ["one Node.js", "20.19.0", "echo v20.19.0", ["ok: Node.js 20.19.0 runs this command."]],
    [
      "another on the PATH",
      "24.1.0",
      "echo v22.2.0",
      [
        "ok: Node.js 24.1.0 runs this command.",
        "ok: Node.js 22.2.0 is first on the PATH, and runs the provider.",
      ],
    ],
    [
      "an old one on the PATH",
      "22.0.0",
      "echo v20.18.3",
      [
        "ok: Node.js 22.0.0 runs this command.",
        "error: Node.js 20.18.3 is first on the PATH, and runs the provider, and is older than 20.19.",
      ],
    ],
    [
      "something that is no node",
      "22.0.0",
      "exit 1",
      [
        "ok: Node.js 22.0.0 runs this command.",
        "error: There is no node on the PATH, and the provider is a script for Node.js.",
      ],
    ],
  ])("finds %s", async (_, nodeVersion, script, expected) => {
    put("node", script);
    expect(lines(await nodeCheck.run(fakeContext({ env: { PATH: bin }, nodeVersion })))).toEqual(expected);
  });

  it("finds no node", async () => {
    const findings = await nodeCheck.run(fakeContext({ env: { PATH: bin }, nodeVersion: "20.0.0" }));
    expect(lines(findings)).toEqual([
      "error: Node.js 20.0.0 runs this command, and is older than 20.19.",
      "error: There is no node on the PATH, and the provider is a script for Node.js.",
    ]);
  });

  it("names the platform", async () => {
    expect(lines(await platformCheck.run(fakeContext()))).toEqual([
      "ok: The provider runs on this platform, linux_amd64.",
    ]);
    expect(() => platformCheck.run(fakeContext({ platform: "win32" }))).toThrow(/Windows Subsystem/);
  });

  it("names Terraform, and misses it", async () => {
    put("tofu", `echo '{"terraform_version": "1.11.2"}'`);
    expect(lines(await terraformCheck.run(fakeContext({ env: { PATH: `${bin}:/bin` } })))).toEqual([
      "ok: OpenTofu 1.11.2 (tofu).",
    ]);
    put("tofu", `echo '{"terraform_version": "1.9.0"}'`);
    expect(() => terraformCheck.run(fakeContext({ env: { PATH: `${bin}:/bin` } }))).toThrow(
      /tofu: version 1.9.0/,
    );
  });

  it.each([
    ["none", {}, ["ok: No debug switch is set."]],
    [
      "those that write",
      { NODE_DEBUG: "http", NODE_OPTIONS: "--inspect" },
      [
        "warning: NODE_DEBUG is set: a debug switch that can write secrets to places that are not protected.",
        "warning: NODE_OPTIONS --inspect is set: a debug switch that can write secrets to places that are not protected.",
      ],
    ],
    [
      "the one that does not verify",
      { NODE_TLS_REJECT_UNAUTHORIZED: "0" },
      [
        "warning: NODE_TLS_REJECT_UNAUTHORIZED is set: a debug switch that can write secrets to places that are not protected, or leave servers unverified.",
      ],
    ],
    [
      "Terraform's log",
      { TF_LOG: "TRACE" },
      [
        "ok: Terraform's log is on (TF_LOG). entrascim writes no token and no credential into it, at any level; other providers may.",
      ],
    ],
  ])("finds debug switches: %s", async (_, env, expected) => {
    expect(lines(await debugSwitchesCheck.run(fakeContext({ env })))).toEqual(expected);
  });
});

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findTerraform } from "./find-terraform";

describe("findTerraform", () => {
  let bin: string;

  beforeEach(() => {
    bin = mkdtempSync(join(tmpdir(), "entrascim-bin-"));
  });

  afterEach(() => rmSync(bin, { recursive: true }));

  const put = (name: string, output: string) => {
    writeFileSync(join(bin, name), `#!/bin/sh\necho '${output}'\n`);
    chmodSync(join(bin, name), 0o755);
  };
  const version = (text: string) => JSON.stringify({ terraform_version: text });
  const find = (env: NodeJS.ProcessEnv = {}) => findTerraform({ PATH: `${bin}:/bin`, ...env });

  it.each(["1.11.0", "1.11.4", "1.14.0-beta1", "2.0.0"])("takes terraform %s", (text) => {
    put("terraform", version(text));
    expect(find()).toEqual({ command: "terraform", product: "Terraform", version: text });
  });

  it("takes tofu where there is no terraform", () => {
    put("tofu", version("1.11.1"));
    expect(find()).toEqual({ command: "tofu", product: "OpenTofu", version: "1.11.1" });
  });

  it("takes tofu where terraform is too old", () => {
    put("terraform", version("1.9.8"));
    put("tofu", version("1.12.0"));
    expect(find().command).toBe("tofu");
  });

  it("takes what TERRAFORM_BINARY_NAME says, and nothing else", () => {
    put("terraform", version("1.11.4"));
    put("other", version("1.12.0"));
    expect(find({ TERRAFORM_BINARY_NAME: join(bin, "other") }).version).toBe("1.12.0");
    expect(() => find({ TERRAFORM_BINARY_NAME: join(bin, "none") })).toThrow(/none: not found/);
  });

  it.each([
    ["nothing is there", () => {}, /terraform: not found.*tofu: not found/s],
    ["it is too old", () => put("terraform", version("1.10.5")), /terraform: version 1\.10\.5/],
    ["it says something else", () => put("terraform", "Terraform v1.11.4"), /terraform: not found/],
  ])("says what to install when %s", (_, prepare, message) => {
    prepare();
    expect(() => find()).toThrow(message);
    expect(() => find()).toThrow(/Terraform or OpenTofu 1\.11 or later.*install/s);
  });
});

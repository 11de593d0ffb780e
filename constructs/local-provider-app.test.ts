import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TerraformStack } from "cdktf";
import { version } from "../package.json";
import { EntrascimProvider } from "./entrascim-provider";
import { LocalProviderApp } from "./local-provider-app";

describe("LocalProviderApp", () => {
  let directory: string;
  let mirror: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "entrascim-app-"));
    mirror = join(directory, "mirror");
    mkdirSync(join(mirror, "registry.terraform.io/entrascim/entrascim", version), { recursive: true });
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  function synth(from = mirror): string {
    const app = new LocalProviderApp({ outdir: join(directory, "out"), mirror: from });
    const stack = new TerraformStack(app, "prod");
    new EntrascimProvider(stack, "entrascim");
    new TerraformStack(app, "empty");
    app.synth();
    return join(app.outdir, "stacks", "prod");
  }

  function lockOf(...hosts: readonly string[]): string {
    return hosts
      .map(
        (host) =>
          `provider "${host}/entrascim/entrascim" {\n  version     = "${version}"\n  constraints = "${version}"\n}\n`,
      )
      .join("\n");
  }

  it("links the mirror and locks the provider without a hash, again and again", () => {
    synth();
    const stack = synth();
    expect(readlinkSync(join(stack, "terraform.d", "plugins"))).toBe(mirror);
    expect(readFileSync(join(stack, ".terraform.lock.hcl"), "utf8")).toBe(lockOf("registry.terraform.io"));
  });

  it("locks OpenTofu's address too where OpenTofu has, beside the one that cdktf looks for", () => {
    const lock = join(synth(), ".terraform.lock.hcl");
    writeFileSync(lock, lockOf("registry.opentofu.org"));
    synth();
    expect(readFileSync(lock, "utf8")).toBe(lockOf("registry.opentofu.org", "registry.terraform.io"));
  });

  it("follows a mirror that has moved", () => {
    synth();
    const moved = join(directory, "moved");
    mkdirSync(join(moved, "registry.terraform.io/entrascim/entrascim", version), { recursive: true });
    expect(readlinkSync(join(synth(moved), "terraform.d", "plugins"))).toBe(moved);
  });

  it("leaves stacks without the provider alone", () => {
    const lock = join(synth(), "..", "empty", ".terraform.lock.hcl");
    expect(() => readFileSync(lock)).toThrow(/ENOENT/);
  });

  it("says how to build a provider that is missing", () => {
    expect(() => synth(join(directory, "nowhere"))).toThrow(
      /in .*nowhere: build the provider with "npm run build"/,
    );
  });

  it("does not remove a directory that is in the way", () => {
    const plugins = join(directory, "out/stacks/prod/terraform.d/plugins");
    mkdirSync(plugins, { recursive: true });
    writeFileSync(join(plugins, "mine"), "");
    expect(() => synth()).toThrow(/is in the way of a link/);
    expect(readFileSync(join(plugins, "mine"), "utf8")).toBe("");
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stackDirectory } from "./stack-directory";

describe("stackDirectory", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "entrascim-stacks-"));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const write = (path: string, text: string) => {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const manifest = (...names: readonly string[]) =>
    JSON.stringify({
      version: "0.21.0",
      stacks: Object.fromEntries(names.map((name) => [name, { name, workingDirectory: `stacks/${name}` }])),
    });

  it.each(["main.tf", "cdk.tf.json", "main.tofu"])("is the folder itself where there is %s", async (name) => {
    write(name, "");
    expect(await stackDirectory(root)).toBe(root);
  });

  it("is the one stack of a CDKTF project", async () => {
    write("cdktf.json", "{}");
    write("cdktf.out/manifest.json", manifest("prod"));
    expect(await stackDirectory(root)).toBe(join(root, "cdktf.out/stacks/prod"));
    expect(await stackDirectory(join(root, "cdktf.out"))).toBe(join(root, "cdktf.out/stacks/prod"));
  });

  it("is in the folder that cdktf.json names", async () => {
    write("cdktf.json", '{"output": "build/cdk"}');
    write("build/cdk/manifest.json", manifest("prod"));
    expect(await stackDirectory(root)).toBe(join(root, "build/cdk/stacks/prod"));
  });

  it("takes what the last synth wrote, not what an older one left behind", async () => {
    write("cdktf.out/manifest.json", manifest("prod"));
    write("cdktf.out/stacks/old/cdk.tf.json", "{}");
    expect(await stackDirectory(root)).toBe(join(root, "cdktf.out/stacks/prod"));
  });

  it("lists several stacks", async () => {
    write("cdktf.out/manifest.json", manifest("prod", "dev"));
    await expect(stackDirectory(root)).rejects.toMatchObject({
      code: "ambiguous",
      summary: `${root} has 2 stacks`,
      detail: expect.stringMatching(/cdktf\.out\/stacks\/dev\n.*cdktf\.out\/stacks\/prod$/),
    });
  });

  it.each<[string, () => void, object]>([
    ["a folder without anything", () => {}, { code: "not_found", detail: /neither \.tf files/ }],
    [
      "a CDKTF project that was never synthesized",
      () => write("cdktf.json", "{}"),
      { code: "not_found", detail: /cdktf synth/ },
    ],
    ["a cdktf.json that is no JSON", () => write("cdktf.json", "{"), { code: "invalid_input" }],
    ["a manifest that is no JSON", () => write("cdktf.out/manifest.json", "{"), { code: "invalid_input" }],
    [
      "a manifest with something else",
      () => write("cdktf.out/manifest.json", '{"stacks": {"a": null}}'),
      { code: "not_found" },
    ],
    ["a manifest without anything", () => write("cdktf.out/manifest.json", "null"), { code: "not_found" }],
  ])("refuses %s", async (_, prepare, expected) => {
    prepare();
    const { detail, ...rest } = expected as { detail?: RegExp };
    await expect(stackDirectory(root)).rejects.toMatchObject({
      ...rest,
      ...(detail === undefined ? {} : { detail: expect.stringMatching(detail) }),
    });
  });

  it("refuses a folder that is not there", async () => {
    await expect(stackDirectory(join(root, "none"))).rejects.toMatchObject({ code: "not_found" });
  });
});

import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installProvider } from "./install-provider";

const executable = "terraform-provider-entrascim_v1.2.3";

describe("installProvider", () => {
  let scratch: string;
  let providerDirectory: string;
  let mirror: string;

  beforeEach(() => {
    scratch = mkdtempSync(join(tmpdir(), "entrascim-install-"));
    providerDirectory = join(scratch, "provider");
    mirror = join(scratch, "plugins");
    mkdirSync(join(providerDirectory, "lib"), { recursive: true });
    writeFileSync(join(providerDirectory, executable), "#!/usr/bin/env node\n");
    chmodSync(join(providerDirectory, executable), 0o755);
    writeFileSync(join(providerDirectory, "lib", "provider.cjs"), "one");
  });

  afterEach(() => rmSync(scratch, { recursive: true }));

  const install = () =>
    installProvider({ version: "1.2.3", providerDirectory, platform: "linux_amd64", mirror });
  const folder = (host: string) => join(mirror, host, "entrascim", "entrascim", "1.2.3", "linux_amd64");

  it("puts the whole package under both registries' names", async () => {
    expect(await install()).toEqual([
      { host: "registry.terraform.io", directory: folder("registry.terraform.io"), action: "created" },
      { host: "registry.opentofu.org", directory: folder("registry.opentofu.org"), action: "created" },
    ]);
    expect(readFileSync(join(folder("registry.opentofu.org"), "lib", "provider.cjs"), "utf8")).toBe("one");
  });

  it("keeps the executable executable", async () => {
    await install();
    expect(statSync(join(folder("registry.terraform.io"), executable)).mode & 0o111).toBe(0o111);
  });

  it("leaves what is already there untouched", async () => {
    await install();
    const before = statSync(folder("registry.terraform.io")).ino;
    expect((await install()).map(({ action }) => action)).toEqual(["unchanged", "unchanged"]);
    expect(statSync(folder("registry.terraform.io")).ino).toBe(before);
  });

  it.each<[string, () => void]>([
    ["a changed file", () => writeFileSync(join(providerDirectory, "lib", "provider.cjs"), "two")],
    ["a new file", () => writeFileSync(join(providerDirectory, "new.txt"), "")],
    ["a file that is gone", () => rmSync(join(providerDirectory, "lib", "provider.cjs"))],
  ])("replaces the folder as a whole for %s", async (_, change) => {
    await install();
    change();
    expect((await install()).map(({ action }) => action)).toEqual(["replaced", "replaced"]);
    const installed = readdirSync(folder("registry.terraform.io"), { recursive: true }).sort();
    expect(installed).toEqual(readdirSync(providerDirectory, { recursive: true }).sort());
  });

  it("sets the permission that unpacking may have lost", async () => {
    chmodSync(join(providerDirectory, executable), 0o644);
    await install();
    expect(statSync(join(folder("registry.terraform.io"), executable)).mode & 0o111).toBe(0o111);
  });

  it("makes an executable executable again", async () => {
    await install();
    const installed = join(folder("registry.opentofu.org"), executable);
    chmodSync(installed, 0o644);
    expect((await install()).map(({ action }) => action)).toEqual(["unchanged", "replaced"]);
    expect(statSync(installed).mode & 0o111).toBe(0o111);
  });

  it("leaves nothing beside the folder", async () => {
    await install();
    writeFileSync(join(providerDirectory, "new.txt"), "");
    await install();
    expect(readdirSync(join(folder("registry.terraform.io"), ".."))).toEqual(["linux_amd64"]);
  });

  it("says so when the provider is not built", async () => {
    rmSync(join(providerDirectory, executable));
    await expect(install()).rejects.toMatchObject({
      code: "not_found",
      detail: expect.stringMatching(/npm run build/),
    });
    expect(existsSync(mirror)).toBe(false);
  });

  it("says so when there is no provider folder at all", async () => {
    rmSync(providerDirectory, { recursive: true });
    await expect(install()).rejects.toMatchObject({ code: "not_found" });
  });

  it("names the folder that cannot be written", async () => {
    writeFileSync(mirror, "a file where the folder should be");
    await expect(install()).rejects.toMatchObject({
      code: "conflict",
      detail: expect.stringMatching(/plugins.*--dir/s),
    });
  });
});

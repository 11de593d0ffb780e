import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { folderHash } from "../../install/folder-hash";
import { mirrorPath } from "../../install/mirror-layout";
import { fakeContext, lines } from "../testing/fake-context";
import { configurationCheck } from "./configuration-check";
import { lockFileCheck } from "./lock-file-check";

const HOST = "registry.terraform.io";

describe("checks of a directory", () => {
  let home: string;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "entrascim-doctor-"));
    writeFileSync(join(home, "main.tf"), 'provider "entrascim" {}');
  });

  afterEach(() => rmSync(home, { recursive: true }));

  function installed(version: string): string {
    const folder = join(home, ".terraform.d", "plugins", mirrorPath(HOST, version, "linux_amd64"));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "terraform-provider-entrascim"), version);
    return folder;
  }

  function locked(version: string, ...hashes: readonly string[]): void {
    writeFileSync(
      join(home, ".terraform.lock.hcl"),
      `provider "registry.terraform.io/hashicorp/azuread" {
  version = "3.0.0"
}

provider "${HOST}/entrascim/entrascim" {
  version     = "${version}"
  constraints = "9.9.9"
  hashes = [
${hashes.map((hash) => `    "${hash}",\n`).join("")}  ]
}
`,
    );
  }

  const look = async () => lines(await lockFileCheck.run(fakeContext({ home, directory: home })));

  it("finds no lock file, and one without the provider", async () => {
    expect(await look()).toEqual(["skipped: There is no .terraform.lock.hcl yet."]);
    writeFileSync(join(home, ".terraform.lock.hcl"), 'provider "x/hashicorp/azuread" {\n}\n');
    expect(await look()).toEqual(["skipped: .terraform.lock.hcl does not name entrascim yet."]);
  });

  it("finds the version and the files that are installed", async () => {
    locked("1.2.3", "h1:other=", await folderHash(installed("1.2.3")));
    expect(await look()).toEqual([
      `ok: .terraform.lock.hcl has entrascim 1.2.3 of ${HOST}, and that is installed.`,
    ]);
  });

  it("finds other files", async () => {
    installed("1.2.3");
    locked("1.2.3", "h1:other=");
    expect(await look()).toEqual([
      "error: .terraform.lock.hcl has recorded other files for entrascim 1.2.3 than those that are installed.",
    ]);
  });

  it("finds a version that is not there", async () => {
    installed("1.2.3");
    locked("1.0.0", "h1:other=");
    expect(await look()).toEqual([
      `error: .terraform.lock.hcl has entrascim 1.0.0 of ${HOST}, which is not installed here.`,
    ]);
  });

  it("says which configuration it looked at", async () => {
    expect(lines(await configurationCheck.run(fakeContext({ directory: home })))).toEqual([
      `ok: ${home}: 1 file, 1 provider block of entrascim. Modules that it calls are not read.`,
    ]);
    expect(lines(await configurationCheck.run(fakeContext({ directory: join(home, "none") })))).toEqual([
      `skipped: ${join(home, "none")} cannot be read.`,
    ]);
  });

  it("takes a CDKTF project that it cannot read for an error", async () => {
    rmSync(join(home, "main.tf"));
    writeFileSync(join(home, "cdktf.json"), "{");
    expect(lines(await configurationCheck.run(fakeContext({ directory: home })))).toEqual([
      `error: ${join(home, "cdktf.json")} is not JSON.`,
    ]);
  });
});

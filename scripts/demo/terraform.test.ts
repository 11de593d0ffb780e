import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRelease, type Release } from "@hashicorp/js-releases";
import { Narrator } from "./narrator";
import { provideTerraform } from "./terraform";

jest.mock("@hashicorp/js-releases");

const script = (version: string) => `#!/bin/sh\necho '{"terraform_version":"${version}"}'\n`;
const narrator = new Narrator({ write: () => {}, isTTY: false }, {});

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "entrascim-terraform-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** Without a Terraform, unless the test puts one into `bin`. */
const provide = (env: NodeJS.ProcessEnv = {}) =>
  provideTerraform(join(directory, "fetched"), narrator, { PATH: join(directory, "bin"), ...env });

function release(steps: Partial<Pick<Release, "download" | "verify" | "unpack">>): void {
  jest.mocked(getRelease).mockResolvedValue({
    getBuild: () => ({ url: "https://releases.hashicorp.com/t.zip", filename: "t.zip" }),
    download: async (_url: string, archive: string) => writeFileSync(archive, ""),
    verify: async () => {},
    unpack: async (folder: string) => writeFileSync(join(folder, "terraform"), script("1.11.4")),
    ...steps,
  } as unknown as Release);
}

it("takes the one of the machine", async () => {
  const own = join(directory, "own");
  writeFileSync(own, script("1.12.0"));
  chmodSync(own, 0o755);
  await expect(provide({ TERRAFORM_BINARY_NAME: own })).resolves.toMatchObject({
    command: own,
    version: "1.12.0",
  });
  expect(getRelease).not.toHaveBeenCalled();
});

it("fetches one where there is none, once", async () => {
  release({});
  const command = join(directory, "fetched", "1.11.4", "terraform");
  await expect(provide()).resolves.toEqual({ command, product: "Terraform", version: "1.11.4" });
  jest.mocked(getRelease).mockReset();
  await expect(provide()).resolves.toMatchObject({ command });
  expect(readdirSync(join(directory, "fetched", "1.11.4"))).toEqual(["terraform"]);
});

it.each<[string, () => void]>([
  ["the network does not allow it", () => jest.mocked(getRelease).mockRejectedValue(new Error("ENOTFOUND"))],
  ["the archive is not HashiCorp's", () => release({ verify: () => Promise.reject(new Error("sum")) })],
])("says what to install, and keeps nothing, when %s", async (_, prepare) => {
  prepare();
  await expect(provide()).rejects.toThrow(/terraform: not found.*Install one.*could not be fetched/s);
  expect(existsSync(join(directory, "fetched", "1.11.4"))).toBe(false);
});

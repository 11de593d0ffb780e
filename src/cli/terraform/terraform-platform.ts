import { Problem } from "../../core/problem";

const systems = new Map([
  ["darwin", "darwin"],
  ["freebsd", "freebsd"],
  ["linux", "linux"],
  ["openbsd", "openbsd"],
]);

const processors = new Map([
  ["arm", "arm"],
  ["arm64", "arm64"],
  ["ia32", "386"],
  ["x64", "amd64"],
]);

/**
 * How Terraform names a machine, `linux_amd64`, from Node's names for it (`process.platform`, `process.arch`).
 *
 * Throws `invalid_input` where the provider cannot run: on Windows Terraform starts `.exe` files only, and the
 * provider is a script.
 */
export function terraformPlatform(platform: string, arch: string): string {
  const system = systems.get(platform);
  const processor = processors.get(arch);
  if (system !== undefined && processor !== undefined) return `${system}_${processor}`;
  throw new Problem("invalid_input", {
    summary: `entrascim's provider does not run on ${platform} (${arch})`,
    detail:
      platform === "win32"
        ? "Terraform on Windows starts .exe files only, and the provider is a script for Node.js. Run Terraform and entrascim in the Windows Subsystem for Linux instead."
        : `It runs on ${[...systems.keys()].join(", ")} with a processor of the kind ${[...processors.keys()].join(", ")}.`,
  });
}

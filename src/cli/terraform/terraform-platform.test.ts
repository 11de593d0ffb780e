import { terraformPlatform } from "./terraform-platform";

describe("terraformPlatform", () => {
  it.each([
    ["linux", "x64", "linux_amd64"],
    ["linux", "arm64", "linux_arm64"],
    ["linux", "ia32", "linux_386"],
    ["darwin", "arm64", "darwin_arm64"],
    ["freebsd", "x64", "freebsd_amd64"],
  ])("calls %s on %s %s", (platform, arch, expected) => {
    expect(terraformPlatform(platform, arch)).toBe(expected);
  });

  it("refuses Windows, and says what to use instead", () => {
    expect(() => terraformPlatform("win32", "x64")).toThrow(/Windows Subsystem for Linux/);
  });

  it.each([
    ["aix", "x64"],
    ["linux", "riscv64"],
    ["toString", "x64"],
  ])("refuses %s on %s, and lists what is supported", (platform, arch) => {
    expect(() => terraformPlatform(platform, arch)).toThrow(/It runs on darwin, freebsd, linux, openbsd/);
  });
});

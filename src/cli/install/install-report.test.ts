import { describeInstall, type InstallReport } from "./install-report";

const report: InstallReport = {
  version: "1.2.3",
  mirror: "/home/me/.terraform.d/plugins",
  installed: [{ host: "registry.terraform.io", directory: "/home/me/x", action: "created" }],
  configuration: [],
  implied: true,
};

describe("describeInstall", () => {
  it("says what to write next, and nothing of configuration files where none is needed", () => {
    const text = describeInstall(report);
    expect(text).toContain("installed: /home/me/x");
    expect(text).toContain('source = "entrascim/entrascim", version = "1.2.3"');
    expect(text).not.toContain("provider_installation");
    expect(text).not.toContain("lock");
    expect(text.endsWith("\n")).toBe(true);
  });

  it("says what to add to a block that hides the folder", () => {
    const text = describeInstall({
      ...report,
      configuration: [{ file: "/home/me/.terraformrc", namesMirror: false }],
    });
    expect(text).toContain("/home/me/.terraformrc has a provider_installation block");
    expect(text).toContain('path    = "/home/me/.terraform.d/plugins"');
    expect(text).toContain('"registry.opentofu.org/entrascim/*"');
  });

  it("is content with a block that names the folder", () => {
    const configuration = [{ file: "/home/me/.terraformrc", namesMirror: true }];
    expect(describeInstall({ ...report, configuration, implied: false })).not.toContain(
      "provider_installation",
    );
  });

  it("gives the whole block for a folder that Terraform does not look in", () => {
    const text = describeInstall({ ...report, mirror: "/srv/mirror", implied: false });
    expect(text).toContain('provider_installation {\n  filesystem_mirror {\n    path    = "/srv/mirror"');
  });

  it("warns of lock files where files were replaced", () => {
    const installed = [{ host: "registry.terraform.io", directory: "/x", action: "replaced" as const }];
    expect(describeInstall({ ...report, installed })).toContain(".terraform.lock.hcl");
  });
});

import { executableName, mirrorPath, registryHosts } from "./mirror-layout";

describe("the layout of a filesystem mirror", () => {
  it("is what Terraform calls unpacked", () => {
    expect(mirrorPath("registry.terraform.io", "1.2.3", "linux_amd64")).toBe(
      "registry.terraform.io/entrascim/entrascim/1.2.3/linux_amd64",
    );
  });

  it("names the executable by type and version", () => {
    expect(executableName("1.2.3")).toBe("terraform-provider-entrascim_v1.2.3");
  });

  it("serves Terraform and OpenTofu", () => {
    expect([...registryHosts].sort()).toEqual(["registry.opentofu.org", "registry.terraform.io"]);
  });
});

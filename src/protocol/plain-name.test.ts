import { plainName } from "./plain-name";

describe("plainName", () => {
  it.each(["aws_instance", "registry.terraform.io/hashicorp/aws", "localhost:8080/a/b", "f"])(
    "is %s",
    (name) => {
      expect(plainName(name)).toBe(name);
    },
  );

  it.each([
    ["nothing", ""],
    ["a value", "Secret-Value"],
    ["bytes", "\u0000token"],
    ["several lines", "a\nb"],
    ["a long text", "a".repeat(201)],
  ])("does not quote %s", (_, name) => {
    expect(plainName(name)).toBe("(not a name)");
  });
});

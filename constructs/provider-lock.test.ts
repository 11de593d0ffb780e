import { renderLock } from "./provider-lock";

const OURS = "registry.terraform.io/entrascim/entrascim";
const OTHER = "registry.terraform.io/hashicorp/azuread";

const locked = (address: string, version: string, hash?: string) =>
  [
    `provider "${address}" {`,
    `  version     = "${version}"`,
    `  constraints = "${version}"`,
    ...(hash ? ["  hashes = [", `    "${hash}",`, "  ]"] : []),
    "}",
    "",
  ].join("\n");

const ours = { address: OURS, version: "0.1.0", keepsHashes: false };
const other = { address: OTHER, version: "3.7.0", keepsHashes: true };

describe("renderLock", () => {
  it.each([
    ["locks without hashes, sorted", "", `${locked(OURS, "0.1.0")}\n${locked(OTHER, "3.7.0")}`],
    [
      "keeps the hashes of others and drops ours",
      `# by terraform init\n\n${locked(OURS, "0.1.0", "h1:a")}\n${locked(OTHER, "3.7.0", "h1:b")}`,
      `${locked(OURS, "0.1.0")}\n${locked(OTHER, "3.7.0", "h1:b")}`,
    ],
    [
      "drops the hashes of another version",
      locked(OTHER, "3.6.0", "h1:b"),
      `${locked(OURS, "0.1.0")}\n${locked(OTHER, "3.7.0")}`,
    ],
    [
      "drops providers that are no longer used",
      locked("registry.terraform.io/hashicorp/random", "3.0.0", "h1:c"),
      `${locked(OURS, "0.1.0")}\n${locked(OTHER, "3.7.0")}`,
    ],
  ])("%s", (_, present, expected) => {
    expect(renderLock(present, [other, ours])).toBe(expected);
  });

  it("is its own fixed point", () => {
    const once = renderLock("", [ours, other]);
    expect(renderLock(once, [ours, other])).toBe(once);
  });
});

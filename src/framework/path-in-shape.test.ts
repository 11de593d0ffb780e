import type { AttributePath } from "../core/attribute-path";
import { pathInShape } from "./path-in-shape";
import { block, defineSchema, nested, nestedList, string, stringList } from "./schema";

const name = string({ mode: "optional", description: "Name." });
const schema = defineSchema({
  description: "A thing.",
  attributes: {
    name,
    tags: stringList({ mode: "optional", description: "Tags." }),
    owner: nested({ mode: "optional", description: "Owner.", attributes: { name } }),
    parts: nestedList({ mode: "computed", description: "Parts.", attributes: { name } }),
  },
  blocks: {
    target: block({
      description: "Target.",
      attributes: { name },
      blocks: { auth: block({ description: "Auth." }) },
    }),
  },
});

describe("a path in a shape", () => {
  it.each<[AttributePath, AttributePath | null]>([
    [["name"], ["name"]],
    [
      ["tags", 1],
      ["tags", 1],
    ],
    [["owner"], ["owner"]],
    [["target"], ["target"]],
    [
      ["target", "auth"],
      ["target", "auth"],
    ],
  ])("stays where Terraform finds it: %j", (path, expected) => {
    expect(pathInShape(schema, path)).toEqual(expected);
  });

  it.each<[AttributePath, AttributePath | null]>([
    [["owner", "name"], ["owner"]],
    [["owner", "age"], ["owner"]],
    [["owner", 0], ["owner"]],
    [["parts", "name"], ["parts"]],
    [["parts", 0, "name"], ["parts"]],
    [
      ["target", "auth", "token"],
      ["target", "auth"],
    ],
    [["infisical", "host"], null],
    [["toString"], null],
    [[0, "name"], null],
    [[], null],
  ])("ends where Terraform can point no further: %j", (path, expected) => {
    expect(pathInShape(schema, path)).toEqual(expected);
  });
});

import { z } from "zod";
import { type ReferencePageOptions, referencePage } from "./reference-page";
import { block, bool, defineSchema, nested, nestedList, number, secret, string, stringList } from "./schema";

const schema = defineSchema({
  description: "A `thing`.\nIn two lines.",
  constraints: [
    { kind: "exactly_one_of", members: ["source", "token_wo"], hint: "Give one." },
    { kind: "at_most_one_of", members: ["a", "b", "c"] },
    { kind: "requires", member: "token_wo", needs: ["version"] },
  ],
  attributes: {
    name: string({
      mode: "required",
      replaces: true,
      description: "Its name.",
      rule: (zod) => zod.string().max(8, "must be short").regex(/^a/, "must start with a"),
    }),
    token_wo: secret({ mode: "optional", writeOnly: true, description: "The token." }),
    kind: string({
      mode: "optional_computed",
      default: "x",
      description: "Its kind.",
      rule: (zod) => zod.enum(["x", "y"]),
    }),
    on: bool({ mode: "optional_computed", default: false, description: "Whether." }),
    old: number({
      mode: "optional",
      description: "Old.",
      deprecated: "Use kind.",
      rule: (zod) => zod.number().min(2),
    }),
    tags: stringList({
      mode: "optional",
      description: "Tags.",
      rule: (zod) => zod.array(zod.string().min(1, "must not be empty")),
    }),
    id: string({ mode: "computed", description: "Its id." }),
    jobs: nestedList({
      mode: "computed",
      description: "Its jobs.",
      attributes: { id: string({ mode: "computed", description: "Job id." }) },
    }),
  },
  blocks: {
    source: block({
      required: true,
      description: "Where from.",
      attributes: {
        connection: nested({
          mode: "required",
          description: "How.",
          attributes: { client: string({ mode: "required", nullable: true, description: "Client." }) },
        }),
      },
      blocks: { cli: block({ description: "By CLI." }) },
    }),
  },
});

const page = (more: Partial<ReferencePageOptions> = {}) =>
  referencePage({ kind: "resource", name: "toy_thing", providerName: "toy", schema, zod: z, ...more });

describe("a reference page", () => {
  it("is laid out as the registry wants it", () => {
    expect(
      page({ example: '```terraform\nresource "toy_thing" "a" {}\n```\n', importing: "By its id." }),
    ).toBe(
      `---
page_title: "toy_thing Resource - toy"
subcategory: ""
description: |-
  A thing.
  In two lines.
---

# toy_thing (Resource)

A \`thing\`.
In two lines.

## Example Usage

\`\`\`terraform
resource "toy_thing" "a" {}
\`\`\`

## Schema

Exactly one of \`source\` and \`token_wo\` must be set. Give one.

At most one of \`a\`, \`b\` and \`c\` may be set.

\`token_wo\` requires \`version\`.

### Required

- \`name\` (String, Forces replacement) Its name. It must be short, and must start with a.
- \`source\` (Block) Where from. (see [below for nested schema](#nestedblock--source))

### Optional

- \`token_wo\` (String, Sensitive, Write-only) The token.
- \`kind\` (String) Its kind. It must be one of x, y. Default: \`x\`.
- \`on\` (Boolean) Whether. Default: \`false\`.
- \`old\` (Number, Deprecated) Old. It must be at least 2. Use kind.
- \`tags\` (List of String) Tags. Each element must not be empty.

### Read-Only

- \`id\` (String) Its id.
- \`jobs\` (Attributes List) Its jobs. (see [below for nested schema](#nestedatt--jobs))

<a id="nestedatt--jobs"></a>
### Nested Schema for \`jobs\`

Read-Only:

- \`id\` (String) Job id.

<a id="nestedblock--source"></a>
### Nested Schema for \`source\`

Required:

- \`connection\` (Attributes) How. (see [below for nested schema](#nestedatt--source--connection))

Optional:

- \`cli\` (Block) By CLI. It has no arguments.

<a id="nestedatt--source--connection"></a>
### Nested Schema for \`source.connection\`

Required:

- \`client\` (String, Nullable) Client.

## Import

By its id.
`,
    );
  });

  it.each<[Partial<ReferencePageOptions>, string, string]>([
    [{ kind: "provider", name: "toy" }, 'page_title: "Provider: toy"', "# toy Provider"],
    [
      { kind: "data_source", name: "toy_look" },
      'page_title: "toy_look Data Source - toy"',
      "# toy_look (Data Source)",
    ],
    [{ subcategory: 'A "group"' }, 'subcategory: "A \\"group\\""', "# toy_thing (Resource)"],
  ])("is titled by its kind: %j", (more, front, heading) => {
    expect(page(more)).toContain(`\n${front}\n`);
    expect(page(more)).toContain(`\n${heading}\n`);
  });

  it("leaves out sections that it was given nothing for", () => {
    expect(page()).not.toMatch(/Example Usage|## Import/);
  });
});

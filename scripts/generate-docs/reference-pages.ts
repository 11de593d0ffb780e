import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { systemClock } from "../../src/core/clock";
import { type ReferencePageOptions, referencePage } from "../../src/framework/reference-page";
import { createEntrascimProvider } from "../../src/provider/entrascim-provider";

const PROVIDER = "entrascim";

const IMPORTS: Readonly<Record<string, string>> = {
  entrascim_connection: `The id is \`<tenant_id>/<name>\`:

\`\`\`shell
terraform import entrascim_connection.prod 00000000-0000-0000-0000-000000000000/entra-prod
\`\`\`

A connection has no object of its own in Entra, so an import only writes it down; the next apply signs in with it.`,
  entrascim_sync: `The id is \`[<tenant_id>/]<service_principal_id>\`; without a tenant the provider's is meant:

\`\`\`shell
terraform import entrascim_sync.servicenow 00000000-0000-0000-0000-000000000000/11111111-1111-1111-1111-111111111111
\`\`\`

or, in the configuration:

\`\`\`hcl
import {
  to = entrascim_sync.servicenow
  id = "00000000-0000-0000-0000-000000000000/11111111-1111-1111-1111-111111111111"
}
\`\`\`

Entra never tells a token, so the first apply after an import pushes it. See
[Adopt an existing application](../how-to/adopt-existing-app.md).`,
};

/** The pages of the Terraform registry's layout, by path: made of the schemas and of the examples beside this file. */
export async function referencePages(): Promise<ReadonlyMap<string, string>> {
  const provider = createEntrascimProvider({ env: {}, clock: systemClock, version: "" });
  const types = [
    ...provider.resources.map((entry) => ({ ...entry, kind: "resource", folder: "resources" }) as const),
    ...provider.dataSources.map(
      (entry) => ({ ...entry, kind: "data_source", folder: "data-sources" }) as const,
    ),
  ];
  return new Map([
    ["docs/index.md", page({ kind: "provider", name: PROVIDER, schema: provider.schema })],
    ...types.map(({ type, kind, folder, schema }): [string, string] => [
      `docs/${folder}/${shortName(type)}.md`,
      page({ kind, name: type, schema }),
    ]),
  ]);
}

function page(options: Pick<ReferencePageOptions, "kind" | "name" | "schema">): string {
  const { kind, name } = options;
  const importing = IMPORTS[name];
  return referencePage({
    ...options,
    providerName: PROVIDER,
    zod: z,
    example: example(kind === "provider" ? "provider" : shortName(name)),
    ...(importing === undefined ? {} : { importing }),
  });
}

function example(name: string): string {
  const file = `${name.replaceAll("_", "-")}.tf`;
  return `\`\`\`hcl\n${readFileSync(join(__dirname, "examples", file), "utf8").trim()}\n\`\`\``;
}

function shortName(type: string): string {
  return type.slice(PROVIDER.length + 1);
}

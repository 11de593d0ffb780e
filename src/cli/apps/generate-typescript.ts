import { plainText } from "../text/plain-text";
import {
  type AdoptedApplication,
  type Adoption,
  connectionImportId,
  importId,
  keyRemark,
  keyText,
  NEW_CONNECTION,
} from "./adoption";
import { withoutTemplates } from "./hcl";

/**
 * Writes an adoption as a module of TypeScript for CDK for Terraform: a stack, or where the code has a connection
 * already, a function that adds the syncs to the connection's stack.
 */
export function generateTypeScript(adoption: Adoption): string {
  const lines = adoption.connection === null ? stack(adoption) : addition(adoption, adoption.connection);
  return `${lines.join("\n")}\n`;
}

function stack(adoption: Adoption): readonly string[] {
  return [
    'import { type TerraformResource, TerraformStack } from "cdktf";',
    'import type { Construct } from "constructs";',
    ...importOf(["AzureEntraIdConnection", "AzureEntraIdScimSync", "EnterpriseApp", "EntrascimProvider"]),
    "",
    "/** Applications that provisioned before their tokens were managed here. */",
    "export class AdoptedApplications extends TerraformStack {",
    "  constructor(scope: Construct, id: string) {",
    "    super(scope, id);",
    "    // credentials come from INFISICAL_* and ARM_* or AZURE_*",
    '    new EntrascimProvider(this, "entrascim");',
    "",
    ...indented(4, newConnection(adoption)),
    ...adoption.applications.flatMap((each) => [
      "",
      ...indented(4, sync(adoption, each, "this", NEW_CONNECTION)),
    ]),
    "  }",
    "}",
    "",
    ...adopt,
  ];
}

function addition(adoption: Adoption, connection: string): readonly string[] {
  return [
    'import type { TerraformResource } from "cdktf";',
    'import type { Construct } from "constructs";',
    ...importOf(["AzureEntraIdScimSync", "EnterpriseApp", "type IAzureEntraIdConnection"]),
    "",
    "/** Adds applications that provisioned before their tokens were managed here, to the stack of the connection. */",
    `export function adoptApplications(scope: Construct, ${connection}: IAzureEntraIdConnection): void {`,
    ...adoption.applications.flatMap((each, index) => [
      ...(index === 0 ? [] : [""]),
      ...indented(2, sync(adoption, each, "scope", connection)),
    ]),
    "}",
    "",
    ...adopt,
  ];
}

function importOf(names: readonly string[]): readonly string[] {
  return [
    "import {",
    ...[...names, "InfisicalSecret"].map((name) => `  ${name},`),
    '} from "entrascim/constructs";',
  ];
}

const adopt: readonly string[] = [
  "/** Has Terraform import what a construct stands for. Its calls are not needed after the first deploy. */",
  "function adopt(construct: Construct, id: string): void {",
  "  (construct.node.defaultChild as TerraformResource).importFrom(id);",
  "}",
];

function newConnection(adoption: Adoption): readonly string[] {
  const { tenantId, cloud } = adoption;
  return [
    `const ${NEW_CONNECTION} = new AzureEntraIdConnection(this, ${literal(NEW_CONNECTION)}, {`,
    `  name: ${literal(NEW_CONNECTION)},`,
    `  tenantId: ${literal(tenantId)},`,
    ...(cloud === "public" ? [] : [`  cloud: ${literal(cloud)},`]),
    "});",
    `adopt(${NEW_CONNECTION}, ${literal(connectionImportId(adoption))});`,
  ];
}

function sync(
  adoption: Adoption,
  application: AdoptedApplication,
  scope: string,
  connection: string,
): readonly string[] {
  const { names, objectId, displayName, key } = application;
  const { environment, path } = adoption;
  const name = `${names.slug}-scim`;
  const remark = keyRemark(key, adoption);
  const place = { environment, path, key: keyText(key) };
  return [
    `// ${plainText(displayName)}`.trimEnd(),
    "adopt(",
    `  new AzureEntraIdScimSync(${scope}, ${literal(name)}, {`,
    `    name: ${literal(name)},`,
    ...(remark === null ? [] : [`    // ${plainText(remark)}`]),
    "    source: InfisicalSecret.of({",
    ...Object.entries(place).map(([name, value]) => `      ${name}: ${literal(value)},`),
    "    }),",
    `    destination: EnterpriseApp.fromServicePrincipalId(${connection}, ${literal(objectId)}),`,
    "  }),",
    `  ${literal(importId(adoption, application))},`,
    ");",
  ];
}

/** A string in which Terraform, which reads it in the end, finds no template. */
function literal(text: string): string {
  return JSON.stringify(withoutTemplates(text));
}

function indented(spaces: number, lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === "" ? "" : " ".repeat(spaces) + line));
}

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
import { hclArguments, hclBlock, hclString } from "./hcl";

/** Code for Terraform, formatted as `terraform fmt` does, in parts that may be files of their own. */
export interface GeneratedHcl {
  /** Provider and connection; empty where the code has a connection already. */
  readonly connection: string;
  /** The syncs. */
  readonly syncs: string;
  /** What an import needs once, and no later run. */
  readonly imports: string;
}

/** Writes an adoption for Terraform. */
export function generateHcl(adoption: Adoption): GeneratedHcl {
  const isWhole = adoption.connection === null;
  const imports = [
    ...(isWhole ? [connectionImport(adoption)] : []),
    ...adoption.applications.map((application) => syncImport(adoption, application)),
  ];
  return {
    connection: isWhole ? text([[terraform, [""], provider, [""], connection(adoption)].flat()]) : "",
    syncs: text(adoption.applications.map((application) => sync(adoption, application))),
    imports: text([["# Not needed after the first apply."], ...imports]),
  };
}

const terraform = hclBlock("terraform", [
  'required_version = ">= 1.11"',
  "",
  ...hclBlock("required_providers", hclBlock("entrascim =", ['source = "entrascim/entrascim"'])),
]);

const provider = ["# Credentials come from INFISICAL_* and ARM_* or AZURE_*.", 'provider "entrascim" {}'];

function connection({ tenantId, cloud }: Adoption): readonly string[] {
  return hclBlock(
    `resource "entrascim_connection" ${hclString(NEW_CONNECTION)}`,
    hclArguments({
      name: hclString(NEW_CONNECTION),
      tenant_id: hclString(tenantId),
      ...(cloud === "public" ? {} : { cloud: hclString(cloud) }),
    }),
  );
}

function sync(adoption: Adoption, application: AdoptedApplication): readonly string[] {
  const { names, objectId, displayName, key } = application;
  const remark = keyRemark(key, adoption);
  const reference = adoption.connection ?? `entrascim_connection.${NEW_CONNECTION}`;
  return [
    `# ${plainText(displayName)}`.trimEnd(),
    ...hclBlock(`resource "entrascim_sync" ${hclString(names.identifier)}`, [
      `name = ${hclString(`${names.slug}-scim`)}`,
      "",
      ...hclBlock("source", [
        ...(remark === null ? [] : [`# ${plainText(remark)}`]),
        ...hclArguments({
          environment: hclString(adoption.environment),
          secret_path: hclString(adoption.path),
          secret_key: hclString(keyText(key)),
        }),
      ]),
      "",
      ...hclBlock(
        "destination",
        hclArguments({ connection: reference, service_principal_id: hclString(objectId) }),
      ),
    ]),
  ];
}

function syncImport(adoption: Adoption, application: AdoptedApplication): readonly string[] {
  return importBlock(`entrascim_sync.${application.names.identifier}`, importId(adoption, application));
}

function connectionImport(adoption: Adoption): readonly string[] {
  return importBlock(`entrascim_connection.${NEW_CONNECTION}`, connectionImportId(adoption));
}

function importBlock(to: string, id: string): readonly string[] {
  return hclBlock("import", hclArguments({ to, id: hclString(id) }));
}

/** Pieces with an empty line between them. */
function text(pieces: readonly (readonly string[])[]): string {
  return `${pieces.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

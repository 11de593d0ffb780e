import type { ProviderSchemas } from "./provider-server";
import type { Attribute, Block, BlockMap, NestedAttribute, Schema } from "./schema";
import type { Type } from "./value";

/** An attribute as Terraform prints it. A flag that is false is left out. */
export interface AttributeJson {
  readonly type?: Type;
  readonly nested_type?: NestedTypeJson;
  readonly description: string;
  readonly description_kind: "markdown";
  readonly deprecated?: true;
  readonly required?: true;
  readonly optional?: true;
  readonly computed?: true;
  readonly sensitive?: true;
  readonly write_only?: true;
}

/** The inside of a nested attribute; `attributes` is left out where there are none. */
export interface NestedTypeJson {
  readonly attributes?: Readonly<Record<string, AttributeJson>>;
  readonly nesting_mode: "single" | "list";
}

/** The inside of a schema or of a nested block. */
export interface BlockJson {
  readonly attributes?: Readonly<Record<string, AttributeJson>>;
  readonly block_types?: Readonly<Record<string, BlockTypeJson>>;
  readonly description: string;
  readonly description_kind: "markdown";
}

/** A nested block; the item counts are 1 and 1 where it is required, and left out where it is not. */
export interface BlockTypeJson {
  readonly nesting_mode: "single";
  readonly block: BlockJson;
  readonly min_items?: 1;
  readonly max_items?: 1;
}

/** One schema with its version. */
export interface SchemaJson {
  readonly version: number;
  readonly block: BlockJson;
}

/** One provider's schemas, by type name. */
export interface ProviderSchemaJson {
  readonly provider: SchemaJson;
  readonly resource_schemas: Readonly<Record<string, SchemaJson>>;
  readonly data_source_schemas: Readonly<Record<string, SchemaJson>>;
}

/** What `terraform providers schema -json` prints. */
export interface ProvidersSchemaJson {
  readonly format_version: "1.0";
  readonly provider_schemas: Readonly<Record<string, ProviderSchemaJson>>;
}

/**
 * The JSON of `terraform providers schema -json` for one provider, made without Terraform: what generators of
 * bindings and of documentation read. `address` is the provider's whole address, such as
 * `registry.terraform.io/namespace/name`. Names are sorted, as Terraform sorts them.
 *
 * @see https://developer.hashicorp.com/terraform/cli/commands/providers/schema
 */
export function providersSchemaJson(address: string, schemas: ProviderSchemas): ProvidersSchemaJson {
  return {
    format_version: "1.0",
    provider_schemas: {
      [address]: {
        provider: schemaJson(schemas.provider),
        resource_schemas: mapSorted(schemas.resources, schemaJson),
        data_source_schemas: mapSorted(schemas.dataSources, schemaJson),
      },
    },
  };
}

function schemaJson(schema: Schema): SchemaJson {
  return { version: schema.version, block: blockJson(schema) };
}

function blockJson(block: Pick<Block, "attributes" | "blocks" | "description">): BlockJson {
  const attributes = mapSorted(Object.entries(block.attributes), attributeJson);
  const blockTypes = blockTypesJson(block.blocks);
  return {
    ...(isEmpty(attributes) ? {} : { attributes }),
    ...(isEmpty(blockTypes) ? {} : { block_types: blockTypes }),
    description: block.description,
    description_kind: "markdown",
  };
}

function blockTypesJson(blocks: BlockMap): Record<string, BlockTypeJson> {
  return mapSorted(Object.entries(blocks), (block) => ({
    nesting_mode: "single",
    block: blockJson(block),
    ...(block.required ? { min_items: 1, max_items: 1 } : {}),
  }));
}

function attributeJson(attribute: Attribute): AttributeJson {
  const { mode } = attribute;
  return {
    ...(attribute.kind === "nested" ? { nested_type: nestedTypeJson(attribute) } : { type: attribute.type }),
    description: attribute.description,
    description_kind: "markdown",
    ...(mode === "required" ? { required: true } : {}),
    ...(mode === "optional" || mode === "optional_computed" ? { optional: true } : {}),
    ...(mode === "computed" || mode === "optional_computed" ? { computed: true } : {}),
    ...(attribute.kind === "scalar" ? scalarFlags(attribute) : {}),
  };
}

function scalarFlags(attribute: Extract<Attribute, { kind: "scalar" }>): Partial<AttributeJson> {
  return {
    ...(attribute.deprecated === undefined ? {} : { deprecated: true }),
    ...(attribute.sensitive ? { sensitive: true } : {}),
    ...(attribute.writeOnly ? { write_only: true } : {}),
  };
}

function nestedTypeJson(attribute: NestedAttribute): NestedTypeJson {
  const attributes = mapSorted(Object.entries(attribute.attributes), attributeJson);
  return { ...(isEmpty(attributes) ? {} : { attributes }), nesting_mode: attribute.nesting };
}

function mapSorted<A, B>(entries: Iterable<readonly [string, A]>, map: (value: A) => B): Record<string, B> {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, value]) => [name, map(value)]));
}

function isEmpty(record: object): boolean {
  return Object.keys(record).length === 0;
}

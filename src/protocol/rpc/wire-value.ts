import { Problem } from "../../core/problem";
import type { ProviderServer } from "../../framework/provider-server";
import { schemaType } from "../../framework/schema-type";
import type { Type, Value } from "../../framework/value";
import type { DynamicValue } from "../gen/tfplugin6";
import { decodeJsonValue } from "../json-value";
import { plainName } from "../plain-name";
import { decodeValue, encodeValue } from "../value-codec";

/** A value out of a request, as `type`. Throws `invalid_input` when there is none, or it does not fit. */
export function fromWire(message: DynamicValue | undefined, type: Type): Value {
  if (message !== undefined && message.msgpack.length > 0) return decodeValue(message.msgpack, type);
  if (message !== undefined && message.json.length > 0) return decodeJsonValue(message.json, type);
  throw new Problem("invalid_input", {
    summary: "Terraform sent no value",
    detail: "A value that every such request has is missing.",
  });
}

/** A value for an answer. Throws `internal` when it does not fit `type`. */
export function toWire(value: Value, type: Type): DynamicValue {
  return { msgpack: encodeValue(value, type), json: new Uint8Array() };
}

/** The type of a resource's values. Throws `invalid_input` when the provider has no such resource. */
export function resourceType(provider: ProviderServer, name: string): Type {
  const schema = provider.schemas().resources.get(name);
  if (schema === undefined) throw unknownType("resource", name);
  return schemaType(schema);
}

/** The type of a data source's values. Throws `invalid_input` when the provider has no such data source. */
export function dataSourceType(provider: ProviderServer, name: string): Type {
  const schema = provider.schemas().dataSources.get(name);
  if (schema === undefined) throw unknownType("data source", name);
  return schemaType(schema);
}

function unknownType(kind: string, name: string): Problem {
  return new Problem("invalid_input", {
    summary: `The provider has no ${kind} "${plainName(name)}"`,
    detail: `It may be of another version than the one that Terraform asked for its schema: run "terraform init -upgrade".`,
  });
}

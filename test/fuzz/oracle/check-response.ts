import type { Attribute, Schema } from "../../../src/framework/schema";
import { schemaType } from "../../../src/framework/schema-type";
import { nestedShape, type Shape } from "../../../src/framework/shape";
import { isObjectValue, isWhollyKnown, type Value } from "../../../src/framework/value";
import type * as wire from "../../../src/protocol/gen/tfplugin6";
import { decodeValue } from "../../../src/protocol/value-codec";
import { assertMessage, assertNoSecret } from "./safe-text";

/** The fields that responses have; each has some of them. */
interface Response {
  readonly diagnostics?: readonly wire.Diagnostic[];
  readonly error?: string | { readonly text: string } | undefined;
  readonly plannedState?: wire.DynamicValue;
  readonly newState?: wire.DynamicValue;
  readonly upgradedState?: wire.DynamicValue;
  readonly state?: wire.DynamicValue;
  readonly importedResources?: readonly { readonly state?: wire.DynamicValue }[];
  readonly requiresReplace?: readonly wire.AttributePath[];
}

/** What a response is held against. The schema is that of the type asked for; null where there is no such type. */
export interface Expected {
  readonly schema: Schema | null;
  readonly bytes: Uint8Array;
}

/**
 * Throws unless a response is one that Terraform can take: its values fit the schema and hold nothing write-only, its
 * paths exist, what was planned or stored without an error is as known as it has to be, and none of it is a secret.
 */
export function checkResponse(response: Response, { schema, bytes }: Expected): void {
  assertNoSecret(Buffer.from(bytes).toString("latin1"), "the response");
  const diagnostics = response.diagnostics ?? [];
  for (const { summary, detail, attribute, severity } of diagnostics) {
    assertMessage(`${summary}\n${detail}`, "a diagnostic");
    if (summary === "" || detail === "" || severity === 0) throw new Error("a diagnostic that says nothing");
    if (attribute !== undefined && schema !== null) checkPath(schema, attribute);
  }
  if (typeof response.error === "object") assertMessage(response.error.text, "a function's error");
  if (schema === null) return;
  for (const path of response.requiresReplace ?? []) checkPath(schema, path);
  const failed = diagnostics.some(({ severity }) => severity === 1);
  const states = [response.newState, response.upgradedState, response.state];
  const imported = (response.importedResources ?? []).map(({ state }) => state);
  for (const state of [...states, ...imported]) checkState(schema, state, !failed);
  checkState(schema, response.plannedState, false);
}

function checkState(schema: Schema, state: wire.DynamicValue | undefined, known: boolean): void {
  if (state === undefined) return;
  const value = decodeValue(state.msgpack, schemaType(schema));
  if (known && !isWhollyKnown(value)) throw new Error("a state with unknown values");
  checkWriteOnly(schema, value);
}

function checkWriteOnly(shape: Shape, value: Value): void {
  if (!isObjectValue(value)) return;
  for (const [name, attribute] of Object.entries(shape.attributes)) {
    const secret = attribute.kind === "scalar" && attribute.writeOnly;
    if (secret && value[name] !== null) throw new Error(`${name} is write-only and has a value`);
  }
  for (const [name, block] of Object.entries(shape.blocks)) checkWriteOnly(block, value[name] ?? null);
}

/** Throws for a path that leads to nothing in the schema. */
function checkPath(schema: Schema, { steps }: wire.AttributePath): void {
  let shape: Shape | null = schema;
  for (const { selector } of steps) {
    const name = selector?.$case === "attributeName" ? selector.value : null;
    if (name === null) return;
    const block: Shape | undefined = shape?.blocks[name];
    const attribute: Attribute | undefined = shape?.attributes[name];
    if (block === undefined && attribute === undefined)
      throw new Error(`a path to ${name}, which is not there`);
    shape = block ?? (attribute?.kind === "nested" ? nestedShape(attribute.attributes) : null);
  }
}

import { schemaType } from "../../framework/schema-type";
import type { Value } from "../../framework/value";
import type * as wire from "../gen/tfplugin6";
import type { Rpc } from "../rpc/rpc";
import { decodeValue, encodeValue } from "../value-codec";
import { type ToyHooks, toyProvider } from "./toy-provider";

/** A generated message. */
export interface Codec<Message> {
  encode(message: Message): { finish(): Uint8Array };
  decode(bytes: Uint8Array): Message;
}

const { provider, resources, dataSources } = toyProvider().schemas();

/** The types of the toy's values. */
export const TYPES = {
  provider: schemaType(provider),
  thing: schemaType(resources.get("toy_thing") ?? provider),
  echo: schemaType(dataSources.get("toy_echo") ?? provider),
};

/** A value as a message. */
export function msgpack(value: Value, type = TYPES.thing): wire.DynamicValue {
  return { msgpack: encodeValue(value, type), json: new Uint8Array() };
}

/** A value out of a message. */
export function unpack(message: wire.DynamicValue | undefined, type = TYPES.thing): Value {
  return decodeValue(message?.msgpack ?? new Uint8Array(), type);
}

/** A thing with these attributes; the others are null. */
export function thing(attributes: Readonly<Record<string, Value>>): Value {
  const members = TYPES.thing[1] as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.keys(members).map((name) => [name, attributes[name] ?? null]));
}

/** Calls an RPC of the toy in this process, bytes to bytes and back. Rejects as the RPC does. */
export async function callToy<Request, Response>(
  rpc: Rpc,
  [request, response]: readonly [Codec<Request>, Codec<Response>],
  message: Request,
  hooks: ToyHooks = {},
): Promise<Response> {
  return response.decode(await rpc(toyProvider(hooks), request.encode(message).finish()));
}

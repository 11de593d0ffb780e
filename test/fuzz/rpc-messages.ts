import * as wire from "../../src/protocol/gen/tfplugin6";

interface Codec {
  encode(message: never): { finish(): Uint8Array };
  decode(bytes: Uint8Array): unknown;
}

/** The messages of an RPC. */
export interface RpcMessages {
  readonly request: Codec;
  readonly response: Codec;
}

/** The messages of every RPC that the provider knows, by the RPC's name. */
export const RPC_MESSAGES: ReadonlyMap<string, RpcMessages> = new Map(
  Object.entries(wire as Record<string, unknown>).flatMap(([name, request]) => {
    const rpc = /^(\w+)_Request$/.exec(name)?.[1];
    const response = (wire as Record<string, unknown>)[`${rpc}_Response`];
    if (rpc === undefined || response === undefined) return [];
    return [[rpc, { request: request as Codec, response: response as Codec }] as const];
  }),
);

/** The bytes of a request. */
export function encodeRequest(rpc: string, message: object): Uint8Array {
  return messagesOf(rpc)
    .request.encode(message as never)
    .finish();
}

/** A response out of its bytes. Throws for bytes that are none. */
export function decodeResponse<Response>(rpc: string, bytes: Uint8Array): Response {
  return messagesOf(rpc).response.decode(bytes) as Response;
}

function messagesOf(rpc: string): RpcMessages {
  const messages = RPC_MESSAGES.get(rpc);
  if (messages === undefined) throw new Error(`no messages for ${rpc}`);
  return messages;
}

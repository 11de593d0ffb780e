import { Problem } from "../../core/problem";
import type { ProviderServer } from "../../framework/provider-server";

/** Answers one RPC: protobuf bytes in, protobuf bytes out. */
export type Rpc = (provider: ProviderServer, request: Uint8Array) => Promise<Uint8Array>;

interface Decoder<Message> {
  decode(bytes: Uint8Array): Message;
}

interface Encoder<Message> {
  encode(message: Message): { finish(): Uint8Array };
}

/**
 * An RPC out of its two messages and what lies between them. Bytes that are not the request's message reject with
 * `invalid_input`.
 */
export function rpc<Request, Response>(
  request: Decoder<Request>,
  response: Encoder<Response>,
  handle: (provider: ProviderServer, message: Request) => Response | Promise<Response>,
): Rpc {
  return async (provider, bytes) =>
    response.encode(await handle(provider, decodeMessage(request, bytes))).finish();
}

function decodeMessage<Message>(decoder: Decoder<Message>, bytes: Uint8Array): Message {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Problem("invalid_input", {
      summary: "Terraform sent a request that cannot be read",
      detail: "The bytes of the request are not the protobuf message of this call.",
    });
  }
}

import type { Readable } from "node:stream";
import { GrpcCode, GrpcError } from "./grpc-status";

/** What Terraform accepts in one message (`grpcMaxMessageSize` in its `plugin/grpc_provider.go`): 64 MiB. */
export const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

const PREFIX_BYTES = 5;

/**
 * Reads the one message of a unary call (length-prefixed, `PROTOCOL-HTTP2.md` of gRPC).
 *
 * Rejects with `UNIMPLEMENTED` for a compressed message, `RESOURCE_EXHAUSTED` for one beyond
 * {@link MAX_MESSAGE_BYTES}, and `INVALID_ARGUMENT` when what came is not exactly one message.
 */
export async function readMessage(stream: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let received = 0;
  // The default iterator destroys the stream when a throw leaves the loop, and with it the way to say why.
  for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    received += chunk.length;
    if (received > PREFIX_BYTES + MAX_MESSAGE_BYTES) throw tooLarge("request");
  }
  const body = Buffer.concat(chunks, received);
  if (received < PREFIX_BYTES) throw notOneMessage();
  if (body[0] !== 0) throw new GrpcError(GrpcCode.unimplemented, "Compressed messages are not supported.");
  if (body.readUInt32BE(1) !== received - PREFIX_BYTES) throw notOneMessage();
  return body.subarray(PREFIX_BYTES);
}

/** A message with its prefix. Throws `RESOURCE_EXHAUSTED` for one that Terraform would not accept. */
export function frameMessage(message: Uint8Array): Buffer {
  if (message.length > MAX_MESSAGE_BYTES) throw tooLarge("answer");
  const frame = Buffer.allocUnsafe(PREFIX_BYTES + message.length);
  frame[0] = 0;
  frame.writeUInt32BE(message.length, 1);
  frame.set(message, PREFIX_BYTES);
  return frame;
}

function tooLarge(what: "request" | "answer"): GrpcError {
  return new GrpcError(GrpcCode.resourceExhausted, `The ${what} is larger than ${MAX_MESSAGE_BYTES} bytes.`);
}

function notOneMessage(): GrpcError {
  return new GrpcError(GrpcCode.invalidArgument, "The request is not exactly one gRPC message.");
}

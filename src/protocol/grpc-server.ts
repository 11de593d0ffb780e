import {
  type IncomingHttpHeaders,
  performServerHandshake,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from "node:http2";
import type { Duplex } from "node:stream";
import type { Logger } from "../core/log";
import { frameMessage, readMessage } from "./grpc-frame";
import { GrpcCode, GrpcError } from "./grpc-status";

/**
 * How a method is answered: `unary` by one message for one message; `silent` by a stream that stays open and sends
 * nothing until the client ends it.
 */
export type GrpcMethod =
  | {
      readonly kind: "unary";
      call(request: Uint8Array): Promise<Uint8Array>;
      /** Called when the answer has left. */
      answered?(): void;
    }
  | { readonly kind: "silent" };

/** Methods by path: `/package.Service/Method`. */
export type GrpcMethods = ReadonlyMap<string, GrpcMethod>;

/** HTTP/2 sessions hold at most this much, in MB; Node's own limit of 10 ends sessions with large states. */
const MAX_SESSION_MEMORY = 1024;

const CONTENT_TYPE = "application/grpc";

/**
 * Serves gRPC over a connection that is authenticated already (`PROTOCOL-HTTP2.md` of gRPC): unary methods and
 * silent streams, without compression; deadlines are left to the client. Unknown methods get `UNIMPLEMENTED`; an
 * error in one call never ends another.
 */
export function serveGrpc(connection: Duplex, methods: GrpcMethods, log: Logger): ServerHttp2Session {
  const session = performServerHandshake(connection, { maxSessionMemory: MAX_SESSION_MEMORY });
  session.on("error", () => log.log("debug", "The connection to Terraform ended with an error"));
  session.on("stream", (stream, headers) => {
    // A stream that the client resets emits an error, which would end the process if nobody listened.
    stream.on("error", () => log.log("debug", "Terraform ended a call early", { path: headers[":path"] }));
    void answer(stream, headers, methods, log);
  });
  return session;
}

async function answer(
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  methods: GrpcMethods,
  log: Logger,
): Promise<void> {
  const path = headers[":path"] ?? "";
  if (headers[":method"] !== "POST") return refuse(stream, 405);
  if (!(headers["content-type"] ?? "").startsWith(CONTENT_TYPE)) return refuse(stream, 415);
  const method = methods.get(path);
  try {
    if (method === undefined) throw new GrpcError(GrpcCode.unimplemented, "There is no such method.");
    if (method.kind === "silent") return stayOpen(stream);
    if (method.answered !== undefined) stream.once("close", method.answered);
    const frame = frameMessage(await method.call(await readMessage(stream)));
    if (isGone(stream)) return;
    stream.respond(responseHeaders(), { waitForTrailers: true });
    stream.once("wantTrailers", () => stream.sendTrailers({ "grpc-status": String(GrpcCode.ok) }));
    stream.end(frame);
  } catch (caught) {
    if (isGone(stream)) return;
    const error = GrpcError.from(caught);
    log.log("debug", "A call was answered with an error", { path, code: error.code });
    stream.respond({ ...responseHeaders(), ...errorTrailers(error) }, { endStream: true });
    stream.resume();
  }
}

function stayOpen(stream: ServerHttp2Stream): void {
  stream.respond(responseHeaders());
  stream.resume();
}

/** Not gRPC at all. */
function refuse(stream: ServerHttp2Stream, status: number): void {
  stream.respond({ ":status": status }, { endStream: true });
  stream.resume();
}

function isGone(stream: ServerHttp2Stream): boolean {
  return stream.destroyed || stream.closed || stream.headersSent;
}

function responseHeaders(): Record<string, string | number> {
  return { ":status": 200, "content-type": CONTENT_TYPE, "grpc-accept-encoding": "identity" };
}

function errorTrailers(error: GrpcError): Record<string, string> {
  return { "grpc-status": String(error.code), "grpc-message": encodeURIComponent(error.message) };
}

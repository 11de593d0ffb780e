import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { EmulatorRequest, EmulatorResponse } from "../http-message";

/** Something that answers Node's own request and response, such as an Express application. */
export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** Lets a Node handler answer a request that was read whole, without a connection. */
export function callInProcess(handler: NodeHandler, request: EmulatorRequest): Promise<EmulatorResponse> {
  return new Promise((resolve) => {
    const incoming = toIncoming(request);
    handler(incoming, collecting(incoming, resolve));
  });
}

function toIncoming(request: EmulatorRequest): IncomingMessage {
  const incoming = new IncomingMessage(new Socket());
  const query = request.query.toString();
  incoming.method = request.method;
  incoming.url = query === "" ? request.path : `${request.path}?${query}`;
  incoming.headers = Object.fromEntries(request.headers);
  if (request.body !== "") incoming.push(Buffer.from(request.body));
  incoming.push(null);
  return incoming;
}

/** A response that keeps what is written. Express replaces the prototype, so the methods are set on the object. */
function collecting(request: IncomingMessage, done: (response: EmulatorResponse) => void): ServerResponse {
  const response = new ServerResponse(request);
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown) => {
    if (typeof chunk === "string" || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  response.write = (chunk: unknown) => {
    keep(chunk);
    return true;
  };
  response.end = (chunk?: unknown) => {
    keep(chunk);
    const headers = Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]);
    done({
      status: response.statusCode,
      headers: Object.fromEntries(headers),
      body: Buffer.concat(chunks).toString("utf8"),
    });
    return response;
  };
  return response;
}

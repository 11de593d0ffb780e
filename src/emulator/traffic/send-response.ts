import type { ServerResponse } from "node:http";
import type { EmulatorResponse } from "../http-message";
import type { FaultEffect } from "./faults";

const JSON_TYPE = { "content-type": "application/json" };
const CHUNK = Buffer.alloc(1024 * 1024, 0x20);

/** Changes an answer as a fault wants it; faults that only concern the connection leave it as it is. */
export function distort(response: EmulatorResponse, effect: FaultEffect): EmulatorResponse {
  switch (effect.kind) {
    case "headers": {
      const headers = Object.entries({ ...response.headers, ...effect.headers });
      const kept = headers.filter((entry): entry is [string, string] => entry[1] !== null);
      return { ...response, headers: Object.fromEntries(kept) };
    }
    case "body":
      return { ...response, body: effect.body };
    case "malformed":
      return { status: 200, headers: { ...response.headers, ...JSON_TYPE }, body: half(response.body) };
    case "redirect":
      return { status: effect.status, headers: { location: effect.location }, body: "" };
    case "nextLink":
      return { ...response, body: withNextLink(response.body, effect.link) };
    default:
      return response;
  }
}

/** Sends an answer; `truncate` and `huge` show in how it is sent. */
export async function sendResponse(
  outgoing: ServerResponse,
  response: EmulatorResponse,
  effect: FaultEffect | null,
): Promise<void> {
  if (effect?.kind === "huge") return sendHuge(outgoing, effect.bytes);
  const body = Buffer.from(response.body);
  const length = response.status === 204 ? {} : { "content-length": String(body.length) };
  outgoing.writeHead(response.status, { ...response.headers, ...length });
  if (effect?.kind !== "truncate") {
    outgoing.end(body);
    return;
  }
  outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => outgoing.destroy());
}

async function sendHuge(outgoing: ServerResponse, bytes: number): Promise<void> {
  outgoing.writeHead(200, { "content-type": "application/json", "content-length": String(bytes + 2) });
  outgoing.write("[");
  for (let left = bytes; left > 0 && !outgoing.destroyed; left -= CHUNK.length) {
    if (!outgoing.write(CHUNK.subarray(0, Math.min(left, CHUNK.length)))) await drained(outgoing);
  }
  outgoing.end("]");
}

function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      outgoing.off("drain", done);
      outgoing.off("close", done);
      resolve();
    };
    outgoing.once("drain", done);
    outgoing.once("close", done);
  });
}

/** The beginning of a JSON text, which is none. */
function half(body: string): string {
  return body.length < 2 ? '{"value":[' : body.slice(0, Math.ceil(body.length / 2));
}

function withNextLink(body: string, link: string): string {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null
      ? JSON.stringify({ ...value, "@odata.nextLink": link })
      : body;
  } catch {
    return body;
  }
}

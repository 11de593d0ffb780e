import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { type EmulatorRequest, type EmulatorResponse, json } from "./http-message";
import type { RouteMatch, Router } from "./route";
import type { EmulatorState } from "./state";
import type { FaultEffect } from "./traffic/faults";
import type { RequestRecord } from "./traffic/request-log";
import { distort, sendResponse } from "./traffic/send-response";
import type { Traffic } from "./traffic/traffic";

/** The largest request body that is read. */
const MAX_BODY = 1024 * 1024;

/** What answers requests. */
export interface Services {
  readonly state: EmulatorState;
  readonly router: Router;
  readonly traffic: Traffic;
}

/** Answers one request to an emulated service: record, pauses, delay, faults, and the service itself. */
export async function serveRequest(
  services: Services,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const { state, router, traffic } = services;
  const url = new URL(incoming.url ?? "/", state.origin);
  const method = incoming.method ?? "GET";
  const match = router.match(method, url.pathname);
  const described = {
    api: match?.api.name ?? "none",
    method,
    route: match?.label ?? "(unmatched)",
    path: url.pathname,
  };
  const record = traffic.log.begin({
    ...described,
    at: state.clock.now(),
    query: Object.fromEntries(url.searchParams),
    hasAuthorization: incoming.headers.authorization !== undefined,
    userAgent: incoming.headers["user-agent"] ?? null,
  });
  outgoing.once("close", () => traffic.log.end(record, outgoing.headersSent ? outgoing.statusCode : null));
  const body = await readBody(incoming);
  if (body === null)
    return sendResponse(outgoing, json(413, { error: "The request body is too large." }), null);
  await traffic.pauses.pass(described, "before");
  if (traffic.latencyMs > 0) await sleep(traffic.latencyMs, undefined, { ref: false });
  const request = toRequest(incoming, url, body, state.origin, match);
  await answer(services, match, request, record, outgoing);
}

async function answer(
  services: Services,
  match: RouteMatch | null,
  request: EmulatorRequest,
  record: RequestRecord,
  outgoing: ServerResponse,
): Promise<void> {
  const { traffic } = services;
  const effect = traffic.faults.take(record);
  if (effect?.kind === "reset-before") return void outgoing.destroy();
  if (effect?.kind === "stall") {
    if (effect.applied === true) await handle(services.state, match, request);
    if (effect.ms === undefined || effect.applied === true) return;
    await sleep(effect.ms, undefined, { ref: false });
  }
  const replaced = effect === null ? null : replacement(services.state, match, request, effect);
  const handled =
    replaced !== null && !appliesFirst(effect) ? replaced : await handle(services.state, match, request);
  await traffic.pauses.pass(record, "after");
  if (effect?.kind === "reset-after") return void outgoing.destroy();
  const response = replaced ?? (effect === null ? handled : distort(handled, effect));
  traffic.log.answering(record);
  await sendResponse(outgoing, response, effect);
}

/** The answer that a fault gives instead of the service's; null when the service's own is sent, if distorted. */
function replacement(
  state: EmulatorState,
  match: RouteMatch | null,
  request: EmulatorRequest,
  effect: FaultEffect,
): EmulatorResponse | null {
  if (effect.kind === "redirect") return distort(json(200, null), effect);
  if (effect.kind !== "status" && effect.kind !== "echo") return null;
  const base = match?.api.failure(state, request, effect.status) ?? json(effect.status, {});
  if (effect.kind === "echo")
    return { ...base, status: effect.status, body: echo(request, base.body, effect.broken) };
  return {
    status: effect.status,
    headers: {
      ...base.headers,
      ...(effect.retryAfter === undefined ? {} : { "retry-after": String(effect.retryAfter) }),
      ...effect.headers,
    },
    body: effect.body ?? base.body,
  };
}

/** The error body with each of its texts replaced by the whole request. */
function echo(request: EmulatorRequest, body: string, broken: boolean): string {
  const headers = [...request.headers].map(([name, value]) => `${name}: ${value}`);
  const quoted = [`${request.method} ${request.path}`, ...headers, "", request.body].join("\r\n");
  const quote = (_: string, value: unknown) => (typeof value === "string" ? quoted : value);
  const text = JSON.stringify(JSON.parse(body), quote);
  return broken ? text.slice(0, -1) : text;
}

function appliesFirst(effect: FaultEffect | null): boolean {
  return effect?.kind === "status" && effect.applied === true;
}

async function handle(
  state: EmulatorState,
  match: RouteMatch | null,
  request: EmulatorRequest,
): Promise<EmulatorResponse> {
  if (match === null) return json(404, { error: "The emulator has no such endpoint.", path: request.path });
  if (match.route !== null) return match.route.handle(state, request);
  state.violations.push(`${request.method} ${request.path}: there is no such operation`);
  return match.api.unmatched(state, request, match.methods);
}

function toRequest(
  incoming: IncomingMessage,
  url: URL,
  body: string,
  origin: string,
  match: RouteMatch | null,
): EmulatorRequest {
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as const);
  return {
    method: incoming.method ?? "GET",
    origin: originFor(incoming.headers.host ?? "", origin),
    path: url.pathname,
    query: url.searchParams,
    headers: new Map(headers),
    body,
    params: match?.params ?? {},
  };
}

/** The origin by which a client reached us, among those that the certificate names. */
function originFor(host: string, origin: string): string {
  const isOurs = host === `localhost:${new URL(origin).port}` || /^[a-z]+\.emulator\.test(:\d+)?$/.test(host);
  return isOurs ? `https://${host}` : origin;
}

/** The body as text, or null when it is too large. */
export async function readBody(incoming: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_BODY) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}

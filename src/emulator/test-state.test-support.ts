import { applySeed } from "./apply-seed";
import { createState } from "./create-state";
import { CLIENT_ID, defaultSeed } from "./default-seed";
import { EmulatorClock } from "./emulator-clock";
import { issueAccessToken } from "./entra/access-token";
import { entraApi } from "./entra/entra-api";
import { oidcApi } from "./entra/oidc-api";
import { graphApi } from "./graph/graph-api";
import type { EmulatorRequest, EmulatorResponse } from "./http-message";
import { infisicalApi } from "./infisical/infisical-api";
import type { Outbound, OutboundAnswer, OutboundRequest } from "./provisioning/outbound";
import { Router } from "./route";
import { resolveSeed, type SeedInput } from "./seed";
import { signingKey } from "./signing-key";
import type { EmulatorState } from "./state";

/** Where the state of these tests says that it listens; nothing does. */
export const ORIGIN = "https://127.0.0.1:8443";

const router = new Router([entraApi, oidcApi, graphApi, infisicalApi]);

/**
 * A state without a server, whose clock moves only by being advanced. Background work is kept, not run; `outbound`
 * answers instead of applications.
 */
export interface TestState {
  readonly state: EmulatorState;
  /** What Entra sent to applications. */
  readonly sent: OutboundRequest[];
  /** Runs the work that handlers left for later. */
  runBackground(): Promise<void>;
}

/** An application's good answer to the search for a user. */
export const USER_LIST: OutboundAnswer = {
  reached: true,
  status: 200,
  statusName: "OK",
  headers: [],
  body: JSON.stringify({ schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"], Resources: [] }),
};

/** An application's answer to a wrong token. */
export const REFUSAL: OutboundAnswer = {
  reached: true,
  status: 401,
  statusName: "Unauthorized",
  headers: [["x-request", "1"]],
  body: '{"status":"401"}',
};

/** A state with the default seed and `seed`. */
export async function testState(seed: SeedInput = {}, outbound?: Outbound): Promise<TestState> {
  const started = Date.now();
  const sent: OutboundRequest[] = [];
  const waiting: (() => Promise<void>)[] = [];
  const resolved = resolveSeed(seed, defaultSeed());
  const state = createState(
    {
      origin: ORIGIN,
      clock: new EmulatorClock(() => started),
      signingKey: await signingKey(),
      outbound: async (request) => {
        sent.push(request);
        if (outbound !== undefined) return outbound(request);
        return request.method === "GET" ? USER_LIST : { ...USER_LIST, status: 201, statusName: "Created" };
      },
      background: (task) => waiting.push(task),
    },
    resolved,
  );
  applySeed(state, resolved);
  return {
    state,
    sent,
    runBackground: async () => {
      for (const task of waiting.splice(0)) await task();
    },
  };
}

/** What a test sends to a handler. */
export interface TestCall {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, unless it is text. */
  readonly body?: unknown;
}

/** An answer of a handler, its JSON parsed. */
export interface TestResponse extends EmulatorResponse {
  readonly json: unknown;
  /** What stands at a place in the JSON body; undefined when there is nothing. */
  at(...path: readonly (string | number)[]): unknown;
}

/** Calls the handler of a request: `call(state, "GET", "/v1.0/servicePrincipals?$top=1")`. */
export async function call(
  state: EmulatorState,
  method: string,
  target: string,
  { headers = {}, body }: TestCall = {},
): Promise<TestResponse> {
  const url = new URL(target, ORIGIN);
  const match = router.match(method, url.pathname);
  if (match === null) throw new Error(`no service owns ${target}`);
  const contentType =
    body === undefined || "content-type" in headers ? {} : { "content-type": "application/json" };
  const request: EmulatorRequest = {
    method,
    origin: ORIGIN,
    path: url.pathname,
    query: url.searchParams,
    headers: new Map(Object.entries({ ...contentType, ...headers })),
    body: body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body),
    params: match.params,
  };
  const response =
    match.route === null
      ? match.api.unmatched(state, request, match.methods)
      : await match.route.handle(state, request);
  const json = parsed(response.body);
  return { ...response, json, at: (...path) => path.reduce(step, json) };
}

/** Headers with a Graph token of the default app, or of another one. */
export function graphAuthorization(state: EmulatorState, clientId = CLIENT_ID): Record<string, string> {
  const app = state.entra.apps.get(clientId);
  if (app === undefined) throw new Error(`no app ${clientId}`);
  return { authorization: `Bearer ${issueAccessToken(state, app, ORIGIN, "1").token}` };
}

function step(value: unknown, name: string | number): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

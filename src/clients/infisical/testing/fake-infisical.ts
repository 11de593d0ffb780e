import type { CallOptions, Clock } from "../../../core/clock";
import { silentLogger } from "../../../core/log";
import { Problem } from "../../../core/problem";
import { Secret } from "../../../core/secret";
import type { HttpRequest, HttpResponse, Transport } from "../../http/transport";
import { createInfisicalSource, type InfisicalSourceOptions } from "../create-infisical-source";
import type { SecretLocation } from "../secret-source";
import type { InfisicalSettings } from "../settings";

/** An answer of the fake: status, JSON body and headers. */
export type FakeAnswer = readonly [status: number, body: unknown, headers?: Readonly<Record<string, string>>];

/** What the fake was asked, in few words: `login`, `list /scim`, `list+values /scim`, `read KEY`. */
export interface Asked {
  readonly what: string;
  readonly url: URL;
  readonly request: HttpRequest;
}

/** Answers instead of a server; undefined leaves the answer to {@link answerFrom}. */
export type Intercept = (asked: Asked) => FakeAnswer | undefined | Promise<FakeAnswer | undefined>;

/** Infisical's own error body. */
export function errorBody(error: string, message: unknown = "secret message"): object {
  return { reqId: "req-1", statusCode: 0, message, error };
}

/** A value-carrying secret as the API writes it. */
export function wireSecret(
  key: string,
  value: string,
  version = 1,
  more: object = {},
): Record<string, unknown> {
  return {
    id: `id-${key}`,
    _id: `id-${key}`,
    version,
    type: "shared",
    secretKey: key,
    secretValue: value,
    secretValueHidden: false,
    secretPath: "/",
    updatedAt: "2026-01-01T00:00:00.000Z",
    actor: { name: "ann" },
    ...more,
  };
}

/** A place in the fake's one project and environment. */
export function at(key: string, path = "/scim"): SecretLocation {
  return { projectId: "p-1", environment: "prod", path, key };
}

/** A clock whose waits take no time but are noted. */
export function fakeClock(
  start = 1_000_000,
): Clock & { readonly waits: number[]; advance(ms: number): void } {
  let now = start;
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
    sleep: async (ms) => {
      waits.push(ms);
      now += ms;
    },
  };
}

/** A source over a fake Infisical that holds `folders` (path → secrets), with everything it was asked. */
export function fakeInfisical(
  folders: Readonly<Record<string, readonly Record<string, unknown>[]>> = {},
  intercept: Intercept = () => undefined,
  options: Partial<Omit<InfisicalSourceOptions, "settings">> & {
    readonly settings?: Partial<InfisicalSettings>;
  } = {},
) {
  const asked: Asked[] = [];
  const clock = fakeClock();
  const transport: Transport = {
    send: async (request) => {
      const url = new URL(request.url);
      const entry = { what: inWords(request, url), url, request };
      asked.push(entry);
      await new Promise(setImmediate);
      if (request.signal.aborted) throw new Problem("cancelled", { summary: "s", detail: "d" });
      return response((await intercept(entry)) ?? answerFrom(folders, entry));
    },
  };
  const { settings, ...rest } = options;
  const source = createInfisicalSource({
    transport,
    maxRetries: 4,
    requestTimeoutMs: 1000,
    clock,
    log: silentLogger,
    random: () => 0,
    ...rest,
    settings: {
      host: "https://vault.example.com",
      projectId: "p-1",
      organizationSlug: null,
      login: { method: "universal", clientId: "c-1", clientSecret: new Secret("s-1") },
      ...settings,
    },
  });
  const call: CallOptions = { signal: new AbortController().signal, deadline: clock.now() + 120_000 };
  return { source, call, clock, asked, whats: () => asked.map(({ what }) => what) };
}

function inWords(request: HttpRequest, url: URL): string {
  if (url.pathname.includes("/auth/")) return "login";
  const version = url.pathname.includes("/v3/") ? "v3 " : "";
  const name = /\/(?:v4\/secrets|v3\/secrets\/raw)(?:\/(.+))?$/.exec(url.pathname)?.[1];
  if (name === undefined && !url.pathname.includes("secrets")) return `${request.method} ${url.pathname}`;
  const flag = (flagName: string) => url.searchParams.get(flagName) === "true";
  const path = url.searchParams.get("secretPath") ?? "";
  if (name === undefined) {
    return `${version}list${flag("viewSecretValue") ? "+values" : ""}${flag("include_imports") ? "+imports" : ""} ${path}`;
  }
  const pinned = url.searchParams.get("version");
  return `${version}read${flag("expandSecretReferences") ? "+expand" : ""} ${decodeURIComponent(name)}${pinned === null ? "" : `@${pinned}`}`;
}

function answerFrom(
  folders: Readonly<Record<string, readonly Record<string, unknown>[]>>,
  { what, url }: Asked,
): FakeAnswer {
  if (what === "login")
    return [200, { accessToken: "t-1", expiresIn: 7200, accessTokenMaxTTL: 7200, tokenType: "Bearer" }];
  const secrets = folders[url.searchParams.get("secretPath") ?? ""];
  if (secrets === undefined) return [404, errorBody("NotFound")];
  const name = /\/(?:v4\/secrets|v3\/secrets\/raw)\/(.+)$/.exec(url.pathname)?.[1];
  const values = url.searchParams.get("viewSecretValue") === "true";
  const shown = secrets.map((secret) =>
    values ? secret : { ...secret, secretValue: "<hidden-by-infisical>", secretValueHidden: true },
  );
  if (name === undefined) return [200, { secrets: shown }];
  const secret = shown.find(({ secretKey }) => secretKey === decodeURIComponent(name));
  return secret === undefined ? [404, errorBody("NotFound")] : [200, { secret }];
}

function response([status, body, headers = {}]: FakeAnswer): HttpResponse {
  return {
    status,
    headers: new Map(Object.entries(headers)),
    body: typeof body === "string" ? body : JSON.stringify(body),
  };
}

/** The problem that a promise rejects with. */
export async function problemOf(promise: Promise<unknown>): Promise<Problem> {
  const caught: unknown = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(caught instanceof Problem)) throw new Error("expected a Problem");
  return caught;
}

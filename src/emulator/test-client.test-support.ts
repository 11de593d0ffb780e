import { request } from "node:https";
import {
  CLIENT_ID,
  CLIENT_SECRET,
  IDENTITY_CLIENT_ID,
  IDENTITY_CLIENT_SECRET,
  TENANT_ID,
} from "./default-seed";
import type { Emulator } from "./start-emulator";

/** An answer over real HTTPS. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The body as JSON; undefined when it is none. */
  readonly json: unknown;
  /** What stands at a place in the JSON body; undefined when there is nothing. */
  at(...path: readonly (string | number)[]): unknown;
}

/** What a test sends. */
export interface TestRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends a request to an emulator over TLS, trusting its authority alone. */
export function send(emulator: Emulator, path: string, options: TestRequest = {}): Promise<TestAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${emulator.origin}${path}`,
      {
        method: options.method ?? "GET",
        headers: {
          ...options.headers,
          ...(options.body === undefined ? {} : { "content-length": Buffer.byteLength(options.body) }),
        },
        ca: emulator.caCertificate,
        agent: false,
      },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          text += chunk;
        });
        response.on("error", reject);
        response.on("aborted", () => reject(new Error("aborted")));
        response.on("end", () => resolve(toAnswer(response.statusCode ?? 0, response.headers, text)));
      },
    );
    outgoing.on("error", reject);
    outgoing.end(options.body);
  });
}

/** Form fields of a good client-credentials request. */
export function tokenForm(emulator: Emulator, fields: Readonly<Record<string, string>> = {}): string {
  return new URLSearchParams({
    client_id: CLIENT_ID,
    client_secret: CLIENT_SECRET,
    grant_type: "client_credentials",
    scope: `${emulator.origin}/.default`,
    ...fields,
  }).toString();
}

/** Posts a form to the tenant's token endpoint. */
export function postToken(emulator: Emulator, form: string, tenant: string = TENANT_ID): Promise<TestAnswer> {
  return send(emulator, `/${tenant}/oauth2/v2.0/token`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: form,
  });
}

/** A Graph access token. */
export async function graphToken(emulator: Emulator): Promise<string> {
  const answer = await postToken(emulator, tokenForm(emulator));
  return String(answer.at("access_token"));
}

/** A Graph caller with a token of its own. */
export async function graphClient(emulator: Emulator) {
  const token = await graphToken(emulator);
  return (path: string, options: TestRequest = {}) =>
    send(emulator, path, {
      ...options,
      headers: {
        authorization: `Bearer ${token}`,
        ...(options.body === undefined ? {} : { "content-type": "application/json" }),
        ...options.headers,
      },
    });
}

/** Logs in to Infisical with universal auth. */
export function infisicalLogin(
  emulator: Emulator,
  clientSecret = IDENTITY_CLIENT_SECRET,
): Promise<TestAnswer> {
  return send(emulator, "/api/v1/auth/universal-auth/login", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ clientId: IDENTITY_CLIENT_ID, clientSecret }),
  });
}

/** An Infisical caller with a token of its own. */
export async function infisicalClient(emulator: Emulator) {
  const token = String((await infisicalLogin(emulator)).at("accessToken"));
  return (path: string) => send(emulator, path, { headers: { authorization: `Bearer ${token}` } });
}

function toAnswer(status: number, headers: TestAnswer["headers"], text: string): TestAnswer {
  const json = parsed(text);
  return { status, headers, text, json, at: (...path) => path.reduce(step, json) };
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

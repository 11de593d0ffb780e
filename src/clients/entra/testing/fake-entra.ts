import type { CallOptions, Clock } from "../../../core/clock";
import type { LogFields, Logger } from "../../../core/log";
import { Problem } from "../../../core/problem";
import { Secret } from "../../../core/secret";
import type { HttpRequest, HttpResponse, Transport } from "../../http/transport";
import type { AzureSettings, Connection, ConnectionAuth } from "../sign-in-input";
import type { CredentialPlan, SignInPlan } from "../sign-in-plan";

/** An answer, or a problem that the transport rejects with. */
export type Answer = { status: number; body?: unknown; headers?: Record<string, string> } | Problem;

/** A transport that answers in turn (the last answer again and again), and remembers what was sent. */
export class FakeTransport implements Transport {
  readonly requests: HttpRequest[] = [];
  readonly #answers: Answer[];

  constructor(...answers: Answer[]) {
    this.#answers = answers;
  }

  async send(request: HttpRequest): Promise<HttpResponse> {
    this.requests.push(request);
    const answer = this.#answers.length > 1 ? this.#answers.shift() : this.#answers[0];
    if (answer === undefined) throw new Error("no answer prepared");
    if (answer instanceof Problem) throw answer;
    const { status, body = "", headers = {} } = answer;
    return {
      status,
      headers: new Map(Object.entries(headers)),
      body: typeof body === "string" ? body : JSON.stringify(body),
    };
  }

  /** The form of the n-th request. */
  form(index: number): URLSearchParams {
    return new URLSearchParams(this.requests[index]?.body ?? "");
  }
}

/** A clock that stands still but for its sleeps. */
export class FakeClock implements Clock {
  readonly slept: number[] = [];
  time = Date.now();

  now(): number {
    return this.time;
  }

  sleep(ms: number): Promise<void> {
    this.slept.push(ms);
    this.time += ms;
    return Promise.resolve();
  }
}

/** A logger that keeps everything as one text. */
export class FakeLogger implements Logger {
  text = "";

  log(level: string, message: string, fields?: LogFields): void {
    this.text += `${level} ${message} ${JSON.stringify(fields ?? {})}\n`;
  }
}

export function callUntil(clock: Clock, ms = 300_000): CallOptions {
  return { signal: new AbortController().signal, deadline: clock.now() + ms };
}

/** A token answer of Entra. */
export function tokenAnswer(claims: object = { idtyp: "app" }, name = "t"): Answer {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const jwt = `${encode({ alg: "none" })}.${encode({ ...claims, jti: name })}.x`;
  return {
    status: 200,
    headers: { "content-type": "application/json; charset=utf-8" },
    body: { token_type: "Bearer", expires_in: 3599, ext_expires_in: 3599, access_token: jwt },
  };
}

/** An error answer of Entra that echoes, as the real one does. */
export function entraError(status: number, code: number, error = "invalid_client", echo = ""): Answer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8" },
    body: {
      error,
      error_description: `AADSTS${code}: Echo ${echo}. Trace ID: 00000000-0000-0000-0000-00000000aaaa`,
      error_codes: [code],
      timestamp: "2026-01-01 00:00:00Z",
      trace_id: "00000000-0000-0000-0000-00000000aaaa",
      correlation_id: "00000000-0000-0000-0000-00000000bbbb",
    },
  };
}

export const TENANT = "11111111-1111-1111-1111-111111111111";
export const CLIENT = "22222222-2222-2222-2222-222222222222";
export const OTHER_CLIENT = "33333333-3333-3333-3333-333333333333";

/** Settings of which only these are written. */
export function azure(written: Partial<AzureSettings>): AzureSettings {
  return {
    tenant_id: null,
    client_id: null,
    client_secret: null,
    client_certificate_path: null,
    client_certificate: null,
    client_certificate_password: null,
    use_oidc: null,
    oidc_token: null,
    oidc_token_file_path: null,
    oidc_request_url: null,
    oidc_request_token: null,
    ado_service_connection_id: null,
    use_managed_identity: null,
    use_cli: null,
    cloud: null,
    authority_host: null,
    graph_endpoint: null,
    ...written,
  };
}

/** A connection of which only these are written. */
export function connection(
  written: Partial<Omit<Connection, "auth">> & { auth?: Partial<ConnectionAuth> },
): Connection {
  const { auth, ...rest } = written;
  return {
    tenant_id: TENANT,
    client_id: null,
    cloud: null,
    ...rest,
    auth:
      auth === undefined
        ? null
        : {
            client_secret: null,
            client_certificate: null,
            workload_identity: null,
            managed_identity: null,
            azure_cli: null,
            ...auth,
          },
  };
}

/** A plan for the public cloud; by default with a client secret. */
export function plan(written: Partial<SignInPlan> = {}, secret = "the-secret"): SignInPlan {
  const credential: CredentialPlan = {
    kind: "client_secret",
    clientId: { from: "value", name: "azure.client_id", value: CLIENT },
    secret: { from: "value", name: "azure.client_secret", value: new Secret(secret) },
  };
  return {
    tenantId: TENANT,
    cloud: "public",
    authorityHost: "https://login.microsoftonline.com",
    customAuthority: false,
    graphRoot: "https://graph.microsoft.com",
    scope: "https://graph.microsoft.com/.default",
    credential,
    ...written,
  };
}

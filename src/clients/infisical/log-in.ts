import { readFile } from "node:fs/promises";
import type { CallOptions } from "../../core/clock";
import { Problem } from "../../core/problem";
import { Secret } from "../../core/secret";
import { isJsonWebToken } from "../http/json-web-token";
import { parseJson } from "../http/parse-json";
import type { HttpResponse } from "../http/transport";
import type { InfisicalLogin, TokenOrigin } from "./choose-login";
import { factsOf, fieldsInWords, type InfisicalError, isRouteMissing, readError } from "./fault";
import type { InfisicalHttp } from "./infisical-http";

/** A token of Infisical and its end. */
export interface AccessToken {
  readonly token: Secret;
  /** Milliseconds since the epoch from which it is not used any more; infinity when it does not expire. */
  readonly usableUntil: number;
}

/** A token of Microsoft Entra ID for a resource, of the identity that this machine has. */
export type AzureTokenSource = (resource: string, call: CallOptions) => Promise<Secret>;

/** What a login needs. */
export interface LogInOptions {
  readonly host: string;
  readonly organizationSlug: string | null;
  readonly http: InfisicalHttp;
  readonly azureToken: AzureTokenSource;
}

/** A login that sends something; with an access token there is nothing to send. */
export type SentLogin = Exclude<InfisicalLogin, { readonly method: "token" }>;

/**
 * Logs in, once: a refused login is not tried again, since three of them lock the identity out.
 *
 * Rejects with `unauthenticated` when Infisical refuses the login, `invalid_input` when it finds it malformed, or when
 * a token's file cannot be read or there is something else than a token, and with transient problems and those of the
 * Azure token.
 *
 * https://infisical.com/docs/api-reference/endpoints/universal-auth/login
 */
export async function logIn(
  login: SentLogin,
  options: LogInOptions,
  call: CallOptions,
): Promise<AccessToken> {
  const { host, http, organizationSlug } = options;
  const began = http.clock.now();
  const body = {
    ...(await credentials(login, options, call)),
    ...(organizationSlug === null ? {} : { organizationSlug }),
  };
  const what = `the login "${login.method}"`;
  const response = await http.send(
    {
      method: "POST",
      url: `${host}/api/v1/auth/${login.method}-auth/login`,
      headers: {},
      body: JSON.stringify(body),
      call: what,
    },
    call,
  );
  if (response.status !== 200) throw refusal(login, await readError(response, http.clock.now()));
  http.log.log("debug", "Logged in to Infisical", { method: login.method });
  return accessToken(response, what, began);
}

async function accessToken(response: HttpResponse, what: string, began: number): Promise<AccessToken> {
  const { loginAnswer } = await import("./wire");
  const answer = parseJson(response.body, loginAnswer, { call: what, status: response.status });
  const life = answer.expiresIn * 1000;
  // A tenth is left unused, a minute at most, so that no token expires on its way.
  const usableUntil = life === 0 ? Number.POSITIVE_INFINITY : began + life - Math.min(60_000, life / 10);
  return { token: new Secret(answer.accessToken), usableUntil };
}

async function credentials(
  login: SentLogin,
  options: LogInOptions,
  call: CallOptions,
): Promise<Record<string, string>> {
  switch (login.method) {
    case "universal":
      return { clientId: login.clientId, clientSecret: login.clientSecret.reveal() };
    case "azure":
      return { identityId: login.identityId, jwt: (await options.azureToken(login.resource, call)).reveal() };
    case "oidc":
    case "kubernetes":
      return { identityId: login.identityId, jwt: (await read(login.token, login.method)).reveal() };
  }
}

async function read(origin: TokenOrigin, method: string): Promise<Secret> {
  const token = origin.from === "value" ? origin.token : await readTokenFile(origin, method);
  if (isJsonWebToken(token.reveal())) return token;
  throw new Problem("invalid_input", {
    summary: "Not a token",
    detail: `The login "${method}" to Infisical sends a JSON Web Token, and ${origin.name} gives something else. Nothing was sent.`,
  });
}

/** The path is not quoted: where somebody wrote the token itself, that would be the token. */
async function readTokenFile(
  { path, name }: TokenOrigin & { from: "file" },
  method: string,
): Promise<Secret> {
  const text = await readFile(path, "utf8").then(
    (content) => content.trim(),
    () => null,
  );
  if (text !== null && text !== "") return new Secret(text);
  throw new Problem("invalid_input", {
    summary: "A token's file cannot be used",
    detail: `The login "${method}" to Infisical needs the token in the file of ${name}, which ${text === null ? "cannot be read" : "is empty"}. Check that it exists where this runs and that its permissions allow reading it.`,
  });
}

const REMEDIES: Readonly<Record<SentLogin["method"], string>> = {
  universal:
    "Check client id and client secret: whether the secret has expired, is used up or was revoked, and whether the identity's trusted IPs allow this machine. It was not tried again, because Infisical locks an identity out after three failures (by default for 5 minutes).",
  oidc: "Check the identity's id, and that issuer, subject, audience and claims of the token are those that its OIDC auth allows.",
  azure:
    "Check the identity's id, and that tenant, resource and service principal of this machine's managed identity are those that its Azure auth allows.",
  kubernetes:
    "Check the identity's id, and that service account, namespace and audience are those that its Kubernetes auth allows.",
};

function refusal(login: SentLogin, error: InfisicalError): Problem {
  const { status } = error.response;
  const answered = `Infisical answered ${status}${error.name === undefined ? "" : ` (${error.name})`} to the login "${login.method}".`;
  if (isRouteMissing(error) || status < 400) {
    return new Problem("unexpected_response", {
      summary: "There is no login to Infisical",
      detail: `${answered} Check that infisical.host is the address of an Infisical server that knows this login.`,
      ...factsOf(error),
    });
  }
  return new Problem(status === 422 ? "invalid_input" : "unauthenticated", {
    summary: "Infisical refused the login",
    detail: `${answered} ${fieldsInWords(error.fields)}${REMEDIES[login.method]}`,
    ...factsOf(error),
  });
}

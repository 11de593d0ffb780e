import type { HttpRequest } from "../../../src/clients/http/transport";
import { PLANTED } from "./planted";

/** The kinds of request that the clients make. */
export const CALLS = [
  "token",
  "discovery",
  "managed-identity",
  "pipeline",
  "login",
  "folder",
  "secret",
  "principal",
  "principals",
  "by-app-id",
  "read-secrets",
  "write-secrets",
  "jobs",
  "templates",
  "validate",
  "start",
] as const;

/** One of {@link CALLS}. */
export type Call = (typeof CALLS)[number];

/** An answer before it is text. Undefined is an answer without a body. */
export interface GoldenAnswer {
  readonly call: Call;
  readonly status: number;
  readonly json: unknown;
}

export const TENANT = "11111111-1111-1111-1111-111111111111";
export const CLIENT = "22222222-2222-2222-2222-222222222222";
export const PRINCIPAL = "33333333-3333-3333-3333-333333333333";
export const APP = "44444444-4444-4444-4444-444444444444";
export const PROJECT = "project-1";
export const TOKEN_KEY = "SCIM_TOKEN";
export const CREDENTIAL_KEY = "ENTRA_CLIENT_SECRET";

const principal = { id: PRINCIPAL, appId: APP, displayName: "ServiceNow" };
const job = {
  id: "scim.job",
  templateId: "scim",
  schedule: { expiration: null, interval: "PT40M", state: "Active" },
  status: {
    code: "Quarantine",
    countSuccessiveCompleteFailures: 3,
    lastSuccessfulExecution: { timeBegan: "2026-01-01T00:00:00Z", timeEnded: "2026-01-01T00:01:00Z" },
    quarantine: {
      reason: "EncounteredQuarantineException",
      nextAttempt: "2026-01-02T00:00:00Z",
      error: { code: "SystemForCrossDomainIdentityManagementCredentialValidationUnavailable" },
    },
  },
};

function secret(key: string, value: string | undefined): object {
  return {
    id: "55555555-5555-5555-5555-555555555555",
    _id: "55555555-5555-5555-5555-555555555555",
    version: 3,
    type: "shared",
    environment: "prod",
    secretKey: key,
    ...(value === undefined ? { secretValueHidden: true } : { secretValue: value, secretValueHidden: false }),
    secretPath: "/scim",
    createdAt: "2026-01-01T00:00:00.000Z",
    updatedAt: "2026-01-02T00:00:00.000Z",
    actor: { actorId: "a", actorType: "user", name: "somebody@example.com" },
  };
}

function secretValue(key: string): string {
  return key === CREDENTIAL_KEY ? PLANTED.clientSecret : PLANTED.scimToken;
}

/**
 * How both clouds answer a request when all is well: the shapes of their documentation, the same answer to the same
 * request, and no state, so that a case can be told again from its seed.
 */
export function goldenAnswer({ method, url }: Pick<HttpRequest, "method" | "url">): GoldenAnswer {
  const { origin, pathname, searchParams } = new URL(url);
  const at = (call: Call, json: unknown, status = 200): GoldenAnswer => ({ call, status, json });
  if (pathname.endsWith("/oauth2/v2.0/token")) {
    const token = PLANTED.graphToken;
    return at("token", { token_type: "Bearer", expires_in: 3599, ext_expires_in: 3599, access_token: token });
  }
  if (pathname.includes("/.well-known/") || pathname.includes("/discovery/")) {
    return at("discovery", discovery(origin, pathname));
  }
  if (pathname.includes("/metadata/identity")) {
    const token = { access_token: PLANTED.graphToken, expires_on: "1893456000", token_type: "Bearer" };
    return at("managed-identity", { ...token, resource: "https://graph.microsoft.com", client_id: CLIENT });
  }
  if (pathname.startsWith("/oidc")) {
    return at("pipeline", { value: PLANTED.federatedToken, oidcToken: PLANTED.federatedToken, count: 1 });
  }
  return pathname.startsWith("/api/") ? infisical(pathname, searchParams, at) : graph(method, url, at);
}

function discovery(origin: string, pathname: string): object {
  const base = `${origin}/${pathname.split("/")[1]}`;
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    issuer: `${base}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    cloud_instance_name: new URL(origin).host,
  };
}

type Answer = (call: Call, json: unknown, status?: number) => GoldenAnswer;

function infisical(pathname: string, query: URLSearchParams, at: Answer): GoldenAnswer {
  if (pathname.startsWith("/api/v1/auth/")) {
    const accessToken = PLANTED.infisicalToken;
    return at("login", { accessToken, expiresIn: 7200, accessTokenMaxTTL: 43200, tokenType: "Bearer" });
  }
  const key = /^\/api\/v\d\/secrets(?:\/raw)?\/(.+)$/.exec(pathname)?.[1];
  if (key !== undefined) return at("secret", { secret: secret(key, secretValue(key)) });
  const shown = query.get("viewSecretValue") === "true";
  const secrets = [TOKEN_KEY, CREDENTIAL_KEY].map((name) =>
    secret(name, shown ? secretValue(name) : undefined),
  );
  const imports = [{ environment: "prod", secretPath: "/shared", secrets: [{ secretKey: "IMPORTED" }] }];
  return at("folder", { secrets, imports });
}

function graph(method: string, url: string, at: Answer): GoldenAnswer {
  const { origin, pathname, searchParams } = new URL(url);
  const collection = (...value: object[]) => ({ "@odata.context": `${origin}/v1.0/$metadata`, value });
  if (pathname.endsWith("/validateCredentials")) return at("validate", undefined, 204);
  if (pathname.endsWith("/start")) return at("start", undefined, 204);
  if (pathname.endsWith("/jobs")) return at("jobs", collection(job));
  if (pathname.endsWith("/templates")) {
    return at("templates", collection({ id: "scim", default: true }, { id: "other", default: false }));
  }
  if (pathname.endsWith("/synchronization/secrets")) {
    if (method === "PUT") return at("write-secrets", undefined, 204);
    const keys = [
      { key: "BaseAddress", value: "https://scim.example/v2" },
      { key: "SecretToken", value: "*" },
    ];
    return at("read-secrets", collection(...keys));
  }
  if (pathname.includes("(appId=")) return at("by-app-id", principal);
  if (!pathname.endsWith("/servicePrincipals")) return at("principal", principal);
  const first = !searchParams.has("$skiptoken");
  const next = first ? { "@odata.nextLink": `${url}&$skiptoken=2` } : {};
  return at("principals", { ...collection(principal, { ...principal, id: APP }), ...next });
}

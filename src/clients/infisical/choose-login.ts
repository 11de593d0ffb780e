import type { AttributePath } from "../../core/attribute-path";
import { type Environment, textOf } from "../../core/environment";
import { Problem } from "../../core/problem";
import { Secret } from "../../core/secret";
import type { InfisicalAuthAttributes } from "./attributes";

/**
 * Where the token of another issuer comes from; a file is read again for each login. `name` is what messages call it:
 * an attribute or an environment variable.
 */
export type TokenOrigin =
  | { readonly from: "value"; readonly name: string; readonly token: Secret }
  | { readonly from: "file"; readonly name: string; readonly path: string };

/**
 * A machine identity's way to log in, complete.
 *
 * https://infisical.com/docs/documentation/platform/identities/machine-identities
 */
export type InfisicalLogin =
  | { readonly method: "token"; readonly token: Secret }
  | { readonly method: "universal"; readonly clientId: string; readonly clientSecret: Secret }
  | { readonly method: "oidc"; readonly identityId: string; readonly token: TokenOrigin }
  | { readonly method: "azure"; readonly identityId: string; readonly resource: string }
  | { readonly method: "kubernetes"; readonly identityId: string; readonly token: TokenOrigin };

const DEFAULT_AZURE_RESOURCE = "https://management.azure.com/";
const DEFAULT_KUBERNETES_TOKEN_PATH = "/var/run/secrets/kubernetes.io/serviceaccount/token";

const ID = "INFISICAL_UNIVERSAL_AUTH_CLIENT_ID";
const SECRET = "INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET";
const IDENTITY = "INFISICAL_MACHINE_IDENTITY_ID";
const JWT = "INFISICAL_AUTH_JWT";
const JWT_NAME = "INFISICAL_OIDC_AUTH_TOKEN_KEY_NAME";
const SERVICE_ACCOUNT = "INFISICAL_KUBERNETES_SERVICE_ACCOUNT_TOKEN";
const SERVICE_ACCOUNT_PATH = "INFISICAL_KUBERNETES_SERVICE_ACCOUNT_TOKEN_PATH";

/**
 * The login that the `auth` block names, else the one that `INFISICAL_AUTH_METHOD` names, else the one that the
 * environment has everything for: a token, then universal auth, then the only other one.
 *
 * Throws `invalid_input` when the one that is named lacks a part; returns the problem when none is named and there is
 * none, or more than one.
 */
export function chooseLogin(
  auth: InfisicalAuthAttributes | null,
  env: Environment,
): InfisicalLogin | Problem {
  const written = auth === null ? null : fromBlock(auth, env);
  if (written !== null) return written;
  const method = textOf(env, "INFISICAL_AUTH_METHOD");
  return method === null ? fromEnvironment(env) : byName(method, env);
}

function fromBlock(auth: InfisicalAuthAttributes, env: Environment): InfisicalLogin | null {
  if (auth.token !== null) return { method: "token", token: credential(auth.token, ["token"]) };
  if (auth.universal !== null) return universal(auth.universal, env);
  if (auth.oidc !== null) return oidc(auth.oidc, env);
  if (auth.azure !== null) return azure(auth.azure, env);
  if (auth.kubernetes !== null) return kubernetes(auth.kubernetes, env);
  return null;
}

/** Methods as the official provider names them in `INFISICAL_AUTH_METHOD`; the CLI adds `-auth`. */
function byName(name: string, env: Environment): InfisicalLogin {
  switch (name.toLowerCase().replace(/[-_]auth$/, "")) {
    case "token":
      return {
        method: "token",
        token: credential(secretVariable(env, "INFISICAL_TOKEN"), null, "INFISICAL_TOKEN"),
      };
    case "universal":
      return universal(null, env);
    case "oidc":
      return oidc(null, env);
    case "azure":
      return azure(null, env);
    case "kubernetes":
      return kubernetes(null, env);
    default:
      throw new Problem("invalid_input", {
        summary: "INFISICAL_AUTH_METHOD names no login",
        detail:
          "The environment variable INFISICAL_AUTH_METHOD must be token, universal, oidc, azure or kubernetes.",
      });
  }
}

function fromEnvironment(env: Environment): InfisicalLogin | Problem {
  const has = (name: string) => textOf(env, name) !== null;
  if (has("INFISICAL_TOKEN")) return byName("token", env);
  if (has(ID) && has(SECRET)) return byName("universal", env);
  const jwt = oidcVariable(null, env);
  const others = [
    ...(has(IDENTITY) && has(jwt) ? ["oidc"] : []),
    ...(has(IDENTITY) && (has(SERVICE_ACCOUNT) || has(SERVICE_ACCOUNT_PATH)) ? ["kubernetes"] : []),
  ];
  const [only, ...more] = others;
  if (only === undefined) return noLogin(env);
  return more.length === 0 ? byName(only, env) : severalLogins(others);
}

function universal(block: InfisicalAuthAttributes["universal"], env: Environment): InfisicalLogin {
  const clientId = block?.client_id ?? textOf(env, ID);
  if (clientId === null) throw incomplete("universal", "client_id", block !== null, ID);
  const path = block === null ? null : ["universal", "client_secret"];
  const clientSecret = credential(block?.client_secret ?? secretVariable(env, SECRET), path, SECRET);
  const other = textOf(env, ID);
  if (block?.client_secret === null && other !== null && other !== clientId) {
    throw new Problem("invalid_input", {
      summary: "A client secret of another client",
      detail: `The client id is set here and the secret would be that of ${SECRET}, but ${ID} names another client. Set both in one place.`,
      path: ["infisical", "auth", "universal", "client_secret"],
    });
  }
  return { method: "universal", clientId, clientSecret };
}

function oidc(block: InfisicalAuthAttributes["oidc"], env: Environment): InfisicalLogin {
  return { method: "oidc", identityId: identity("oidc", block, env), token: oidcToken(block, env) };
}

function oidcToken(block: InfisicalAuthAttributes["oidc"], env: Environment): TokenOrigin {
  if (block?.token_path != null) {
    return { from: "file", name: "infisical.auth.oidc.token_path", path: block.token_path };
  }
  if (block?.token != null) {
    const token = credential(block.token, ["oidc", "token"]);
    return { from: "value", name: "infisical.auth.oidc.token", token };
  }
  const name = oidcVariable(block, env);
  const path = block === null ? null : block.token_env === null ? ["oidc"] : ["oidc", "token_env"];
  return { from: "value", name, token: credential(secretVariable(env, name), path, name) };
}

/** The variable that holds the token. What is no name of one is not quoted: it may be the token itself. */
function oidcVariable(block: InfisicalAuthAttributes["oidc"], env: Environment): string {
  const written = block?.token_env ?? null;
  const name = written ?? textOf(env, JWT_NAME) ?? JWT;
  if (/^[A-Za-z_]\w{0,99}$/.test(name)) return name;
  const where = written === null ? JWT_NAME : "infisical.auth.oidc.token_env";
  throw new Problem("invalid_input", {
    summary: "Not the name of an environment variable",
    detail: `${where} must be the name of the environment variable that holds the token, not the token. A name has letters, digits and underscores.`,
    ...(written === null ? {} : { path: ["infisical", "auth", "oidc", "token_env"] }),
  });
}

function azure(block: InfisicalAuthAttributes["azure"], env: Environment): InfisicalLogin {
  const identityId = identity("azure", block, env);
  return { method: "azure", identityId, resource: block?.resource ?? DEFAULT_AZURE_RESOURCE };
}

function kubernetes(block: InfisicalAuthAttributes["kubernetes"], env: Environment): InfisicalLogin {
  const identityId = identity("kubernetes", block, env);
  if (block?.token_path != null) {
    const name = "infisical.auth.kubernetes.token_path";
    return { method: "kubernetes", identityId, token: { from: "file", name, path: block.token_path } };
  }
  const value = secretVariable(env, SERVICE_ACCOUNT);
  if (value !== null) {
    const token = credential(value, null, SERVICE_ACCOUNT);
    return { method: "kubernetes", identityId, token: { from: "value", name: SERVICE_ACCOUNT, token } };
  }
  const path = textOf(env, SERVICE_ACCOUNT_PATH);
  return {
    method: "kubernetes",
    identityId,
    token:
      path === null
        ? { from: "file", name: DEFAULT_KUBERNETES_TOKEN_PATH, path: DEFAULT_KUBERNETES_TOKEN_PATH }
        : { from: "file", name: SERVICE_ACCOUNT_PATH, path },
  };
}

function identity(
  method: "oidc" | "azure" | "kubernetes",
  block: { readonly identity_id: string | null } | null,
  env: Environment,
): string {
  const id = block?.identity_id ?? textOf(env, IDENTITY);
  if (id === null) throw incomplete(method, "identity_id", block !== null, IDENTITY);
  return id;
}

function secretVariable(env: Environment, name: string): Secret | null {
  const value = textOf(env, name);
  return value === null ? null : new Secret(value);
}

/**
 * A credential that can be sent: white space around it is dropped. Throws `invalid_input` at `path`, from the `auth`
 * block on, when there is none (naming the variable that would supply it), or when it has characters that no
 * credential has.
 */
function credential(value: Secret | null, path: AttributePath | null, name?: string): Secret {
  const text = value?.reveal().trim() ?? "";
  if (/^[\x21-\x7e]+$/.test(text)) return new Secret(text);
  const where = path === null ? (name ?? "The credential") : `infisical.auth.${path.join(".")}`;
  const instead = name === undefined || path === null ? "" : `, or set ${name}`;
  throw new Problem("invalid_input", {
    summary: "A credential for Infisical is missing or malformed",
    detail:
      text === ""
        ? `There is no value for ${where}. Set it${instead}.`
        : `The value of ${where} contains spaces, line breaks or other characters that a credential does not have. Copy it again.`,
    ...(path === null ? {} : { path: ["infisical", "auth", ...path] }),
  });
}

function incomplete(method: string, attribute: string, isWritten: boolean, name: string): Problem {
  return new Problem("invalid_input", {
    summary: "The login to Infisical is not complete",
    detail: `The login "${method}" needs infisical.auth.${method}.${attribute} or the environment variable ${name}.`,
    ...(isWritten ? { path: ["infisical", "auth", method, attribute] } : {}),
  });
}

function severalLogins(found: readonly string[]): Problem {
  return new Problem("invalid_input", {
    summary: "Several logins to Infisical",
    detail: `The environment has what these logins need: ${found.join(", ")}. Name one of them in INFISICAL_AUTH_METHOD, or write infisical.auth in the provider's configuration.`,
  });
}

function noLogin(env: Environment): Problem {
  const names = [ID, SECRET, IDENTITY, oidcVariable(null, env), SERVICE_ACCOUNT, SERVICE_ACCOUNT_PATH];
  const found = names.filter((name) => textOf(env, name) !== null);
  const partly = found.length === 0 ? "" : ` Set, and not enough: ${found.join(", ")}.`;
  return new Problem("invalid_input", {
    summary: "No login to Infisical",
    detail: `Nothing says how to log in to Infisical.${partly} Set ${ID} and ${SECRET}, or INFISICAL_TOKEN, or ${IDENTITY} with ${JWT}, or write infisical.auth in the provider's configuration.`,
  });
}

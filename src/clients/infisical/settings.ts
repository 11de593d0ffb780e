import { type Environment, textOf } from "../../core/environment";
import { Problem } from "../../core/problem";
import { isLoopback } from "../http/destination-check";
import type { InfisicalAttributes } from "./attributes";
import { chooseLogin, type InfisicalLogin } from "./choose-login";

/** How to reach Infisical and log in to it. */
export interface InfisicalSettings {
  /** Base URL without a trailing slash: `https://app.infisical.com`. */
  readonly host: string;
  /** The project for sources that name none. */
  readonly projectId: string | null;
  /** The (sub-)organization to log in to, or null for the identity's own. */
  readonly organizationSlug: string | null;
  /**
   * How to log in; or the problem that the environment offers no login, or several. It is thrown by the first call
   * that needs one, since a configuration whose tokens come from elsewhere needs none.
   */
  readonly login: InfisicalLogin | Problem;
}

const DEFAULT_HOST = "https://app.infisical.com";

/**
 * The provider's attributes, completed from `INFISICAL_*`. Reads no file and sends nothing.
 *
 * Throws `invalid_input` for a host that is neither https nor loopback, and for a login that was named (in the
 * block, or by `INFISICAL_AUTH_METHOD`) and lacks a part; with the attribute's path from the provider's root where an
 * attribute has to change.
 */
export function resolveInfisicalSettings(
  attributes: InfisicalAttributes | null,
  env: Environment,
): InfisicalSettings {
  return {
    host: resolveHost(attributes?.host ?? null, env),
    projectId: attributes?.project_id ?? textOf(env, "INFISICAL_PROJECT_ID"),
    organizationSlug: attributes?.organization_slug ?? textOf(env, "INFISICAL_AUTH_ORGANIZATION_SLUG"),
    login: chooseLogin(attributes?.auth ?? null, env),
  };
}

function resolveHost(attribute: string | null, env: Environment): string {
  const text = attribute ?? textOf(env, "INFISICAL_HOST") ?? DEFAULT_HOST;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && isUsable(url)) return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
  const what = attribute === null ? "INFISICAL_HOST" : "infisical.host";
  throw new Problem("invalid_input", {
    summary: "Infisical's host cannot be used",
    detail: `${what} must be an https URL (http for loopback alone) without user information, query or fragment, such as ${DEFAULT_HOST} or https://eu.infisical.com.`,
    ...(attribute === null ? {} : { path: ["infisical", "host"] }),
  });
}

function isUsable(url: URL): boolean {
  const secure = url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
  return secure && url.username === "" && url.password === "" && url.search === "" && url.hash === "";
}

import { textOf } from "../../core/environment";
import { Problem } from "../../core/problem";
import type { SignInInput } from "./sign-in-input";

/** Clouds by the names that the azuread provider uses. */
export type Cloud = "public" | "usgovernment" | "dod" | "china";

interface CloudHosts {
  readonly authority: string;
  readonly graph: string;
  /** What a pipeline's OIDC token has to be issued for. */
  readonly federatedAudience: string;
}

/**
 * Hosts of each cloud: https://learn.microsoft.com/graph/deployments. Audiences of federated credentials:
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust.
 */
const HOSTS: Readonly<Record<Cloud, CloudHosts>> = {
  public: {
    authority: "https://login.microsoftonline.com",
    graph: "https://graph.microsoft.com",
    federatedAudience: "api://AzureADTokenExchange",
  },
  usgovernment: {
    authority: "https://login.microsoftonline.us",
    graph: "https://graph.microsoft.us",
    federatedAudience: "api://AzureADTokenExchangeUSGov",
  },
  dod: {
    authority: "https://login.microsoftonline.us",
    graph: "https://dod-graph.microsoft.us",
    federatedAudience: "api://AzureADTokenExchangeUSGov",
  },
  china: {
    authority: "https://login.chinacloudapi.cn",
    graph: "https://microsoftgraph.chinacloudapi.cn",
    federatedAudience: "api://AzureADTokenExchangeChina",
  },
};

/** In this order, so that the authority that two clouds share means the first of them. */
const CLOUDS: readonly Cloud[] = ["public", "usgovernment", "dod", "china"];

const NAMES: ReadonlyMap<string, Cloud> = new Map([
  ["public", "public"],
  ["global", "public"],
  ["usgovernment", "usgovernment"],
  ["usgovernmentl4", "usgovernment"],
  ["dod", "dod"],
  ["usgovernmentl5", "dod"],
  ["china", "china"],
]);

/** Where a cloud signs in and answers. */
export interface Endpoints {
  readonly authorityHost: string;
  readonly customAuthority: boolean;
  readonly graphRoot: string;
  readonly scope: string;
}

/** The audience that a pipeline's OIDC token needs in this cloud. */
export function federatedAudience(cloud: Cloud): string {
  return HOSTS[cloud].federatedAudience;
}

/**
 * The cloud that is meant: the connection's, the provider's, `ARM_ENVIRONMENT` (with the aliases that azuread
 * knows), the one whose authority `AZURE_AUTHORITY_HOST` names, else `public`. Throws `invalid_input` for a name
 * that is none.
 */
export function resolveCloud(input: SignInInput): Cloud {
  if (input.connection?.cloud != null) {
    return cloudNamed(input.connection.cloud, "The connection's cloud", ["cloud"]);
  }
  if (input.settings?.cloud != null) {
    return cloudNamed(input.settings.cloud, "The provider's azure.cloud", ["azure", "cloud"]);
  }
  const name = textOf(input.env, "ARM_ENVIRONMENT");
  if (name !== null) return cloudNamed(name, "The environment variable ARM_ENVIRONMENT", undefined);
  const authority = textOf(input.env, "AZURE_AUTHORITY_HOST")?.replace(/\/+$/, "");
  return CLOUDS.find((cloud) => HOSTS[cloud].authority === authority) ?? "public";
}

function cloudNamed(name: string, where: string, path: readonly string[] | undefined): Cloud {
  const cloud = NAMES.get(name.toLowerCase());
  if (cloud !== undefined) return cloud;
  throw new Problem("invalid_input", {
    summary: "Unknown cloud",
    detail: `${where} must be one of public, usgovernment, dod and china.`,
    ...(path === undefined ? {} : { path }),
  });
}

/**
 * The hosts of a cloud, where the provider's `authority_host` and `graph_endpoint`, `AZURE_AUTHORITY_HOST` and
 * `ENTRASCIM_GRAPH_ENDPOINT` do not say otherwise. Tokens are asked for the Graph that they are sent to: a token for
 * the real one must not reach a host that somebody wrote into a configuration.
 *
 * Throws `invalid_input` for what is no https URL: both libraries of Microsoft refuse http, loopback or not.
 */
export function resolveEndpoints(cloud: Cloud, input: SignInInput): Endpoints {
  const own = HOSTS[cloud];
  const authorityHost = resolveAuthority(cloud, input);
  const graphRoot =
    httpsRoot(input.settings?.graph_endpoint ?? null, "The provider's azure.graph_endpoint", [
      "azure",
      "graph_endpoint",
    ]) ??
    httpsRoot(
      textOf(input.env, "ENTRASCIM_GRAPH_ENDPOINT"),
      "The environment variable ENTRASCIM_GRAPH_ENDPOINT",
    ) ??
    own.graph;
  return {
    authorityHost,
    customAuthority: !isVendorAuthority(authorityHost),
    graphRoot,
    scope: `${graphRoot}/.default`,
  };
}

function resolveAuthority(cloud: Cloud, input: SignInInput): string {
  const written = originOnly(input.settings?.authority_host ?? null, "The provider's azure.authority_host", [
    "azure",
    "authority_host",
  ]);
  if (written !== null) return written;
  const variable = originOnly(
    textOf(input.env, "AZURE_AUTHORITY_HOST"),
    "The environment variable AZURE_AUTHORITY_HOST",
  );
  // AKS sets the variable in every pod, to the authority of the cloud that the cluster runs in: it says nothing
  // about the cloud of the connection.
  if (variable === null || isVendorAuthority(variable)) return HOSTS[cloud].authority;
  return variable;
}

/** MSAL takes the first segment of an authority's path for the tenant, so there can be none before it. */
function originOnly(value: string | null, where: string, path?: readonly string[]): string | null {
  const root = httpsRoot(value, where, path);
  if (root === null || root === new URL(root).origin) return root;
  throw notHttps(where, path);
}

function isVendorAuthority(host: string): boolean {
  return Object.values(HOSTS).some((hosts) => hosts.authority === host);
}

/** The URL without trailing slashes, or null for null. */
function httpsRoot(value: string | null, where: string, path?: readonly string[]): string | null {
  if (value === null) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  const plain = url !== null && url.username === "" && url.password === "" && url.search === "" && !url.hash;
  // The Graph client takes an IPv6 address for a host of its own invention, and drops the token.
  if (url !== null && plain && url.protocol === "https:" && !url.hostname.startsWith("[")) {
    return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
  }
  throw notHttps(where, path);
}

function notHttps(where: string, path: readonly string[] | undefined): Problem {
  return new Problem("invalid_input", {
    summary: "Not an https URL",
    detail: `${where} must be an https URL with a host name or IPv4 address, without user information, query or fragment, such as https://login.microsoftonline.com or https://graph.microsoft.com (for authority_host also without a path); the sign-in and Graph libraries refuse http, for loopback too.`,
    ...(path === undefined ? {} : { path }),
  });
}

import { Problem } from "../../core/problem";

/**
 * Hosts that requests may always be sent to: the public and national clouds of Microsoft Entra ID, Microsoft Graph
 * and Infisical, and where GitHub Actions and Azure DevOps issue a pipeline's OIDC token.
 *
 * Sources: https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud,
 * https://learn.microsoft.com/graph/deployments.
 */
export const VENDOR_HOSTS: ReadonlySet<string> = new Set([
  "login.microsoftonline.com",
  "login.microsoftonline.us",
  "login.partner.microsoftonline.cn",
  "login.chinacloudapi.cn",
  "graph.microsoft.com",
  "graph.microsoft.us",
  "dod-graph.microsoft.us",
  "microsoftgraph.chinacloudapi.cn",
  "app.infisical.com",
  "us.infisical.com",
  "eu.infisical.com",
  "*.actions.githubusercontent.com",
  "dev.azure.com",
]);

const ENTRY =
  /^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:.]+\])(?::\d{1,5})?$/;

/**
 * `ENTRASCIM_ALLOWED_HOSTS`: hosts separated by commas, in any case. `host` allows every port, `host:port` that port
 * alone, `*.example.com` every name below `example.com`; IPv6 addresses are written in brackets.
 *
 * Null, no restriction, only when the variable is not set at all: a variable that is there and empty (a pipeline's
 * own variable that is missing) restricts to the vendors' clouds. Throws `invalid_input` for anything that is no
 * host, such as a URL.
 */
export function parseAllowedHosts(text: string | undefined): ReadonlySet<string> | null {
  if (text === undefined) return null;
  const entries = text.split(",").map((entry) => entry.trim().toLowerCase());
  const hosts = entries.filter((entry) => entry !== "");
  const wrong = hosts.findIndex((host) => !ENTRY.test(host));
  if (wrong === -1) return new Set(hosts);
  throw new Problem("invalid_input", {
    summary: "ENTRASCIM_ALLOWED_HOSTS cannot be read",
    detail: `Entry ${wrong + 1} of the environment variable ENTRASCIM_ALLOWED_HOSTS is not a host. Write hosts separated by commas, without scheme or path: "infisical.example.com, *.example.org, localhost:8443".`,
  });
}

/** True when requests may be sent to the host of `url`: it is a vendor's, is listed, or there is no list. */
export function isAllowedHost(url: URL, allowed: ReadonlySet<string> | null): boolean {
  return allowed === null || matches(url, VENDOR_HOSTS) || matches(url, allowed);
}

function matches(url: URL, hosts: ReadonlySet<string>): boolean {
  const port = url.port === "" ? defaultPort(url) : url.port;
  return namesCovering(url.hostname).some((name) => hosts.has(name) || hosts.has(`${name}:${port}`));
}

/** The name itself, then a wildcard for each of its parents. */
function namesCovering(hostname: string): string[] {
  const labels = hostname.split(".");
  return [hostname, ...labels.slice(1).map((_, index) => `*.${labels.slice(index + 1).join(".")}`)];
}

function defaultPort(url: URL): string {
  return url.protocol === "https:" ? "443" : "80";
}

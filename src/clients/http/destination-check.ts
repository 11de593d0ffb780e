import { isIPv4 } from "node:net";
import { Problem } from "../../core/problem";
import { isAllowedHost } from "./allowed-hosts";

/** True for this machine itself: `localhost` and names below it, 127.0.0.0/8 and ::1. */
export function isLoopback(hostname: string): boolean {
  if (hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "[::1]") return true;
  return isIPv4(hostname) && hostname.startsWith("127.");
}

/**
 * True for 169.254.0.0/16, which no router forwards: where Azure's machines find the Instance Metadata Service
 * (169.254.169.254) and App Service its identity endpoint. They hand out tokens over plain http, by design:
 * https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service.
 */
export function isLinkLocal(hostname: string): boolean {
  return isIPv4(hostname) && hostname.startsWith("169.254.");
}

/**
 * The URL of a request that may be sent: https, or http to loopback and link-local addresses, without user
 * information, to a host that the list allows. Link-local addresses need not be listed.
 *
 * Throws `untrusted` for a scheme or a host that is not allowed, `invalid_input` for what is no URL.
 */
export function checkDestination(text: string, allowedHosts: ReadonlySet<string> | null): URL {
  if (!URL.canParse(text)) {
    throw new Problem("invalid_input", {
      summary: "A request has no valid URL",
      detail:
        "A host or endpoint that is configured does not make a URL. Write it like https://host.example.com.",
    });
  }
  const url = new URL(text);
  const local = isLinkLocal(url.hostname);
  const plainAllowed = local || isLoopback(url.hostname);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && plainAllowed)) {
    throw refused(
      url,
      "Requests carry credentials, so they are sent over https only (http to loopback). Use its https URL.",
    );
  }
  if (url.username !== "" || url.password !== "") {
    throw refused(url, "Its URL holds user information, which ends up in logs. Remove it.");
  }
  if (!local && !isAllowedHost(url, allowedHosts)) {
    throw refused(
      url,
      "ENTRASCIM_ALLOWED_HOSTS is set and does not list it, so no credentials are sent there. Correct the host, or have whoever runs this pipeline add it to the list.",
    );
  }
  return url;
}

function refused(url: URL, why: string): Problem {
  return new Problem("untrusted", { summary: `Nothing is sent to ${url.host}`, detail: why });
}

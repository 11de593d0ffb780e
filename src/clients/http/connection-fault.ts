import { Problem, type ProblemCode } from "../../core/problem";
import type { HttpProxy } from "./proxy";

interface Fault {
  readonly code: ProblemCode;
  /** Follows "host: ". */
  readonly happened: string;
  readonly remedy: string;
}

const TRANSIENT_REMEDY =
  "Check that this machine can reach it (network, firewall, proxy, DNS), then run again.";
const AUTHORITY: Fault = {
  code: "untrusted",
  happened: "its certificate is not signed by an authority that this machine trusts",
  remedy:
    "If the host uses a private authority, or a proxy inspects TLS, name a PEM file with that authority's certificate in NODE_EXTRA_CA_CERTS. Never turn verification off.",
};
const VALIDITY: Fault = {
  code: "untrusted",
  happened: "its certificate is expired, not valid yet or revoked",
  remedy: "Renew the certificate of that host, and check the clock of this machine.",
};
const ALTERED: Fault = {
  code: "untrusted",
  happened: "its certificate is for another host name",
  remedy: "Use the host name that the certificate is for, or correct the certificate.",
};
const HANDSHAKE: Fault = {
  code: "untrusted",
  happened: "no TLS connection could be agreed on",
  remedy: "Check that the port speaks TLS 1.2 or newer and that no proxy answers in its place.",
};

const FAULTS: ReadonlyMap<string, Fault> = new Map([
  ...each(AUTHORITY, [
    "SELF_SIGNED_CERT_IN_CHAIN",
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "UNABLE_TO_GET_ISSUER_CERT",
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    "CERT_UNTRUSTED",
    "INVALID_CA",
    "PATH_LENGTH_EXCEEDED",
    "CERT_SIGNATURE_FAILURE",
    "CERT_REJECTED",
    "INVALID_PURPOSE",
  ]),
  ...each(VALIDITY, ["CERT_HAS_EXPIRED", "CERT_NOT_YET_VALID", "CERT_REVOKED"]),
  ...each(ALTERED, ["ERR_TLS_CERT_ALTNAME_INVALID", "HOSTNAME_MISMATCH", "UND_ERR_PRX_TLS"]),
  ...each(HANDSHAKE, ["EPROTO"]),
  ...each({ code: "unavailable", happened: "its name could not be resolved", remedy: TRANSIENT_REMEDY }, [
    "ENOTFOUND",
    "EAI_AGAIN",
    "EAI_FAIL",
  ]),
  ...each({ code: "unavailable", happened: "it refused the connection", remedy: TRANSIENT_REMEDY }, [
    "ECONNREFUSED",
  ]),
  ...each({ code: "unavailable", happened: "it closed the connection early", remedy: TRANSIENT_REMEDY }, [
    "ECONNRESET",
    "ECONNABORTED",
    "EPIPE",
    "UND_ERR_SOCKET",
    "UND_ERR_RES_CONTENT_LENGTH_MISMATCH",
  ]),
  ...each({ code: "unavailable", happened: "there is no route to it", remedy: TRANSIENT_REMEDY }, [
    "EHOSTUNREACH",
    "ENETUNREACH",
    "EHOSTDOWN",
    "ENETDOWN",
    "EADDRNOTAVAIL",
  ]),
  ...each({ code: "timeout", happened: "it did not answer in time", remedy: TRANSIENT_REMEDY }, [
    "ETIMEDOUT",
    "ESOCKETTIMEDOUT",
    "UND_ERR_CONNECT_TIMEOUT",
    "UND_ERR_HEADERS_TIMEOUT",
    "UND_ERR_BODY_TIMEOUT",
  ]),
  ...each(
    {
      code: "unexpected_response",
      happened: "it did not answer in HTTP",
      remedy: "Check the host and port, and that no proxy or login page answers in its place.",
    },
    ["UND_ERR_HEADERS_OVERFLOW", "UND_ERR_RESPONSE"],
  ),
]);

/**
 * What a request failed with below HTTP, as a problem that names the host, the proxy in between if there is one, and
 * the short code, and nothing of the foreign error's message. Codes are Node's (https://nodejs.org/api/errors.html),
 * OpenSSL's and undici's.
 *
 * `unavailable` for names, routes, connections and proxies, `timeout`, `untrusted` for TLS, `invalid_input` for a
 * proxy that wants other credentials, `unexpected_response` for what is not HTTP, and `internal` for an error
 * without a code, which is a bug.
 */
export function connectionFault(caught: unknown, host: string, proxy: HttpProxy | null): Problem {
  if (caught instanceof Problem) return caught;
  const code = codeOf(caught);
  if (code === "UND_ERR_ABORTED" && proxy !== null) return tunnelFault(caught, host, proxy);
  if (code === null || code === "UND_ERR_INVALID_ARG") return Problem.from(caught);
  const fault = FAULTS.get(code) ?? byPrefix(code);
  if (proxy !== null && PROXY_ITSELF.has(code)) return proxyFault(`${fault.happened} (${code})`, host, proxy);
  const via = proxy === null ? "" : ` (through the proxy ${proxy.origin} of ${proxy.variable})`;
  return new Problem(fault.code, {
    summary: fault.code === "untrusted" ? `${host} cannot be trusted` : `${host} cannot be reached`,
    detail: `${host}${via}: ${fault.happened} (${code}). ${fault.remedy}`,
  });
}

/** What only the connection to a proxy can fail with: it looks for the host and connects to it on its side. */
const PROXY_ITSELF = new Set([
  ...["ENOTFOUND", "EAI_AGAIN", "EAI_FAIL", "ECONNREFUSED"],
  ...["EHOSTUNREACH", "ENETUNREACH", "EHOSTDOWN", "ENETDOWN", "EADDRNOTAVAIL"],
]);

function proxyFault(happened: string, host: string, proxy: HttpProxy): Problem {
  return new Problem("unavailable", {
    summary: `${host} cannot be reached`,
    detail: `The proxy ${proxy.origin} of ${proxy.variable} does not answer: ${happened}. Correct ${proxy.variable}, or list ${host} in NO_PROXY if it is reached without a proxy.`,
  });
}

/** The proxy answered CONNECT with something else than 200; undici says with what in the message alone. */
function tunnelFault(caught: unknown, host: string, proxy: HttpProxy): Problem {
  const status = /\((\d{3})\)/.exec(String(caught))?.[1];
  const where = `The proxy ${proxy.origin} of ${proxy.variable}`;
  if (status === "407") {
    return new Problem("invalid_input", {
      summary: `The proxy wants other credentials`,
      detail: `${where} answered 407 to a connection to ${host}. Write the proxy's user and password into the URL in ${proxy.variable}, percent-encoded.`,
    });
  }
  return new Problem("unavailable", {
    summary: `${host} cannot be reached`,
    detail: `${where} did not open a connection to ${host}${status === undefined ? "" : ` (it answered ${status})`}. Have the proxy allow the host, or list it in NO_PROXY.`,
  });
}

function byPrefix(code: string): Fault {
  if (code.startsWith("HPE_")) return FAULTS.get("UND_ERR_RESPONSE") ?? HANDSHAKE;
  if (code.startsWith("ERR_SSL_") || code.startsWith("ERR_TLS_")) return HANDSHAKE;
  if (code.startsWith("CERT_") || code.startsWith("UNABLE_TO_")) return AUTHORITY;
  return { code: "unavailable", happened: "the connection failed", remedy: TRANSIENT_REMEDY };
}

/** The code of an error, of its cause, or of the first of several attempts (one for each address of a name). */
function codeOf(caught: unknown): string | null {
  if (typeof caught !== "object" || caught === null) return null;
  const attempts = "errors" in caught && Array.isArray(caught.errors) ? codeOf(caught.errors[0]) : null;
  const cause = "cause" in caught ? codeOf(caught.cause) : null;
  const own = "code" in caught && typeof caught.code === "string" ? caught.code : null;
  // undici's parser leaves the code out for some of its errors.
  const parser = "name" in caught && caught.name === "HTTPParserError" ? "HPE_INVALID" : null;
  const code = attempts ?? cause ?? own ?? parser;
  return code !== null && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : null;
}

function each(fault: Fault, codes: readonly string[]): [string, Fault][] {
  return codes.map((code) => [code, fault]);
}

import { Problem, type ProblemCode } from "../../core/problem";
import { connectionFault } from "./connection-fault";
import type { HttpProxy } from "./proxy";

const coded = (code: string, message = "secret") => Object.assign(new Error(message), { code });
const proxy: HttpProxy = {
  origin: "http://proxy:3128",
  authorization: "Basic secret",
  variable: "HTTPS_PROXY",
};

describe("connectionFault", () => {
  it.each<[unknown, ProblemCode, string]>([
    [coded("ECONNREFUSED"), "unavailable", "ECONNREFUSED"],
    [coded("ECONNRESET"), "unavailable", "ECONNRESET"],
    [coded("UND_ERR_SOCKET"), "unavailable", "UND_ERR_SOCKET"],
    [
      new Error("secret", { cause: coded("ENOTFOUND") }),
      "unavailable",
      "name could not be resolved (ENOTFOUND)",
    ],
    [new AggregateError([coded("EHOSTUNREACH"), coded("ECONNREFUSED")]), "unavailable", "EHOSTUNREACH"],
    [coded("ESOMETHINGNEW"), "unavailable", "ESOMETHINGNEW"],
    [coded("ETIMEDOUT"), "timeout", "ETIMEDOUT"],
    [coded("UND_ERR_CONNECT_TIMEOUT"), "timeout", "UND_ERR_CONNECT_TIMEOUT"],
    [coded("SELF_SIGNED_CERT_IN_CHAIN"), "untrusted", "NODE_EXTRA_CA_CERTS"],
    [coded("UNABLE_TO_SOMETHING_NEW"), "untrusted", "NODE_EXTRA_CA_CERTS"],
    [coded("CERT_HAS_EXPIRED"), "untrusted", "clock"],
    [coded("ERR_TLS_CERT_ALTNAME_INVALID"), "untrusted", "another host name"],
    [coded("ERR_SSL_WRONG_VERSION_NUMBER"), "untrusted", "TLS 1.2"],
    [coded("HPE_INVALID_CONSTANT"), "unexpected_response", "HTTP"],
    [coded("UND_ERR_HEADERS_OVERFLOW"), "unexpected_response", "HTTP"],
    [
      Object.assign(new Error("secret"), { name: "HTTPParserError", code: undefined }),
      "unexpected_response",
      "HTTP",
    ],
    [coded("UND_ERR_INVALID_ARG"), "internal", "bug"],
    [coded("not a code secret"), "internal", "bug"],
    [new TypeError("secret"), "internal", "TypeError"],
    ["secret", "internal", "string"],
    [null, "internal", "null"],
  ])("%p is %s", (caught, code, text) => {
    const problem = connectionFault(caught, "vault.example.com:8443", null);
    expect(problem.code).toBe(code);
    expect(problem.message).toContain(text);
    expect(problem.message).not.toContain("secret");
    if (code !== "internal") expect(problem.detail).toContain("vault.example.com:8443");
  });

  it("names the proxy in between, and hands a problem on as it is", () => {
    const problem = connectionFault(coded("ECONNRESET"), "vault.example.com", proxy);
    expect(problem.detail).toContain("through the proxy http://proxy:3128 of HTTPS_PROXY");
    expect(problem.message).not.toContain("secret");
    const own = new Problem("timeout", { summary: "s", detail: "d" });
    expect(connectionFault(own, "vault.example.com", proxy)).toBe(own);
  });

  it.each([
    ["ECONNREFUSED", "it refused the connection"],
    ["ENOTFOUND", "its name could not be resolved"],
    ["EHOSTUNREACH", "there is no route to it"],
  ])("says of %s that it is the proxy's", (code, happened) => {
    const problem = connectionFault(coded(code), "vault.example.com", proxy);
    expect(problem.detail).toContain(
      `The proxy http://proxy:3128 of HTTPS_PROXY does not answer: ${happened} (${code}).`,
    );
    expect(problem.summary).toBe("vault.example.com cannot be reached");
    expect(problem.message).not.toContain("secret");
  });

  it.each<[string, ProblemCode]>([
    ["Proxy response (407) !== 200 when HTTP Tunneling", "invalid_input"],
    ["Proxy response (503) !== 200 when HTTP Tunneling", "unavailable"],
    ["something else", "unavailable"],
  ])("tells a tunnel that was not opened: %s", (message, code) => {
    expect(connectionFault(coded("UND_ERR_ABORTED", message), "vault.example.com", proxy).code).toBe(code);
  });
});

import { Problem } from "../../core/problem";
import { proxyFor } from "./proxy";

type Env = Record<string, string>;

describe("proxyFor", () => {
  it.each<[string, string, Env, string | null]>([
    ["none", "https://a.example.com/", {}, null],
    ["HTTPS_PROXY", "https://a.example.com/", { HTTPS_PROXY: "http://p:1" }, "http://p:1"],
    [
      "lower case wins",
      "https://a.example.com/",
      { HTTPS_PROXY: "http://p:1", https_proxy: "http://q:2" },
      "http://q:2",
    ],
    [
      "an empty one is none",
      "https://a.example.com/",
      { https_proxy: "", HTTPS_PROXY: "http://p:1" },
      "http://p:1",
    ],
    ["HTTP_PROXY is not for https", "https://a.example.com/", { HTTP_PROXY: "http://p:1" }, null],
    ["HTTPS_PROXY is not for http", "http://a.example.com/", { HTTPS_PROXY: "http://p:1" }, null],
    ["HTTP_PROXY", "http://a.example.com/", { HTTP_PROXY: "https://p:1" }, "https://p:1"],
    ["without scheme", "https://a.example.com/", { HTTPS_PROXY: "p:3128" }, "http://p:3128"],
    ["loopback", "https://localhost/", { HTTPS_PROXY: "http://p:1" }, null],
    ["loopback address", "https://127.0.0.9/", { HTTPS_PROXY: "http://p:1" }, null],
    ["loopback over plain http", "http://127.0.0.1:41741/msi", { HTTP_PROXY: "http://p:1" }, null],
    ["loopback by name over plain http", "http://localhost:41741/msi", { HTTP_PROXY: "http://p:1" }, null],
    ["metadata service", "http://169.254.169.254/", { HTTP_PROXY: "http://p:1" }, null],
  ])("%s", (_, url, env, expected) => {
    expect(proxyFor(new URL(url), env)?.origin ?? null).toBe(expected);
  });

  it.each<[string, string, boolean]>([
    ["https://a.example.com/", "a.example.com", false],
    ["https://a.example.com/", "A.EXAMPLE.COM", false],
    ["https://a.example.com/", "example.com", false],
    ["https://a.example.com/", ".example.com", false],
    ["https://a.example.com/", "*.example.com", false],
    ["https://example.com/", ".example.com", false],
    ["https://badexample.com/", "example.com", true],
    ["https://a.example.com/", "b.example.com", true],
    ["https://a.example.com/", "other.org, a.example.com", false],
    ["https://a.example.com/", "other.org  a.example.com", false],
    ["https://a.example.com/", "*", false],
    ["https://a.example.com/", "x,*", false],
    ["https://a.example.com/", "a.example.com:443", false],
    ["https://a.example.com/", "a.example.com:8443", true],
    ["https://a.example.com:8443/", "a.example.com:8443", false],
    ["https://10.1.2.3/", "10.1.2.3", false],
    ["https://10.1.2.3/", "10.0.0.0/8", false],
    ["https://11.1.2.3/", "10.0.0.0/8", true],
    ["https://10.1.2.3/", "10.0.0.0/99", true],
    ["https://10.1.2.3/", "10.0.0.0/", true],
    ["https://[fd00::1]/", "fd00::/8", false],
    ["https://[fd00::1]/", "fd00::1", false],
    ["https://[fd00::1]:8443/", "[fd00::1]:8443", false],
    ["https://[fd00::1]/", "10.0.0.0/8", true],
    ["https://a.example.com/", ",", true],
  ])("%s with NO_PROXY %j goes through it: %s", (url, noProxy, through) => {
    expect(proxyFor(new URL(url), { HTTPS_PROXY: "http://p:1", NO_PROXY: noProxy }) !== null).toBe(through);
  });

  it.each([
    ["http://u:p@h:1", "u:p"],
    ["http://u%40x:p%3Aq@h:1", "u@x:p:q"],
    ["http://%C3%BC:p%C3%A4ss@h:1", "ü:päss"],
    ["http://u@h:1", "u:"],
    ["http://u:100%@h:1", "u:100%"],
  ])("takes the credentials of %s out of its address", (value, pair) => {
    const proxy = proxyFor(new URL("https://a.example.com/"), { HTTPS_PROXY: value });
    expect(proxy).toEqual({
      origin: "http://h:1",
      authorization: `Basic ${Buffer.from(pair).toString("base64")}`,
      variable: "HTTPS_PROXY",
    });
  });

  it.each(["socks5://user:secret@h:1", "http://", "http://a b", "://secret"])(
    "refuses %s without quoting it",
    (value) => {
      try {
        proxyFor(new URL("https://a.example.com/"), { https_proxy: value });
        throw new Error("nothing was thrown");
      } catch (caught) {
        const problem = Problem.from(caught);
        expect(problem.code).toBe("invalid_input");
        expect(problem.detail).toContain("https_proxy");
        expect(problem.message).not.toContain("secret");
      }
    },
  );
});

import { Problem } from "../../core/problem";
import { isAllowedHost, parseAllowedHosts, VENDOR_HOSTS } from "./allowed-hosts";

describe("parseAllowedHosts", () => {
  it("allows all when the variable is not set, and the vendors alone when it is empty", () => {
    expect(parseAllowedHosts(undefined)).toBeNull();
    for (const empty of ["", "  ", ",", " , "]) expect(parseAllowedHosts(empty)).toEqual(new Set());
  });

  it("reads names, ports, wildcards and addresses", () => {
    expect(parseAllowedHosts("Vault.Example.com, *.example.org ,localhost:8443,10.0.0.1,[::1]:9,")).toEqual(
      new Set(["vault.example.com", "*.example.org", "localhost:8443", "10.0.0.1", "[::1]:9"]),
    );
  });

  it.each([
    "https://vault.example.com",
    "vault.example.com/path",
    "user@host",
    "*",
    "*.",
    "a*.example.com",
    "host:",
    "host:123456",
    "a b",
    "-a.example.com",
    "a..b",
  ])("refuses %s, naming the variable and not the value", (entry) => {
    const parse = () => parseAllowedHosts(`ok.example.com,${entry}`);
    expect(parse).toThrow(Problem);
    expect(parse).toThrow(/Entry 2 .*ENTRASCIM_ALLOWED_HOSTS/);
  });
});

describe("isAllowedHost", () => {
  it.each<[string, string | undefined, boolean]>([
    ["https://anything.example.com/", undefined, true],
    ["https://graph.microsoft.com/v1.0", "", true],
    ["https://GRAPH.microsoft.com/v1.0", "", true],
    ["https://graph.microsoft.com.evil.example/", "", false],
    ["https://evil-graph.microsoft.com/", "", false],
    ["https://graph.microsoft.com:8443/", "", true],
    ["https://pipelines.actions.githubusercontent.com/x", "", true],
    ["https://actions.githubusercontent.com/x", "", false],
    ["https://vault.example.com/", "vault.example.com", true],
    ["https://vault.example.com:8443/", "vault.example.com", true],
    ["https://vault.example.com/", "vault.example.com:443", true],
    ["https://vault.example.com:8443/", "vault.example.com:443", false],
    ["http://localhost:8080/", "localhost:8080", true],
    ["http://localhost:8080/", "", false],
    ["http://127.0.0.1:8080/", "localhost", false],
    ["https://[::1]:8443/", "[::1]:8443", true],
    ["https://a.b.example.org/", "*.example.org", true],
    ["https://a.example.org:444/", "*.example.org:444", true],
    ["https://a.example.org/", "*.example.org:444", false],
    ["https://example.org/", "*.example.org", false],
    ["https://evilexample.org/", "*.example.org", false],
    ["https://vault.example.com.evil.example/", "vault.example.com", false],
  ])("%s with the list %j: %s", (url, list, expected) => {
    expect(isAllowedHost(new URL(url), parseAllowedHosts(list))).toBe(expected);
  });

  it("knows the clouds that connections can name", () => {
    for (const host of [
      "login.microsoftonline.us",
      "dod-graph.microsoft.us",
      "microsoftgraph.chinacloudapi.cn",
    ]) {
      expect(VENDOR_HOSTS.has(host)).toBe(true);
    }
  });
});

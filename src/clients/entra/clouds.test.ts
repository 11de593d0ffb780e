import { inspect } from "node:util";
import type { Problem } from "../../core/problem";
import { connection } from "./testing/fake-entra";
import { type Case, problemOf, resolve } from "./testing/resolve-case";

describe("where to sign in", () => {
  const PUBLIC = ["https://login.microsoftonline.com", "https://graph.microsoft.com"];
  const GOVERNMENT = ["https://login.microsoftonline.us", "https://graph.microsoft.us"];
  const CHINA = ["https://login.chinacloudapi.cn", "https://microsoftgraph.chinacloudapi.cn"];

  it.each<[string, Case, readonly string[], boolean]>([
    ["the public cloud", {}, PUBLIC, false],
    [
      "the connection's cloud",
      { connection: connection({ cloud: "china" }), settings: { cloud: "dod" } },
      CHINA,
      false,
    ],
    [
      "the provider's cloud",
      { settings: { cloud: "usgovernment" }, env: { ARM_ENVIRONMENT: "china" } },
      GOVERNMENT,
      false,
    ],
    ["ARM_ENVIRONMENT", { env: { ARM_ENVIRONMENT: "usgovernmentl4" } }, GOVERNMENT, false],
    [
      "the department of defense",
      { env: { ARM_ENVIRONMENT: "DoD" } },
      ["https://login.microsoftonline.us", "https://dod-graph.microsoft.us"],
      false,
    ],
    [
      "a vendor's AZURE_AUTHORITY_HOST",
      { env: { AZURE_AUTHORITY_HOST: "https://login.microsoftonline.us/" } },
      GOVERNMENT,
      false,
    ],
    [
      "the connection's cloud in a pod of another cloud",
      {
        connection: connection({ cloud: "usgovernment" }),
        env: { AZURE_AUTHORITY_HOST: "https://login.microsoftonline.com/" },
      },
      GOVERNMENT,
      false,
    ],
    [
      "other hosts of the environment",
      {
        env: {
          AZURE_AUTHORITY_HOST: "https://localhost:8443/",
          ENTRASCIM_GRAPH_ENDPOINT: "https://localhost:8443/graph",
        },
      },
      ["https://localhost:8443", "https://localhost:8443/graph"],
      true,
    ],
    [
      "the provider's hosts before those",
      {
        settings: { authority_host: "https://a.example", graph_endpoint: "https://g.example/" },
        env: { AZURE_AUTHORITY_HOST: "https://localhost:1", ENTRASCIM_GRAPH_ENDPOINT: "https://localhost:1" },
      },
      ["https://a.example", "https://g.example"],
      true,
    ],
  ])("is %s", (_, written, [authorityHost, graphRoot], customAuthority) => {
    const scope = `${graphRoot}/.default`;
    expect(resolve(written)).toMatchObject({ authorityHost, graphRoot, customAuthority, scope });
  });

  it.each<[string, Case, Problem["path"]]>([
    ["an unknown cloud", { connection: connection({ cloud: "germany" }) }, ["cloud"]],
    ["an unknown ARM_ENVIRONMENT", { env: { ARM_ENVIRONMENT: "german" } }, undefined],
    ["http", { settings: { authority_host: "http://localhost:1" } }, ["azure", "authority_host"]],
    ["http for Graph", { settings: { graph_endpoint: "http://localhost:1" } }, ["azure", "graph_endpoint"]],
    ["no URL", { env: { AZURE_AUTHORITY_HOST: "login.microsoftonline.com" } }, undefined],
    ["user information", { env: { ENTRASCIM_GRAPH_ENDPOINT: "https://u:hidden-value@h" } }, undefined],
    [
      "a path before the tenant",
      { settings: { authority_host: "https://h/x" } },
      ["azure", "authority_host"],
    ],
    ["an IPv6 address", { settings: { graph_endpoint: "https://[::1]:1" } }, ["azure", "graph_endpoint"]],
  ])("is not %s", (_, written, path) => {
    const problem = problemOf(written);
    expect(problem).toMatchObject({ code: "invalid_input", path });
    expect(inspect(problem)).not.toContain("hidden-value");
  });
});

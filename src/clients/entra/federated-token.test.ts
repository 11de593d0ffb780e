import { inspect } from "node:util";
import type { Problem } from "../../core/problem";
import { Secret } from "../../core/secret";
import { CLIENT, connection } from "./testing/fake-entra";
import { armSecret, type Case, devops, github, problemOf, resolve, summary } from "./testing/resolve-case";

const secret = new Secret("hidden-value");

describe("which federated token is used", () => {
  it.each<[string, Case, string]>([
    [
      "the connection's workload identity: the orchestrator's file before the pipeline's token",
      {
        connection: connection({
          client_id: CLIENT,
          auth: { workload_identity: { token_file_path: null } },
        }),
        env: { ...github, AZURE_FEDERATED_TOKEN_FILE: "/f" },
      },
      "file AZURE_FEDERATED_TOKEN_FILE for 2",
    ],
    [
      "the connection's workload identity from the pipeline, without ARM_USE_OIDC",
      {
        connection: connection({
          client_id: CLIENT,
          auth: { workload_identity: { token_file_path: null } },
        }),
        env: github,
      },
      "github ACTIONS_ID_TOKEN_REQUEST_URL for 2",
    ],
    [
      "ARM's OIDC when it is turned on",
      { env: { ARM_CLIENT_ID: CLIENT, ARM_USE_OIDC: "true", ARM_OIDC_TOKEN: "x", ...github } },
      "value ARM_OIDC_TOKEN for 2",
    ],
    [
      "ARM's OIDC from a file",
      { env: { ARM_CLIENT_ID: CLIENT, ARM_USE_OIDC: "1", ARM_OIDC_TOKEN_FILE_PATH: "/t" } },
      "file ARM_OIDC_TOKEN_FILE_PATH for 2",
    ],
    [
      "ARM's OIDC from Azure DevOps",
      { env: { ARM_CLIENT_ID: CLIENT, ARM_USE_OIDC: "true", ...devops } },
      "azure_devops SYSTEM_OIDCREQUESTURI for 2",
    ],
    [
      "ARM's own request, as Azure DevOps' where a service connection is named",
      {
        env: {
          ARM_CLIENT_ID: CLIENT,
          ARM_USE_OIDC: "true",
          ARM_OIDC_REQUEST_URL: "https://dev.azure.com/x",
          ARM_OIDC_REQUEST_TOKEN: "t",
          ARM_OIDC_AZURE_SERVICE_CONNECTION_ID: "s",
        },
      },
      "azure_devops ARM_OIDC_REQUEST_URL for 2",
    ],
    [
      "a request that the provider's block writes, with the token of the pipeline it is for",
      {
        settings: { client_id: CLIENT, oidc_request_url: "https://x.actions.githubusercontent.com/other" },
        env: github,
      },
      "github azure.oidc_request_url for 2",
    ],
    [
      "a request to any host, with a token that is written for it",
      {
        settings: { client_id: CLIENT, oidc_request_url: "https://x.example/", oidc_request_token: secret },
        env: github,
      },
      "github azure.oidc_request_url for 2",
    ],
    [
      "a token that the provider's block has, without use_oidc",
      { settings: { client_id: CLIENT, oidc_token: secret }, env: armSecret },
      "value azure.oidc_token for 2",
    ],
  ])("takes %s", (_, written, expected) => {
    expect(summary(resolve(written))).toBe(expected);
  });

  it.each<[string, Case, readonly string[], Problem["path"]]>([
    [
      "OIDC without a token",
      { settings: { use_oidc: true, client_id: CLIENT } },
      ["ARM_OIDC_TOKEN", "AZURE_FEDERATED_TOKEN_FILE"],
      undefined,
    ],
    [
      "a request URL without its token",
      {
        env: {
          ARM_USE_OIDC: "true",
          ARM_CLIENT_ID: CLIENT,
          ACTIONS_ID_TOKEN_REQUEST_URL: "https://x/",
          SYSTEM_ACCESSTOKEN: "t",
        },
      },
      ["ACTIONS_ID_TOKEN_REQUEST_TOKEN"],
      undefined,
    ],
    [
      "a URL of another host with GitHub's own token",
      {
        settings: { client_id: CLIENT, oidc_request_url: "https://elsewhere.example/token" },
        env: { ...github, ACTIONS_ID_TOKEN_REQUEST_TOKEN: "hidden-value" },
      },
      ["azure.oidc_request_url", "ACTIONS_ID_TOKEN_REQUEST_TOKEN"],
      undefined,
    ],
    [
      "a URL of another host with Azure DevOps' own token",
      {
        settings: { client_id: CLIENT, oidc_request_url: "https://elsewhere.example/token" },
        env: { ...devops, SYSTEM_ACCESSTOKEN: "hidden-value" },
      },
      ["azure.oidc_request_url", "SYSTEM_ACCESSTOKEN"],
      undefined,
    ],
    [
      "Azure DevOps without a service connection",
      {
        env: {
          ARM_USE_OIDC: "true",
          ARM_CLIENT_ID: CLIENT,
          SYSTEM_OIDCREQUESTURI: "https://x/",
          SYSTEM_ACCESSTOKEN: "t",
        },
      },
      ["ARM_ADO_PIPELINE_SERVICE_CONNECTION_ID"],
      undefined,
    ],
  ])("refuses %s", (_, written, words, path) => {
    const problem = problemOf(written);
    expect(problem.code).toBe("invalid_input");
    expect(problem.path).toEqual(path);
    for (const word of words) expect(problem.detail).toContain(word);
    expect(inspect(problem)).not.toContain("hidden-value");
  });
});

import { type Environment, textOf } from "../../core/environment";
import { Problem } from "../../core/problem";
import type { Secret } from "../../core/secret";
import { file, fileNamedBy, value, variable } from "./credential-levels";
import type { AzureSettings } from "./sign-in-input";
import type { FederatedToken } from "./sign-in-plan";

const LOOKED_FOR =
  "azure.oidc_token, azure.oidc_token_file_path or azure.oidc_request_url of the provider, ARM_OIDC_TOKEN, ARM_OIDC_TOKEN_FILE_PATH, ARM_OIDC_REQUEST_URL, AZURE_FEDERATED_TOKEN_FILE, and what a pipeline sets (ACTIONS_ID_TOKEN_REQUEST_URL in GitHub Actions with `permissions: id-token: write`, SYSTEM_OIDCREQUESTURI in Azure DevOps)";

/** True when the provider's `azure` block itself says where the token comes from. */
export function writesFederatedToken(settings: AzureSettings | null): boolean {
  return (
    value(settings?.oidc_token, "") !== null ||
    file(settings?.oidc_token_file_path, "") !== null ||
    file(settings?.oidc_request_url, "") !== null
  );
}

/**
 * The federated token of the surroundings: what is written for us (the provider's block, then `ARM_OIDC_*`) comes
 * before what an orchestrator or a pipeline sets for everybody (`AZURE_FEDERATED_TOKEN_FILE`, then GitHub's and Azure
 * DevOps' requests). Throws `invalid_input` when there is none, or when a request lacks a part.
 */
export function resolveFederatedToken(settings: AzureSettings | null, env: Environment): FederatedToken {
  const token =
    value(settings?.oidc_token, "azure.oidc_token") ??
    file(settings?.oidc_token_file_path, "azure.oidc_token_file_path") ??
    pipelineRequest(settings?.oidc_request_url ?? null, "azure.oidc_request_url", settings, env) ??
    variable(env, "ARM_OIDC_TOKEN") ??
    fileNamedBy(env, "ARM_OIDC_TOKEN_FILE_PATH") ??
    pipelineRequestNamedBy("ARM_OIDC_REQUEST_URL", settings, env) ??
    fileNamedBy(env, "AZURE_FEDERATED_TOKEN_FILE") ??
    pipelineRequestNamedBy("ACTIONS_ID_TOKEN_REQUEST_URL", settings, env) ??
    pipelineRequestNamedBy("SYSTEM_OIDCREQUESTURI", settings, env);
  if (token !== null) return token;
  throw new Problem("invalid_input", {
    summary: "No federated token to sign in with",
    detail: `Sign-in with a federated (OIDC) token is wanted, but no token was found. Looked for ${LOOKED_FOR}.`,
  });
}

function pipelineRequestNamedBy(name: string, settings: AzureSettings | null, env: Environment) {
  return pipelineRequest(textOf(env, name), name, settings, env);
}

function pipelineRequest(
  url: string | null,
  name: string,
  settings: AzureSettings | null,
  env: Environment,
): FederatedToken | null {
  if (url === null || url === "") return null;
  const serviceConnectionId =
    settings?.ado_service_connection_id ??
    textOf(env, "ARM_ADO_PIPELINE_SERVICE_CONNECTION_ID") ??
    textOf(env, "ARM_OIDC_AZURE_SERVICE_CONNECTION_ID");
  const isAzureDevOps = name === "SYSTEM_OIDCREQUESTURI" || url === textOf(env, "SYSTEM_OIDCREQUESTURI");
  const isGitHub = name === "ACTIONS_ID_TOKEN_REQUEST_URL";
  if (isAzureDevOps && serviceConnectionId === null) throw noServiceConnection();
  const common = { name, url, token: requestToken(url, name, settings, env) };
  return serviceConnectionId === null || isGitHub
    ? { ...common, from: "github", serviceConnectionId: null }
    : { ...common, from: "azure_devops", serviceConnectionId };
}

/**
 * What authorises the request. A pipeline's own token goes to the host of that pipeline's own URL alone, whoever wrote
 * the URL: with it anybody could have tokens issued in the pipeline's name.
 */
function requestToken(url: string, name: string, settings: AzureSettings | null, env: Environment): Secret {
  const own = (urlName: string, tokenName: string) =>
    isSameOrigin(url, textOf(env, urlName)) ? variable(env, tokenName) : null;
  const token =
    value(settings?.oidc_request_token, "azure.oidc_request_token") ??
    variable(env, "ARM_OIDC_REQUEST_TOKEN") ??
    own("ACTIONS_ID_TOKEN_REQUEST_URL", "ACTIONS_ID_TOKEN_REQUEST_TOKEN") ??
    own("SYSTEM_OIDCREQUESTURI", "SYSTEM_ACCESSTOKEN");
  if (token !== null) return token.value;
  throw new Problem("invalid_input", {
    summary: "The pipeline's token request is incomplete",
    detail: `${name} says where the pipeline's OIDC token is asked for, but nothing authorises the request. Set azure.oidc_request_token of the provider, ARM_OIDC_REQUEST_TOKEN, or let the pipeline set ACTIONS_ID_TOKEN_REQUEST_TOKEN (GitHub Actions) or SYSTEM_ACCESSTOKEN (Azure DevOps: map \`$(System.AccessToken)\` to it), which are sent to that pipeline's own host alone.`,
  });
}

function isSameOrigin(url: string, own: string | null): boolean {
  if (own === null) return false;
  return (
    url === own || (URL.canParse(url) && URL.canParse(own) && new URL(url).origin === new URL(own).origin)
  );
}

function noServiceConnection(): Problem {
  return new Problem("invalid_input", {
    summary: "The Azure DevOps service connection is not named",
    detail:
      "The pipeline's OIDC token is issued for one service connection. Set azure.ado_service_connection_id of the provider or ARM_ADO_PIPELINE_SERVICE_CONNECTION_ID to its id.",
  });
}

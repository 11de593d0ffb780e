import { Problem } from "../../core/problem";
import { Secret } from "../../core/secret";
import { parseJson } from "../http/parse-json";
import type { InfisicalHttp } from "./infisical-http";
import type { AzureTokenSource } from "./log-in";

const ENDPOINT = "http://169.254.169.254/metadata/identity/oauth2/token";
/** It answers from the same host; a machine outside Azure should not wait long for nobody. */
const PATIENCE = { timeoutMs: 5_000, maxRetries: 2 };

/**
 * Tokens of the machine's managed identity from Azure's Instance Metadata Service, over plain http on a link-local
 * address, as it is made. Rejects with `unauthenticated` when the machine has no managed identity or there is no such
 * service, with transient problems when it is busy.
 *
 * https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token
 */
export function managedIdentityToken(http: InfisicalHttp): AzureTokenSource {
  return async (resource, call) => {
    const url = `${ENDPOINT}?${new URLSearchParams({ "api-version": "2018-02-01", resource })}`;
    const what = "the request for a token of this machine's managed identity";
    const request = {
      method: "GET",
      url,
      headers: { metadata: "true" },
      call: what,
      ...PATIENCE,
    } as const;
    const response = await http.send(request, call).catch((caught: unknown) => {
      const problem = Problem.from(caught);
      throw problem.status === undefined && isUnreachable(problem)
        ? noIdentity("could not be reached")
        : problem;
    });
    if (response.status !== 200) throw noIdentity(`answered ${response.status}`, response.status);
    const { managedIdentityAnswer } = await import("./wire");
    return new Secret(parseJson(response.body, managedIdentityAnswer, { call: what }).access_token);
  };
}

function isUnreachable(problem: Problem): boolean {
  return problem.code === "unavailable" || problem.code === "timeout";
}

function noIdentity(what: string, status?: number): Problem {
  return new Problem("unauthenticated", {
    summary: "This machine has no managed identity",
    detail: `The login "azure" to Infisical needs a token of this machine's managed identity, and Azure's metadata service (169.254.169.254) ${what}. Run on an Azure machine with a managed identity, or choose another login.`,
    ...(status === undefined ? {} : { status }),
  });
}

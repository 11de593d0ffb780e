import { Problem } from "../../core/problem";

/**
 * Why the Azure CLI gave no token: `unauthenticated`. The library tells the reasons apart only in its message, which
 * may be the CLI's own output: it is matched, never shown.
 */
export function azureCliProblem(caught: unknown, tenantId: string): Problem {
  const message = caught instanceof Error ? caught.message : "";
  const [summary, remedy] = reason(message);
  return new Problem("unauthenticated", {
    summary,
    detail: `No token for tenant ${tenantId} could be had from the Azure CLI. ${remedy} Nothing else was tried: to sign in in another way, give the connection an auth block, configure the provider's azure block, or set ARM_CLIENT_SECRET, ARM_USE_OIDC or the like.`,
  });
}

function reason(message: string): readonly [string, string] {
  if (message.includes("could not be found")) {
    return ["The Azure CLI is not installed", "Install it (https://aka.ms/azure-cli), and run `az login`."];
  }
  if (message.includes("az login")) {
    return ["The Azure CLI is not signed in", "Run `az login` with an account of that tenant."];
  }
  return [
    "The Azure CLI gave no token",
    "Run `az account get-access-token --resource https://graph.microsoft.com --tenant <tenant>` to see why.",
  ];
}

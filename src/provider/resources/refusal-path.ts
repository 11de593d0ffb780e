import type { ConnectionInput } from "../../clients/clients";
import type { AttributePath } from "../../core/attribute-path";
import type { Problem } from "../../core/problem";

/** Codes that are about the tenant, and about the application whatever its credential is (`clients/entra/aadsts.ts`). */
const ABOUT_TENANT: ReadonlySet<string> = new Set(["AADSTS90002", "AADSTS900023"]);
const ABOUT_CLIENT: ReadonlySet<string> = new Set([
  "AADSTS700016",
  "AADSTS700025",
  "AADSTS7000112",
  "AADSTS7000229",
  "AADSTS53003",
]);

/** The attribute of a connection that a refused sign-in is about; null when the connection does not say it itself. */
export function refusalPath(connection: ConnectionInput, problem: Problem): AttributePath | null {
  if (problem.code !== "unauthenticated") return null;
  if (ABOUT_TENANT.has(problem.vendorCode ?? "")) return ["tenant_id"];
  if (ABOUT_CLIENT.has(problem.vendorCode ?? "")) return ["client_id"];
  return credentialPath(connection.auth);
}

function credentialPath(auth: ConnectionInput["auth"]): AttributePath | null {
  if (auth === null) return null;
  const { client_secret, client_certificate, workload_identity, managed_identity } = auth;
  if (client_secret !== null) return ["auth", "client_secret", "secret_key"];
  if (client_certificate !== null) {
    return ["auth", "client_certificate", client_certificate.path === null ? "secret_key" : "path"];
  }
  if (workload_identity !== null) {
    const named = workload_identity.token_file_path === null ? [] : ["token_file_path"];
    return ["auth", "workload_identity", ...named];
  }
  return ["auth", managed_identity === null ? "azure_cli" : "managed_identity"];
}

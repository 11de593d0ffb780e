/**
 * The application roles in an access token, sorted and without repetition; an empty list for an app-only token that
 * was granted none. Null for tokens that are not app-only (a person's, through the Azure CLI) and for tokens that are
 * no JWT. Nothing is verified: the token is for Graph to judge, this is only read to explain.
 *
 * Claims: https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference.
 */
export function applicationRoles(token: string): readonly string[] | null {
  const claims = payload(token);
  if (claims === null) return null;
  const isAppOnly = claims.idtyp === "app" || (claims.idtyp === undefined && claims.scp === undefined);
  if (!isAppOnly) return null;
  const roles = Array.isArray(claims.roles) ? claims.roles : [];
  return [...new Set(roles.filter((role): role is string => typeof role === "string"))].sort();
}

function payload(token: string): Readonly<Record<string, unknown>> | null {
  const parts = token.split(".");
  if (parts.length !== 3) return null;
  try {
    const claims: unknown = JSON.parse(Buffer.from(parts[1] ?? "", "base64url").toString("utf8"));
    return typeof claims === "object" && claims !== null && !Array.isArray(claims) ? { ...claims } : null;
  } catch {
    return null;
  }
}

import { z } from "zod";

/** Which requests are meant; what is left out matches all. */
export const requestMatch = z.strictObject({
  method: z.string().optional(),
  /** A route's pattern, such as `/v1.0/servicePrincipals/{id}/synchronization/secrets`. */
  route: z.string().optional(),
  /** The path as sent, without query. */
  path: z.string().optional(),
  /** `entra`, `graph`, `infisical`, `oidc` or `scim`. */
  api: z.enum(["entra", "graph", "infisical", "oidc", "scim"]).optional(),
});

/** Which requests are meant; what is left out matches all. */
export type RequestMatch = z.infer<typeof requestMatch>;

/** A request as far as matching goes. */
export interface MatchedRequest {
  readonly api: string;
  readonly method: string;
  readonly route: string;
  readonly path: string;
}

/** Whether a request is meant. */
export function isMeant(match: RequestMatch, request: MatchedRequest): boolean {
  return (
    (match.method === undefined || match.method === request.method) &&
    (match.route === undefined || match.route === request.route) &&
    (match.path === undefined || match.path === request.path) &&
    (match.api === undefined || match.api === request.api)
  );
}

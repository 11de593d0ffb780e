import { tryParseJson } from "../http/parse-json";
import { retryAfterMs } from "../http/retry-after";
import type { HttpResponse } from "../http/transport";

/** What is kept of an answer that is no success: nothing that may echo what was sent. */
export interface TokenRefusal {
  readonly status: number;
  /** OAuth's `error`, when it is one of the codes that are known. */
  readonly error: string | null;
  /** AADSTS numbers; empty when the server names none. */
  readonly codes: readonly number[];
  readonly requestId: string | undefined;
  readonly retryAfterMs: number | undefined;
}

/** https://www.rfc-editor.org/rfc/rfc6749#section-5.2, Entra's additions, and those of managed identity endpoints. */
const OAUTH_ERRORS: ReadonlySet<string> = new Set([
  "invalid_request",
  "invalid_client",
  "invalid_grant",
  "unauthorized_client",
  "unsupported_grant_type",
  "invalid_scope",
  "invalid_resource",
  "access_denied",
  "temporarily_unavailable",
  "server_error",
  "interaction_required",
  "consent_required",
  "login_required",
  "slow_down",
  "unauthorized",
  "bad_request",
  "unknown_source",
]);

/** Reads a refusal: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow. */
export async function readRefusal(response: HttpResponse, now: number): Promise<TokenRefusal> {
  const { z } = await import("zod");
  const body = tryParseJson(
    response.body,
    z.object({
      error: z.string().nullish().catch(null),
      error_codes: z.array(z.int().positive()).nullish().catch(null),
      trace_id: z.string().nullish().catch(null),
    }),
  );
  const id = body?.trace_id ?? response.headers.get("x-ms-request-id") ?? "";
  return {
    status: response.status,
    error: body?.error != null && OAUTH_ERRORS.has(body.error) ? body.error : null,
    codes: body?.error_codes ?? [],
    requestId: /^[0-9a-f-]{36}$/i.test(id) ? id : undefined,
    retryAfterMs: retryAfterMs(response, now),
  };
}

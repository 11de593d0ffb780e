import { randomUUID } from "node:crypto";
import { type EmulatorResponse, json } from "../http-message";

/** Why Entra refuses a token request; the number is the AADSTS code. */
export interface SignInRefusal {
  readonly code: number;
  readonly message: string;
}

/** The OAuth error and status that go with an AADSTS code: the table of `microsoft-graph.md` §1. */
const OUTCOME: ReadonlyMap<number, { readonly error: string; readonly status: number }> = new Map([
  [7000215, { error: "invalid_client", status: 401 }],
  [7000222, { error: "invalid_client", status: 401 }],
  [7000218, { error: "invalid_client", status: 401 }],
  [700016, { error: "unauthorized_client", status: 400 }],
  [90002, { error: "invalid_request", status: 400 }],
  [900023, { error: "invalid_request", status: 400 }],
  [900144, { error: "invalid_request", status: 400 }],
  [900561, { error: "invalid_request", status: 400 }],
  [9002331, { error: "invalid_request", status: 400 }],
  [70003, { error: "unsupported_grant_type", status: 400 }],
  [700027, { error: "invalid_client", status: 401 }],
  [700024, { error: "invalid_client", status: 401 }],
  [700021, { error: "invalid_client", status: 401 }],
  [70021, { error: "invalid_request", status: 400 }],
  [700211, { error: "invalid_client", status: 401 }],
  [700212, { error: "invalid_client", status: 401 }],
  [700213, { error: "invalid_client", status: 401 }],
  [70011, { error: "invalid_scope", status: 400 }],
  [1002012, { error: "invalid_scope", status: 400 }],
  [7000112, { error: "unauthorized_client", status: 400 }],
  [500011, { error: "invalid_resource", status: 400 }],
  [53003, { error: "access_denied", status: 400 }],
  [90033, { error: "temporarily_unavailable", status: 503 }],
]);

/**
 * The error body of the token endpoint. `now` is in milliseconds since the epoch; `correlationId` is the request's
 * `client-request-id`, when it sent one. `status` overrides the code's own, for injected faults.
 */
export function signInError(
  refusal: SignInRefusal,
  now: number,
  correlationId: string | null,
  status?: number,
): EmulatorResponse {
  const outcome = OUTCOME.get(refusal.code) ?? { error: "invalid_request", status: 400 };
  const traceId = randomUUID();
  const correlation = correlationId ?? randomUUID();
  const timestamp = `${new Date(now).toISOString().slice(0, 19).replace("T", " ")}Z`;
  return json(
    status ?? outcome.status,
    {
      error: outcome.error,
      error_description: `AADSTS${refusal.code}: ${refusal.message} Trace ID: ${traceId} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
      error_codes: [refusal.code],
      timestamp,
      trace_id: traceId,
      correlation_id: correlation,
      error_uri: `https://login.microsoftonline.com/error?code=${refusal.code}`,
    },
    { "cache-control": "no-store", pragma: "no-cache", "x-ms-request-id": traceId },
  );
}

import { request as httpsRequest } from "node:https";
import { rootCertificates } from "node:tls";

/** A request of Entra to an application's SCIM endpoint. */
export interface OutboundRequest {
  readonly method: "GET" | "POST";
  readonly url: string;
  /** The bearer token, or null to send none. */
  readonly token: string | null;
  /** Sent as SCIM JSON. */
  readonly body?: unknown;
}

/** What the application answered, or that it could not be reached. */
export type OutboundAnswer =
  | {
      readonly reached: true;
      readonly status: number;
      /** As .NET names it: `Unauthorized`, `NotFound`. */
      readonly statusName: string;
      readonly headers: readonly (readonly [string, string])[];
      readonly body: string;
    }
  | { readonly reached: false; readonly reason: string };

/** Sends requests to applications. Never rejects, and follows no redirect. */
export type Outbound = (request: OutboundRequest) => Promise<OutboundAnswer>;

const TIMEOUT_MS = 10_000;
const MAX_BODY = 1_000_000;

/** Sends over TLS, trusting the well-known roots and `caCertificate` (PEM). Anything but https is unreachable. */
export function createOutbound(caCertificate: string): Outbound {
  const ca = [...rootCertificates, caCertificate];
  return (outgoing) =>
    new Promise((resolve) => {
      const unreachable = (reason: string) => resolve({ reached: false, reason });
      if (!URL.canParse(outgoing.url) || new URL(outgoing.url).protocol !== "https:") {
        return unreachable("The tenant URL is not an https address.");
      }
      const body = outgoing.body === undefined ? null : JSON.stringify(outgoing.body);
      const headers = {
        accept: "application/scim+json",
        ...(outgoing.token === null ? {} : { authorization: `Bearer ${outgoing.token}` }),
        ...(body === null
          ? {}
          : {
              "content-type": "application/scim+json; charset=utf-8",
              "content-length": Buffer.byteLength(body),
            }),
      };
      try {
        const request = httpsRequest(outgoing.url, {
          method: outgoing.method,
          headers,
          ca,
          timeout: TIMEOUT_MS,
        });
        request.on("timeout", () => request.destroy(new Error("timed out")));
        request.on("error", () => unreachable("The application could not be reached."));
        request.on("response", (response) => {
          const chunks: Buffer[] = [];
          let size = 0;
          response.on("data", (chunk: Buffer) => {
            size += chunk.length;
            if (size <= MAX_BODY) chunks.push(chunk);
          });
          response.on("error", () => unreachable("The application broke the connection."));
          response.on("end", () =>
            resolve({
              reached: true,
              status: response.statusCode ?? 0,
              statusName: statusName(response.statusMessage, response.statusCode),
              headers: Object.entries(response.headers).map(
                ([name, value]) => [name, String(value)] as const,
              ),
              body: Buffer.concat(chunks).toString("utf8"),
            }),
          );
        });
        request.end(body ?? undefined);
      } catch {
        unreachable("The request could not be sent.");
      }
    });
}

function statusName(message: string | undefined, status: number | undefined): string {
  return message?.replaceAll(/[^A-Za-z]/g, "") || String(status ?? 0);
}

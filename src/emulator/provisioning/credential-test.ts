import { randomUUID } from "node:crypto";
import type { ServicePrincipalRecord } from "../graph/graph-state";
import type { EmulatorState } from "../state";
import type { OutboundAnswer } from "./outbound";
import { scimUrl } from "./scim-url";

/** Why a test of credentials failed, as the synchronization service says it. */
export interface CredentialFailure {
  readonly code: string;
  readonly message: string;
}

/** The application answered something else than a list of users. */
export const REFUSED = "SystemForCrossDomainIdentityManagementCredentialValidationFailure";
/** The application could not be asked. */
export const UNAVAILABLE = "CredentialValidationUnavailable";

/** Where a service principal's application is: the stored base address, or what its gallery connector knows. */
export function addressOf(
  servicePrincipal: ServicePrincipalRecord,
  credentials: ReadonlyMap<string, string>,
): string | null {
  return credentials.get("BaseAddress") ?? servicePrincipal.connectorAddress;
}

/**
 * Tests credentials as Entra does: it really asks the application for a user that does not exist, and wants a SCIM
 * list. Null when that worked.
 */
export async function testCredentials(
  state: EmulatorState,
  servicePrincipal: ServicePrincipalRecord,
  credentials: ReadonlyMap<string, string>,
): Promise<CredentialFailure | null> {
  const base = addressOf(servicePrincipal, credentials);
  const url = base === null ? null : scimUrl(base, "Users", { filter: `userName eq "${randomUUID()}"` });
  if (url === null) {
    return { code: UNAVAILABLE, message: "The tenant URL is missing or is not an absolute address." };
  }
  const answer = await state.outbound({ method: "GET", url, token: credentials.get("SecretToken") ?? null });
  return isUserList(answer) ? null : explain(url, "GET", answer);
}

/** The failure that an answer of the application comes to. It echoes the answer, headers and body included. */
export function explain(url: string, operation: "GET" | "POST", answer: OutboundAnswer): CredentialFailure {
  if (!answer.reached) {
    return {
      code: UNAVAILABLE,
      message: `We were not able to reach the application to validate our authorization. ${answer.reason}`,
    };
  }
  const headers = answer.headers.map(([name, value]) => `${name}: ${value}`).join("\r\n");
  return {
    code: REFUSED,
    message:
      "While attempting to validate our authorization to access your application, we received this unexpected response:\r\n\r\n" +
      `Received response from Web resource.\r\n   Resource: ${url}\r\n   Operation: ${operation}\r\n` +
      `   Response Status Code: ${answer.statusName}\r\n   Response Headers: ${headers}\r\n` +
      `   Response Content: ${answer.body}`,
  };
}

function isUserList(answer: OutboundAnswer): boolean {
  if (!answer.reached || answer.status !== 200) return false;
  try {
    const value: unknown = JSON.parse(answer.body);
    return (
      typeof value === "object" &&
      value !== null &&
      "schemas" in value &&
      Array.isArray(value.schemas) &&
      value.schemas.includes("urn:ietf:params:scim:api:messages:2.0:ListResponse")
    );
  } catch {
    return false;
  }
}

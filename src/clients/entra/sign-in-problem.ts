import { Problem, type ProblemOptions } from "../../core/problem";
import { transientCode } from "../http/transient-code";
import { meaningOf } from "./aadsts";
import type { SignInPlan } from "./sign-in-plan";
import type { TokenRefusal } from "./token-answer";

/** Who tried to sign in, for messages; none of it is secret. */
export interface SignInSubject {
  readonly plan: SignInPlan;
  /** Null where no client is named. */
  readonly clientId: string | null;
}

/**
 * The problem of a refused token request: `unauthenticated` with the reason and its remedy, or a transient code.
 * `vendorCode` is the AADSTS number where there is one.
 */
export function signInProblem(subject: SignInSubject, refusal: TokenRefusal): Problem {
  if (subject.plan.credential.kind === "managed_identity") return managedIdentityProblem(subject, refusal);
  const meaning = meaningOf(refusal.codes);
  const code = meaning?.code ?? refusal.codes[0];
  const named = code === undefined ? (refusal.error ?? `HTTP ${refusal.status}`) : `AADSTS${code}`;
  const facts = { ...factsOf(refusal), ...(code === undefined ? {} : { vendorCode: `AADSTS${code}` }) };
  const who = `${describeSubject(subject)}: ${named}`;
  const transient = transientProblem("Microsoft Entra ID", who, refusal, facts);
  if (transient !== null) return transient;
  if (code === undefined && refusal.error === null) {
    return new Problem("unexpected_response", {
      summary: "No token endpoint answered",
      detail: `${subject.plan.authorityHost} answered ${refusal.status} to the sign-in of ${describeSubject(subject)}, and not as Microsoft Entra ID does. Check authority_host and AZURE_AUTHORITY_HOST, and that no proxy answers in its place.`,
      ...facts,
    });
  }
  return new Problem("unauthenticated", {
    summary: `Microsoft Entra ID refused the sign-in (${named})`,
    detail:
      meaning === null
        ? `Signing in as ${who}. Its meaning stands at https://login.microsoftonline.com/error${code === undefined ? "" : `?code=${code}`}.`
        : `Signing in as ${who}. ${meaning.summary}. ${meaning.remedy}`,
    ...facts,
  });
}

/** https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token#error-handling */
function managedIdentityProblem(subject: SignInSubject, refusal: TokenRefusal): Problem {
  const facts = factsOf(refusal);
  const which =
    subject.clientId === null
      ? "the system-assigned managed identity"
      : `the user-assigned managed identity ${subject.clientId}`;
  const said = `The machine's identity endpoint answered ${refusal.status} to a request for a token of ${which}.`;
  const transient = transientProblem("The machine's identity endpoint", which, refusal, facts);
  if (transient !== null) return transient;
  // IMDS answers these while it is being updated; it asks to be tried again for up to 70 seconds.
  if (refusal.status === 404 || refusal.status === 410) {
    return new Problem("unavailable", {
      summary: "The machine's identity endpoint is not ready",
      detail: `${said} Run again later.`,
      ...facts,
    });
  }
  return new Problem("unauthenticated", {
    summary: "The machine gave no managed identity token",
    detail: `${said} Check that this machine has that identity${subject.clientId === null ? ", or set client_id for a user-assigned one" : ""}.`,
    ...facts,
  });
}

function transientProblem(
  server: string,
  who: string,
  refusal: TokenRefusal,
  facts: Partial<ProblemOptions>,
): Problem | null {
  const { status, error } = refusal;
  const code = transientCode(status) ?? (error === "temporarily_unavailable" ? "unavailable" : null);
  if (code === null) return null;
  return new Problem(code, {
    summary: status === 429 ? `${server} is throttling us` : `${server} is unavailable`,
    detail: `${server} answered ${status} to the sign-in of ${who}. Run again later.`,
    ...facts,
  });
}

/** The client, the tenant and the kind of credential, as messages name them. */
export function describeSubject({ plan, clientId }: SignInSubject): string {
  const client = clientId === null ? "" : `client ${clientId} in `;
  return `${client}tenant ${plan.tenantId} with ${KINDS[plan.credential.kind]}`;
}

const KINDS = {
  client_secret: "a client secret",
  client_certificate: "a certificate",
  workload_identity: "a federated token",
  managed_identity: "a managed identity",
  azure_cli: "the Azure CLI",
} as const;

function factsOf(refusal: TokenRefusal): Partial<ProblemOptions> {
  return {
    status: refusal.status,
    ...(refusal.requestId === undefined ? {} : { requestId: refusal.requestId }),
    ...(refusal.retryAfterMs === undefined ? {} : { retryAfterMs: refusal.retryAfterMs }),
  };
}

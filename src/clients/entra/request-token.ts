import type { CallOptions } from "../../core/clock";
import { KeyedLock } from "../../core/keyed-lock";
import { Problem } from "../../core/problem";
import { Secret } from "../../core/secret";
import type { Transport } from "../http/transport";
import { azureCliProblem } from "./azure-cli-problem";
import type { ReadyCredential } from "./ready-credential";
import type { SignInPlan } from "./sign-in-plan";
import { describeSubject, signInProblem } from "./sign-in-problem";

/** An access token for Microsoft Graph. */
export interface AccessToken {
  readonly value: Secret;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** How token requests are made. */
export interface TokenRequestOptions {
  readonly transport: Transport;
  readonly timeoutMs: number;
  readonly now: () => number;
}

/** The Azure CLI starts Python, and may itself ask for a new token. */
const CLI_TIMEOUT_MS = 60_000;

/** MSAL keeps what belongs to a managed identity for the whole process, so they take turns in the whole process. */
const managedIdentities = new KeyedLock();

/**
 * Asks once for an access token. Throws `unauthenticated` with the reason and its remedy when it is refused,
 * transient codes, `untrusted` for a redirect, and `unexpected_response` for an answer that is no token.
 */
export function requestToken(
  plan: SignInPlan,
  ready: ReadyCredential,
  options: TokenRequestOptions,
  call: CallOptions,
): Promise<AccessToken> {
  const request = () => requestNow(plan, ready, options, call);
  return ready.kind === "managed_identity" ? managedIdentities.run(ready.kind, request) : request();
}

async function requestNow(
  plan: SignInPlan,
  ready: ReadyCredential,
  options: TokenRequestOptions,
  call: CallOptions,
): Promise<AccessToken> {
  const { createAzureCredential } = await import("./azure-credential");
  const { IdentityHttpClient } = await import("./identity-http-client");
  const http = new IdentityHttpClient(options.transport, call, options.timeoutMs, options.now);
  const subject = { plan, clientId: ready.clientId };
  try {
    const credential = createAzureCredential(plan, ready, http, CLI_TIMEOUT_MS);
    const token = await credential.getToken(plan.scope);
    // The type promises a token; for the Azure CLI it is whatever that printed.
    if (typeof token?.token !== "string" || token.token === "") throw noToken(describeSubject(subject));
    return { value: new Secret(token.token), expiresAt: token.expiresOnTimestamp };
  } catch (caught) {
    const { failure } = http;
    if (failure instanceof Problem) throw failure;
    if (failure !== null) throw signInProblem(subject, failure);
    if (caught instanceof Problem) throw caught;
    if (ready.kind === "azure_cli") throw azureCliProblem(caught, plan.tenantId);
    throw http.answered ? noToken(describeSubject(subject)) : Problem.from(caught);
  }
}

function noToken(subject: string): Problem {
  return new Problem("unexpected_response", {
    summary: "The sign-in gave no token",
    detail: `The sign-in of ${subject} was answered, but not with an access token. Check authority_host and AZURE_AUTHORITY_HOST, and that no proxy answers in its place.`,
  });
}

import type { AttributePath } from "../core/attribute-path";
import { Problem, type ProblemCode } from "../core/problem";
import { isTransient } from "../core/retry";
import type { Secret } from "../core/secret";
import { type Observation, primaryJob, TOKEN_KEY } from "./assess";
import type { ValidationOutcome } from "./ports";
import {
  type PushContext,
  type PushWarning,
  pathOfToken,
  type TokenOrigin,
  type Validation,
} from "./push-request";
import { type Credentials, ownEntries } from "./write-secrets";

/** Keys that configure provisioning and are no part of how Entra signs in to the application. */
const NO_CREDENTIALS: ReadonlySet<string> = new Set([
  "SyncAll",
  "SyncNotificationSettings",
  "SkipOutOfScopeDeletions",
  "SynchronizationSchedule",
  "UpdateKeyOnSoftDelete",
  "HardDeletesEnabled",
  "PerformInboundEntitlementGrants",
  "SystemOfRecord",
  "TestReferences",
]);

/** Problems that are neither transient nor about the connection: Entra offers no test here. */
const SAYS_NOTHING: ReadonlySet<ProblemCode> = new Set(["not_found", "unexpected_response"]);

/**
 * Has Entra try the new token on the application before anything is overwritten (DESIGN §6, step 3). Throws
 * `rejected` when the application refuses it, and under `strict` also when it cannot be tested; under `standard`
 * the latter is a warning.
 */
export async function testCredentials(
  request: Credentials & { readonly validation: Validation; readonly origin: TokenOrigin },
  before: Pick<Observation, "secrets" | "jobs">,
  context: PushContext,
): Promise<readonly PushWarning[]> {
  if (request.validation === "off") return [];
  const verdict = await test(request, before, context);
  if (verdict.outcome === "accepted") return [];
  if (verdict.outcome === "rejected") throw rejected(verdict, pathOfToken(request.origin));
  const summary = "The new token could not be tested";
  if (request.validation === "strict") {
    throw new Problem("rejected", {
      summary,
      detail: `${verdict.why} validation is strict, so nothing was written and Entra holds what it held. Mend what stands in the way, or set validation to standard.`,
      path: ["validation"],
    });
  }
  return [{ summary, detail: `${verdict.why} It was pushed all the same (validation is standard).` }];
}

type Verdict =
  | { readonly outcome: "accepted" }
  | (ValidationOutcome & { readonly outcome: "rejected" })
  | { readonly outcome: "untestable"; readonly why: string };

async function test(
  request: Credentials,
  before: Pick<Observation, "secrets" | "jobs">,
  { ports: { destination }, call }: PushContext,
): Promise<Verdict> {
  const credentials = credentialSet(request, before);
  if (typeof credentials === "string") {
    return untestable(`Microsoft Graph masks ${credentials}, which Entra needs for a test beside the token.`);
  }
  const objectId = request.servicePrincipalId;
  const job = primaryJob(before.jobs);
  try {
    const templateId = job === null ? (await destination.templates(objectId, call))[0] : job.templateId;
    if (templateId === undefined) {
      return untestable("The service principal has neither a provisioning job nor a template for one.");
    }
    const tested = { jobId: job?.id ?? null, templateId, credentials };
    const result = await destination.validateCredentials(objectId, tested, call);
    if (result.outcome !== "untestable") return result;
    const status = result.status === null ? "" : `; the application answered ${result.status}`;
    return untestable(`Entra could not test it (${result.code}${status}).`);
  } catch (caught) {
    const problem = Problem.from(caught);
    if (!isTransient(problem) && !SAYS_NOTHING.has(problem.code)) throw problem;
    return untestable(`Entra could not be asked to test it. ${problem.summary}: ${problem.detail}`);
  }
}

function untestable(why: string): Verdict {
  return { outcome: "untestable", why };
}

/** What Entra would sign in with, with the new token in it; or the name of a key that is masked. */
function credentialSet(
  request: Credentials,
  before: Pick<Observation, "secrets">,
): readonly { readonly key: string; readonly value: Secret }[] | string {
  const own = ownEntries(request);
  const others: { readonly key: string; readonly value: Secret }[] = [];
  for (const { key, value } of before.secrets) {
    if (key === TOKEN_KEY || NO_CREDENTIALS.has(key) || own.some((entry) => entry.key === key)) continue;
    if (value === null) return key;
    others.push({ key, value });
  }
  return [...others, ...own];
}

function rejected(
  verdict: ValidationOutcome & { readonly outcome: "rejected" },
  path: AttributePath,
): Problem {
  const answered = verdict.status === null ? "" : ` The application answered ${verdict.status}.`;
  return new Problem("rejected", {
    summary: "The application refused the new token",
    detail: `Entra tried the new token on the application before writing it, and it was refused (${verdict.code}).${answered} Nothing was written; Entra holds what it held. Check that the secret holds the application's current token and that the tenant URL is right. If the application cannot be tested this way, set validation = "off".`,
    path,
    vendorCode: verdict.code,
  });
}

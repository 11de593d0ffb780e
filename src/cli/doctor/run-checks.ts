import { cancelled } from "../../core/clock";
import type { Check, CheckResult, DoctorContext } from "./check";
import { type Finding, fromProblem, skipped } from "./finding";

/**
 * Runs all checks at once and gives their results in the order of the list, each as soon as it and those before it
 * are there. A check whose `needs` found an error, or could not be looked at, is skipped and names it.
 *
 * Throws `cancelled` on Ctrl-C, and nothing else: what a check throws is its finding.
 */
export async function* runChecks(
  checks: readonly Check[],
  context: DoctorContext,
): AsyncGenerator<CheckResult, void> {
  const started = new Map<string, Promise<CheckResult>>();
  for (const check of checks) started.set(check.id, run(check, started, context));
  for (const result of started.values()) {
    const settled = await result;
    if (context.signal.aborted) throw cancelled();
    yield settled;
  }
}

/** Never rejects: nobody listens to a check before those in front of it are done. */
async function run(
  check: Check,
  started: ReadonlyMap<string, Promise<CheckResult>>,
  context: DoctorContext,
): Promise<CheckResult> {
  const { id, group, title } = check;
  return { id, group, title, findings: await findingsOf(check, started, context) };
}

async function findingsOf(
  check: Check,
  started: ReadonlyMap<string, Promise<CheckResult>>,
  context: DoctorContext,
): Promise<readonly Finding[]> {
  for (const id of check.needs ?? []) {
    const needed = await started.get(id);
    if (needed?.findings.some(({ level }) => level === "error" || level === "skipped")) {
      return [skipped(`${capitalized(check.title)}: not looked at, since it needs ${needed.title}.`)];
    }
  }
  try {
    return await check.run(context);
  } catch (caught) {
    return [fromProblem(caught)];
  }
}

function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

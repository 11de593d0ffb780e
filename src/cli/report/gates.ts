import { Problem } from "../../core/problem";
import { counted } from "../text/counted";
import type { SyncAction } from "./classify-sync";
import { type GateResult, type Report, type SyncReport, warningCodes } from "./report-schema";
import { warningInWords } from "./words";

/** Gates by what a plan does. */
const ACTION_GATES: Readonly<Record<string, readonly SyncAction[]>> = {
  destroy: ["destroy", "forget"],
  retarget: ["retarget"],
  replace: ["replace"],
  create: ["create"],
  push: ["push"],
  update: ["update"],
};

/** What `--fail-on` takes, in the order in which help lists it. */
export const gateNames: readonly string[] = [
  ...Object.keys(ACTION_GATES),
  "other-changes",
  ...warningCodes.map(warningInWords),
  "warning",
];

/** Gates that only the provider's log can answer. */
export const LOG_GATES: readonly string[] = ["overwrites-token", "provider-warning", "provider-error"];

/** Reads the values of `--fail-on`: names between commas. Throws `invalid_input` for a name that is no gate. */
export function parseGates(values: readonly string[]): readonly string[] {
  const names = [...new Set(values.flatMap((value) => value.split(",")).map((name) => name.trim()))];
  const unknown = names.find((name) => !gateNames.includes(name));
  if (unknown === undefined) return names;
  throw new Problem("invalid_input", {
    summary: `There is no gate ${JSON.stringify(unknown)}`,
    detail: `--fail-on takes: ${gateNames.join(", ")}.`,
  });
}

/**
 * The report with the results of its gates: `errored` for a plan that Terraform could not finish, each of `failOn`,
 * and `only-rotation` where it is asked for. Pure.
 */
export function withGates(report: Report, failOn: readonly string[], onlyRotation: boolean): Report {
  const gates = [
    ...(report.plan.errored
      ? [result("errored", ["Terraform met errors: the plan cannot be applied."])]
      : []),
    ...failOn.map((name) => result(name, violations(report, name))),
    ...(onlyRotation ? [result("only-rotation", otherThanRotation(report))] : []),
  ];
  return { ...report, gates };
}

function result(gate: string, because: readonly string[]): GateResult {
  return { gate, passed: because.length === 0, because: [...because] };
}

function violations(report: Report, gate: string): readonly string[] {
  const actions = ACTION_GATES[gate];
  if (actions !== undefined) {
    const resources = [...report.syncs, ...report.connections];
    return resources.filter(({ action }) => actions.includes(action)).map(({ address }) => address);
  }
  if (gate === "other-changes") {
    const { other_changes: count } = report.summary;
    return count === 0 ? [] : [`${counted(count, "change")} of other resources`];
  }
  const found = warningsOf(report).filter(({ code }) => gate === "warning" || warningInWords(code) === gate);
  return [...new Set(found.map(({ address, message }) => address ?? message))];
}

function warningsOf(report: Report): Report["warnings"] {
  return [
    ...[...report.syncs, ...report.connections].flatMap(({ warnings }) => warnings),
    ...report.warnings,
  ];
}

/** All that a plan changes beside rotations, outputs apart; a plan without changes has none. */
function otherThanRotation(report: Report): readonly string[] {
  const changes = [
    ...report.syncs.filter((sync) => isChange(sync) && !isRotation(sync)),
    ...report.connections.filter(isChange),
  ];
  return [
    ...changes.map(({ address }) => address),
    ...violations(report, "other-changes"),
    ...(report.plan.complete === false ? ["the plan leaves changes for another one"] : []),
  ];
}

function isChange(resource: {
  action: string;
  previous_address: string | null;
  imported?: boolean;
}): boolean {
  return resource.action !== "none" || resource.previous_address !== null || resource.imported === true;
}

/**
 * A push of a new version of the same secret to where the last one went, and nothing that somebody changed in the
 * configuration.
 */
function isRotation({
  action,
  sends,
  reasons,
  changed,
  imported,
  previous_address: previous,
  warnings,
}: SyncReport): boolean {
  const goesElsewhere = warnings.some(({ code }) => code === "base_address_changed");
  const isPush = action === "push" && sends === "yes" && reasons.length === 1 && reasons[0] === "rotated";
  return isPush && !goesElsewhere && changed.length === 0 && !imported && previous === null;
}

import { type AttributePath, formatPath } from "../../core/attribute-path";
import type { Diagnostics } from "../diagnostics";
import type { Constraint } from "../schema";
import type { Shape } from "../shape";
import { isObjectValue, type ObjectValue, type Value } from "../value";
import { presenceOf } from "./presence";

/** A schema or block with its constraints. */
interface ConstrainedShape extends Shape {
  readonly constraints: readonly Constraint[];
}

/** What a check of one object's constraints looks at. */
interface Scope {
  readonly config: ObjectValue;
  readonly path: AttributePath;
  readonly configured: boolean;
  readonly diagnostics: Diagnostics;
}

/**
 * Checks the rules over several members, of the schema and of every block that is there. With anything that may
 * still turn out either way the decision is left to the next call: while Terraform validates (`configured` false)
 * every variable is unknown; when it plans, less is.
 */
export function checkConstraints(
  shape: ConstrainedShape,
  config: ObjectValue,
  configured: boolean,
  diagnostics: Diagnostics,
  path: AttributePath = [],
): void {
  for (const constraint of shape.constraints) {
    const scope = { config, path, configured, diagnostics };
    if (constraint.kind === "requires") checkRequires(constraint, scope);
    else checkChoice(constraint, scope);
  }
  for (const [name, block] of Object.entries(shape.blocks)) {
    const value = config[name] ?? null;
    if (isObjectValue(value)) checkConstraints(block, value, configured, diagnostics, [...path, name]);
  }
}

function checkChoice(constraint: Exclude<Constraint, { kind: "requires" }>, scope: Scope): void {
  const { config, path, configured, diagnostics } = scope;
  const { members, hint } = constraint;
  const presence = members.map((name) => presenceOf(config[name] ?? null, configured));
  const set = members.filter((_, index) => presence[index] === "present");
  const names = listOf(members, path);
  if (set.length > 1) {
    diagnostics.error(
      `Only one of ${names} may be set`,
      sentence(
        `${constraint.kind === "exactly_one_of" ? "Exactly" : "At most"} one of ${names} may be set, and ${listOf(set, path)} are.`,
        hint,
      ),
      anchor(config, path, set[1] ?? ""),
    );
  } else if (constraint.kind === "exactly_one_of" && presence.every((one) => one === "absent")) {
    diagnostics.error(
      `One of ${names} must be set`,
      sentence(`Exactly one of ${names} must be set, and none is.`, hint),
      path.length === 0 ? undefined : path,
    );
  }
}

function checkRequires(constraint: Extract<Constraint, { kind: "requires" }>, scope: Scope): void {
  const { config, path, configured, diagnostics } = scope;
  const { member, needs, hint } = constraint;
  if (presenceOf(config[member] ?? null, configured) !== "present") return;
  const missing = needs.filter((name) => presenceOf(config[name] ?? null, configured) === "absent");
  if (missing.length === 0) return;
  const is = missing.length === 1 ? "is" : "are";
  diagnostics.error(
    `${listOf([member], path)} requires ${listOf(missing, path)}`,
    sentence(`${listOf([member], path)} is set and ${listOf(missing, path)} ${is} not.`, hint),
    anchor(config, path, member),
  );
}

/**
 * Where to point for a member that is set. Terraform shows the resource's first line for a block at the top, and
 * the right line for anything inside: point at the first thing in it.
 */
function anchor(config: ObjectValue, path: AttributePath, member: string): AttributePath {
  const value: Value = config[member] ?? null;
  const at = [...path, member];
  if (path.length > 0 || !isObjectValue(value)) return at;
  const first = Object.keys(value).find((name) => value[name] !== null);
  return first === undefined ? at : [...at, first];
}

function listOf(names: readonly string[], path: AttributePath): string {
  const quoted = names.map((name) => `"${formatPath([...path, name])}"`);
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join(", ")} and ${last}`;
}

function sentence(text: string, hint: string | undefined): string {
  return hint === undefined ? text : `${text} ${hint}`;
}

/** What a condition can look at. */
export interface ConditionState {
  readonly succeeded: boolean;
  readonly variables: Readonly<Record<string, string>>;
  /** Output variables of jobs of the same stage: `STEP.NAME` by job. */
  readonly dependencies: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

type Value = string | boolean;

/**
 * Evaluates a condition of Azure Pipelines, as far as the examples use them: `succeeded`, `and`, `eq`, `ne`, texts,
 * `variables['…']` and `dependencies.JOB.outputs['…']`. Throws an Error for everything else.
 *
 * https://learn.microsoft.com/azure/devops/pipelines/process/expressions
 */
export function holds(condition: string, state: ConditionState): boolean {
  const value = evaluate(condition.trim(), state);
  if (typeof value !== "boolean") throw new Error(`not a condition: ${condition}`);
  return value;
}

/** The value of an expression such as that of `$[ ]`. */
export function evaluate(text: string, state: ConditionState): Value {
  const [, literal] = /^'([^']*)'$/.exec(text) ?? [];
  if (literal !== undefined) return literal;
  const [, variable] = /^variables\['([^']+)'\]$/.exec(text) ?? [];
  if (variable !== undefined) return state.variables[variable] ?? "";
  const [, job, output] = /^dependencies\.(\w+)\.outputs\['([^']+)'\]$/.exec(text) ?? [];
  if (job !== undefined && output !== undefined) return state.dependencies[job]?.[output] ?? "";
  const [, name, list = ""] = /^(\w+)\((.*)\)$/.exec(text) ?? [];
  const values = split(list).map((part) => evaluate(part, state));
  switch (name) {
    case "succeeded":
      return state.succeeded;
    case "and":
      return values.every((value) => value === true);
    case "eq":
      return values[0] === values[1];
    case "ne":
      return values[0] !== values[1];
    default:
      throw new Error(`cannot evaluate: ${text}`);
  }
}

/** The arguments of a call. */
function split(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = "";
  for (const character of list) {
    if (character === "(") depth++;
    if (character === ")") depth--;
    if (character === "," && depth === 0) {
      parts.push(part.trim());
      part = "";
    } else part += character;
  }
  return part.trim() === "" ? parts : [...parts, part.trim()];
}

import type { z } from "zod";
import { type AttributePath, formatPath } from "../../core/attribute-path";
import type { Diagnostics } from "../diagnostics";
import type { Rule, ScalarAttribute } from "../schema";
import type { Shape } from "../shape";
import { isWhollyKnown, type ObjectValue, type Value } from "../value";
import { visitAttributes } from "./visit-attributes";

/** Loads zod when the first rule is checked: it costs more than a command that validates nothing may pay. */
export type LoadZod = () => Promise<typeof z>;

/** What a rule without a message of its own says. zod's messages may quote the value, and are never used. */
const FALLBACK = "does not follow the rule of this attribute";

/**
 * Checks the rules of known values that are not null. The message is the rule's, of several the first. It does not
 * quote the value: Terraform shows the line, knows which variables are sensitive, and a token that was pasted into
 * the wrong argument must not end in a log.
 */
export class RuleChecker {
  readonly #compiled = new WeakMap<Rule, z.ZodType>();

  constructor(private readonly loadZod: LoadZod) {}

  async check(shape: Shape, config: ObjectValue, diagnostics: Diagnostics): Promise<void> {
    const todo: { rule: Rule; attribute: ScalarAttribute; value: Value; path: AttributePath }[] = [];
    visitAttributes(shape, config, (attribute, value, path) => {
      if (attribute.kind !== "scalar" || attribute.rule === undefined) return;
      if (isCheckable(value)) todo.push({ rule: attribute.rule, attribute, value, path });
    });
    if (todo.length === 0) return;
    const zod = await this.loadZod();
    for (const { rule, attribute, value, path } of todo) {
      const result = this.#compile(rule, zod).safeParse(value, { error: () => FALLBACK });
      const issue = result.error?.issues[0];
      if (issue === undefined) continue;
      const at = [...path, ...issue.path.filter((step) => typeof step !== "symbol")];
      const found = attribute.secret || attribute.sensitive ? "" : describe(value, issue.code);
      diagnostics.error(
        `Invalid value for "${formatPath(at)}"`,
        `${formatPath(at)} ${issue.message}.${found}`,
        at,
      );
    }
  }

  #compile(rule: Rule, zod: typeof z): z.ZodType {
    const known = this.#compiled.get(rule);
    if (known !== undefined) return known;
    const made = rule(zod);
    this.#compiled.set(rule, made);
    return made;
  }
}

/** Numbers that a double does not hold are refused elsewhere, for what they are. */
function isCheckable(value: Value): boolean {
  if (value === null || !isWhollyKnown(value)) return false;
  return typeof value !== "object" && typeof value !== "bigint" ? true : Array.isArray(value);
}

/** What helps to find the mistake without quoting it; how long a text is helps only where it is too long or short. */
function describe(value: Value, code: string | undefined): string {
  if (value === "") return " It is empty.";
  if (typeof value === "string") {
    if (code !== "too_big" && code !== "too_small") return "";
    const length = [...value].length;
    return ` It has ${length} character${length === 1 ? "" : "s"}.`;
  }
  return typeof value === "number" || typeof value === "boolean" ? ` It is ${value}.` : "";
}

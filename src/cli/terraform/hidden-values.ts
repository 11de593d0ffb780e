/** What stands for a sensitive value, as Terraform prints it. */
export const HIDDEN = "(sensitive)";

/**
 * A value without what its sensitive mask covers. A mask is Terraform's `before_sensitive`, `after_sensitive` or
 * `sensitive_values`: `true` covers all below it, an object or array covers as its members say.
 */
export function hide(value: unknown, mask: unknown): unknown {
  if (value === null || value === undefined) return value;
  if (mask === true) return HIDDEN;
  if (Array.isArray(value)) return value.map((item, index) => hide(item, memberOf(mask, index)));
  if (typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, hide(item, memberOf(mask, key))]),
  );
}

/** The texts and numbers that a mask covers, as texts: what must not be printed, wherever else it stands. */
export function hiddenTexts(value: unknown, mask: unknown): readonly string[] {
  if (value === null || value === undefined) return [];
  if (typeof value === "object") {
    return Object.entries(value).flatMap(([key, item]) =>
      hiddenTexts(item, mask === true ? true : memberOf(mask, key)),
    );
  }
  return mask === true && typeof value !== "boolean" ? [String(value)] : [];
}

/**
 * Replaces hidden texts in sentences that quote attributes without Terraform's knowing (messages, diagnostics). Texts
 * of up to three characters stay: they tell nothing, and would tear every sentence apart.
 */
export function redactor(hidden: Iterable<string>): (text: string) => string {
  const texts = [...new Set(hidden)].filter((text) => text.length > SHORTEST);
  // The longest first: one may be part of another.
  texts.sort((a, b) => b.length - a.length);
  return (text) => texts.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
}

const SHORTEST = 3;

function memberOf(mask: unknown, key: string | number): unknown {
  return typeof mask === "object" && mask !== null ? (mask as Record<string | number, unknown>)[key] : false;
}

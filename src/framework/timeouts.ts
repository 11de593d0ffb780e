import { type Block, block, type Rule, type ScalarAttribute, string, type TimeoutDefaults } from "./schema";

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const DURATION = /^(?:\d+(?:\.\d+)?(?:ms|s|m|h))+$/;

/**
 * A duration as Go and Terraform write it (`90s`, `5m`, `1h30m`) in milliseconds, or null when it is none.
 * Units: ms, s, m, h.
 */
export function parseDuration(text: string): number | null {
  if (!DURATION.test(text)) return null;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)) {
    total += Number(amount) * (UNITS[unit ?? ""] ?? 0);
  }
  return total;
}

const duration: Rule = (z) =>
  z.string().regex(DURATION, 'must be a duration such as "90s" or "5m" (units: ms, s, m, h)');

type TimeoutAttribute = ScalarAttribute<string, "optional", false>;

/** The usual `timeouts` block; its defaults are the schema's {@link TimeoutDefaults}. */
export function timeoutsBlock(
  defaults: TimeoutDefaults,
): Block<{ create: TimeoutAttribute; update: TimeoutAttribute; delete: TimeoutAttribute }> {
  const timeout = (what: string, ms: number) =>
    string({
      mode: "optional",
      description: `How long ${what} may take, as a duration such as \`90s\` or \`5m\`. Default: \`${ms / 60_000}m\`.`,
      rule: duration,
    });
  return block({
    description: "How long operations may take.",
    attributes: {
      create: timeout("a create", defaults.create),
      update: timeout("an update", defaults.update),
      delete: timeout("a destroy", defaults.delete),
    },
  });
}

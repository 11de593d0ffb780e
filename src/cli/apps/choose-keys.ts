import type { Named } from "./name-applications";

/** Which secret holds an application's token, as far as can be told without asking a person. */
export type KeyChoice =
  /** Infisical holds a secret with the key that the convention says. */
  | { readonly kind: "found"; readonly key: string }
  /** The key that the convention says; Infisical was not asked. */
  | { readonly kind: "unchecked"; readonly key: string }
  /** Infisical holds no such key. `similar` are keys that no application has by convention, the likeliest first. */
  | { readonly kind: "missing"; readonly key: string; readonly similar: readonly string[] };

/** Stands for an application's name in a pattern of keys. */
export const NAME_MARK = "{NAME}";

const MOST_SIMILAR = 3;

/**
 * Chooses keys by a pattern such as `{NAME}_SCIM_TOKEN`, in the order of the applications. `held` are the keys of the
 * folder, or null when they are not known. Only the very key that the pattern says is ever chosen: a guess could send
 * one application's token to another.
 */
export function chooseKeys(
  applications: readonly Named<{ readonly displayName: string }>[],
  pattern: string,
  held: readonly string[] | null,
): readonly KeyChoice[] {
  const wanted = applications.map(({ names }) => keyOf(pattern, names.identifier));
  if (held === null) return wanted.map((key) => ({ kind: "unchecked", key }));
  const holds = new Set(held);
  const free = held.filter((key) => !wanted.includes(key));
  return applications.map(({ displayName, names }, index) => {
    const key = wanted[index] ?? "";
    if (holds.has(key)) return { kind: "found", key };
    return { kind: "missing", key, similar: similarKeys([displayName, names.slug], free, pattern) };
  });
}

/** The key that a pattern says for an application. */
export function keyOf(pattern: string, identifier: string): string {
  return pattern.replaceAll(NAME_MARK, () => identifier.toUpperCase());
}

/** Words that say what a secret or a connector is, and not whose. */
const COMMON = new Set(
  "app application apps auth azure bearer connector entra for key ms prod provisioning scim secret sso sync the token user users".split(
    " ",
  ),
);

function similarKeys(texts: readonly string[], keys: readonly string[], pattern: string): readonly string[] {
  const common = new Set([...COMMON, ...wordsOf(pattern.replaceAll(NAME_MARK, " "))]);
  const distinctive = (text: string) => wordsOf(text).filter((word) => !common.has(word));
  const own = new Set(texts.flatMap(distinctive));
  const joined = texts.map((text) => distinctive(text).join(""));
  return keys
    .map((key) => ({ key, likeness: likeness(distinctive(key), own, joined) }))
    .filter((each) => each.likeness > 0)
    .sort((a, b) => b.likeness - a.likeness || (a.key < b.key ? -1 : 1))
    .slice(0, MOST_SIMILAR)
    .map(({ key }) => key);
}

/** The part of the key's words that the application has too; `SERVICE_NOW` and "ServiceNow" are alike as a whole. */
function likeness(words: readonly string[], own: ReadonlySet<string>, joined: readonly string[]): number {
  if (words.length === 0) return 0;
  if (joined.includes(words.join(""))) return 1;
  return words.filter((word) => own.has(word)).length / words.length;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

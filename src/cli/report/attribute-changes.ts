/** An attribute that a plan changes. */
export interface AttributeChange {
  /** Dotted: `destination.base_address`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
  /** True when the new value, or a part of it, is known after apply only: it may turn out to be the old one. */
  readonly undecided: boolean;
}

/**
 * What of these top-level attributes differs between two values of a resource. Members of blocks are told one by one,
 * except where one side has no block at all, and of how to sign in, which is one thing. Pure.
 */
export function attributeChanges(
  attributes: readonly string[],
  before: unknown,
  after: unknown,
  unknown: unknown,
): readonly AttributeChange[] {
  return attributes.flatMap((name) =>
    compare(name, memberOf(before, name), memberOf(after, name), memberOf(unknown, name)),
  );
}

const WHOLE = "destination.connection.auth";

function compare(
  path: string,
  before: unknown,
  after: unknown,
  unknown: unknown,
): readonly AttributeChange[] {
  if (path !== WHOLE && isObject(before) && isObject(after) && unknown !== true) {
    const names = new Set([
      ...Object.keys(before),
      ...Object.keys(after),
      ...(isObject(unknown) ? Object.keys(unknown) : []),
    ]);
    return [...names].flatMap((name) =>
      compare(`${path}.${name}`, memberOf(before, name), memberOf(after, name), memberOf(unknown, name)),
    );
  }
  if (hasUnknown(unknown)) return [{ path, before, after, undecided: true }];
  return same(before, after) ? [] : [{ path, before, after, undecided: false }];
}

function hasUnknown(unknown: unknown): boolean {
  return unknown === true || (isObject(unknown) && Object.values(unknown).some(hasUnknown));
}

/** Equal, where what is absent counts as null. */
function same(a: unknown, b: unknown): boolean {
  if (!isObject(a) || !isObject(b)) return (a ?? null) === (b ?? null);
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) =>
    same(memberOf(a, name), memberOf(b, name)),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function memberOf(value: unknown, name: string): unknown {
  return isObject(value) ? (value[name] ?? null) : null;
}

import { formatPath } from "../core/attribute-path";
import { Secret } from "../core/secret";
import { isUnknown, type Unknown } from "./value";

/** A typed value without its unknowns, on all levels. */
export type Known<T> = T extends Unknown
  ? never
  : T extends Secret | string | number | boolean | null | undefined
    ? T
    : { readonly [K in keyof T]: Known<T[K]> };

/** The same value when nothing inside is unknown, else undefined. */
export function known<T>(value: T): Known<T> | undefined {
  return unknownPaths(value).length === 0 ? (value as Known<T>) : undefined;
}

/** Where unknown values stand inside a typed value: `auth.client_secret.secret_key`. */
export function unknownPaths(value: unknown, path: readonly (string | number)[] = []): readonly string[] {
  if (isUnknown(value)) return [formatPath(path)];
  if (typeof value !== "object" || value === null || value instanceof Secret) return [];
  const step = (name: string) => (Array.isArray(value) ? Number(name) : name);
  return Object.entries(value).flatMap(([name, member]) => unknownPaths(member, [...path, step(name)]));
}

import type { AttributeMap, Block, BlockMap, Mode, NestedAttribute, ScalarAttribute, Schema } from "./schema";
import type { Unknown } from "./value";

/**
 * The three moments at which a value of a schema is looked at: `config` may hold unknowns, `known` is configuration
 * at apply, `state` is what was stored; there everything may be null, since an import stores what it can.
 */
type Moment = "config" | "known" | "state";

type OrUnknown<T extends Moment> = T extends "config" ? Unknown : never;

type OrNull<M extends Mode, N extends boolean, T extends Moment> = T extends "state"
  ? null
  : M extends "required"
    ? N extends true
      ? null
      : never
    : null;

type AttributeAt<A, T extends Moment> =
  A extends ScalarAttribute<infer V, infer M, infer N>
    ? V | OrUnknown<T> | OrNull<M, N, T>
    : A extends NestedAttribute<infer Inner, infer G, infer M, infer N>
      ?
          | (G extends "list"
              ? readonly ObjectAt<Inner, Record<never, never>, T>[]
              : ObjectAt<Inner, Record<never, never>, T>)
          | OrUnknown<T>
          | OrNull<M, N, T>
      : never;

type BlockAt<B, T extends Moment> =
  B extends Block<infer Inner, infer Blocks, infer R>
    ? ObjectAt<Inner, Blocks, T> | (T extends "state" ? null : R extends true ? never : null)
    : never;

type ObjectAt<A extends AttributeMap, B extends BlockMap, T extends Moment> = {
  readonly [K in keyof A]: AttributeAt<A[K], T>;
} & { readonly [K in keyof B]: BlockAt<B[K], T> };

type SchemaAt<S, T extends Moment> = S extends Schema<infer A, infer B> ? ObjectAt<A, B, T> : never;

/** Configuration as validate and plan see it: anything may be unknown. */
export type Config<S extends Schema> = SchemaAt<S, "config">;

/** Configuration as apply and data sources see it: everything is known. */
export type KnownConfig<S extends Schema> = SchemaAt<S, "known">;

/** A planned object: what apply will decide is unknown. */
export type Planned<S extends Schema> = SchemaAt<S, "config">;

/** A stored object. Anything may be null: an import knows little. */
export type State<S extends Schema> = SchemaAt<S, "state">;

import type { z } from "zod";
import type { Secret } from "../core/secret";
import type { Type } from "./value";

/**
 * Who may set an attribute: the configuration must (`required`), may (`optional`), may with the provider filling
 * in what it leaves out (`optional_computed`), or only the provider does (`computed`).
 */
export type Mode = "required" | "optional" | "optional_computed" | "computed";

/**
 * A rule on a known, non-null value: a zod schema, made when it is first needed. zod is handed in because loading
 * it costs more than a Terraform command that validates nothing may pay. The message is a half sentence that
 * follows the attribute's name: "must be a lower-case UUID".
 */
export type Rule = (zod: typeof z) => z.ZodType;

/** What every attribute says of itself. */
export interface AttributeOptions<M extends Mode> {
  readonly mode: M;
  /** Markdown, for the reference documentation and for editors. */
  readonly description: string;
  readonly rule?: Rule;
  /** A change of a known value replaces the resource. A prior null never does. */
  readonly replaces?: boolean;
  /** Marked sensitive: Terraform hides it in its output. It is *not* hidden in a saved plan. */
  readonly sensitive?: boolean;
  /** Never stored in plan or state (Terraform ≥ 1.11). The framework nulls it; resource code only sees configuration. */
  readonly writeOnly?: boolean;
  /** For `required`: an explicit null is a value of its own and not refused. */
  readonly nullable?: boolean;
  /** Why it should not be used any more, and what to use instead. */
  readonly deprecated?: string;
}

/** One attribute holding a string, number, bool or a collection of them. `V` is what TypeScript sees of it. */
export interface ScalarAttribute<V = unknown, M extends Mode = Mode, N extends boolean = boolean> {
  readonly kind: "scalar";
  readonly type: Type;
  readonly mode: M;
  readonly description: string;
  readonly rule: Rule | undefined;
  readonly replaces: boolean;
  readonly sensitive: boolean;
  readonly writeOnly: boolean;
  readonly nullable: N;
  readonly deprecated: string | undefined;
  /** Planned wherever the configuration is null; only with `optional_computed`. */
  readonly default: string | number | boolean | undefined;
  /** TypeScript sees a {@link Secret} instead of the string. */
  readonly secret: boolean;
  /** Carries `V` at type level only; never set. */
  readonly phantom?: V;
}

/** How a nested attribute repeats. */
export type Nesting = "single" | "list";

/** An attribute that is an object (or a list of objects) of further attributes. */
export interface NestedAttribute<
  A extends AttributeMap = AttributeMap,
  N extends Nesting = Nesting,
  M extends Mode = Mode,
  Nullable extends boolean = boolean,
> {
  readonly kind: "nested";
  readonly attributes: A;
  readonly nesting: N;
  readonly mode: M;
  readonly description: string;
  readonly replaces: boolean;
  readonly nullable: Nullable;
}

/** Any attribute. */
export type Attribute = ScalarAttribute | NestedAttribute;

/** Attributes by name. Names are Terraform's: lower case with underscores. */
export interface AttributeMap {
  readonly [name: string]: Attribute;
}

/** A nested block that stands once or not at all (`NestingSingle`). */
export interface Block<
  A extends AttributeMap = AttributeMap,
  B extends BlockMap = BlockMap,
  R extends boolean = boolean,
> {
  readonly description: string;
  readonly attributes: A;
  readonly blocks: B;
  readonly constraints: readonly Constraint[];
  /** Terraform refuses a configuration without it. */
  readonly required: R;
}

/** Blocks by name. */
export interface BlockMap {
  readonly [name: string]: Block;
}

/** A rule over several members (attributes or blocks) of one object. Unknown members postpone it to plan. */
export type Constraint =
  | { readonly kind: "exactly_one_of"; readonly members: readonly string[]; readonly hint?: string }
  | { readonly kind: "at_most_one_of"; readonly members: readonly string[]; readonly hint?: string }
  | {
      readonly kind: "requires";
      readonly member: string;
      readonly needs: readonly string[];
      readonly hint?: string;
    };

/** Default timeouts of a resource's operations in milliseconds; the user overrides the first three in `timeouts`. */
export interface TimeoutDefaults {
  readonly create: number;
  readonly update: number;
  readonly delete: number;
  /** Bounds refresh; not configurable. */
  readonly read: number;
}

/** The declaration of a provider, resource or data source: everything else about its shape is derived from it. */
export interface Schema<A extends AttributeMap = AttributeMap, B extends BlockMap = BlockMap> {
  /** Raised when stored state has to be upgraded. */
  readonly version: number;
  readonly description: string;
  readonly attributes: A;
  readonly blocks: B;
  readonly constraints: readonly Constraint[];
  readonly timeouts: TimeoutDefaults | undefined;
}

type ScalarOptions = AttributeOptions<Mode> & { readonly default?: string | number | boolean };

/** Types are taken from the options and not from where the result stands, or every literal would widen. */
type ScalarOf<V, O extends ScalarOptions> = ScalarAttribute<V, O["mode"], NullableOf<O>>;
type NullableOf<O> = O extends { readonly nullable: true } ? true : false;
type AttributesOf<O> = O extends { readonly attributes: infer A extends AttributeMap } ? A : NoMembers;
type BlocksOf<O> = O extends { readonly blocks: infer B extends BlockMap } ? B : NoMembers;
type RequiredOf<O> = O extends { readonly required: true } ? true : false;
type NoMembers = Record<never, never>;

function scalar<V, const O extends ScalarOptions>(type: Type, options: O, isSecret: boolean): ScalarOf<V, O> {
  if (options.default !== undefined && options.mode !== "optional_computed") {
    throw new TypeError(
      "an attribute with a default must be optional_computed, or Terraform refuses the plan",
    );
  }
  return {
    kind: "scalar",
    type,
    mode: options.mode,
    description: options.description,
    rule: options.rule,
    replaces: options.replaces ?? false,
    sensitive: options.sensitive ?? isSecret,
    writeOnly: options.writeOnly ?? false,
    nullable: (options.nullable ?? false) as NullableOf<O>,
    deprecated: options.deprecated,
    default: options.default,
    secret: isSecret,
  };
}

/** A string attribute. */
export function string<const O extends ScalarOptions & { readonly default?: string }>(
  options: O,
): ScalarOf<string, O> {
  return scalar("string", options, false);
}

/** A string attribute that holds a credential: sensitive, and a `Secret` in TypeScript. */
export function secret<const O extends ScalarOptions & { readonly default?: never }>(
  options: O,
): ScalarOf<Secret, O> {
  return scalar("string", options, true);
}

/** A number attribute; the framework refuses what a double does not hold exactly. */
export function number<const O extends ScalarOptions & { readonly default?: number }>(
  options: O,
): ScalarOf<number, O> {
  return scalar("number", options, false);
}

/** A bool attribute. */
export function bool<const O extends ScalarOptions & { readonly default?: boolean }>(
  options: O,
): ScalarOf<boolean, O> {
  return scalar("bool", options, false);
}

/** A list of strings. */
export function stringList<const O extends ScalarOptions & { readonly default?: never }>(
  options: O,
): ScalarOf<readonly string[], O> {
  return scalar(["list", "string"], options, false);
}

interface NestedOptions {
  readonly mode: Mode;
  readonly description: string;
  readonly attributes: AttributeMap;
  readonly replaces?: boolean;
  /** For `required`: an explicit null is a value of its own and not refused. */
  readonly nullable?: boolean;
}

/** An attribute that is one object. */
export function nested<const O extends NestedOptions>(
  options: O,
): NestedAttribute<O["attributes"], "single", O["mode"], NullableOf<O>> {
  return nestedAttribute("single", options);
}

/** An attribute that is a list of objects. */
export function nestedList<const O extends NestedOptions>(
  options: O,
): NestedAttribute<O["attributes"], "list", O["mode"], NullableOf<O>> {
  return nestedAttribute("list", options);
}

function nestedAttribute<G extends Nesting, const O extends NestedOptions>(
  nesting: G,
  options: O,
): NestedAttribute<O["attributes"], G, O["mode"], NullableOf<O>> {
  return {
    kind: "nested",
    attributes: options.attributes,
    nesting,
    mode: options.mode,
    description: options.description,
    replaces: options.replaces ?? false,
    nullable: (options.nullable ?? false) as NullableOf<O>,
  };
}

interface ShapeOptions {
  readonly description: string;
  readonly attributes?: AttributeMap;
  readonly blocks?: BlockMap;
  readonly constraints?: readonly Constraint[];
}

/** A nested block. */
export function block<const O extends ShapeOptions & { readonly required?: boolean }>(
  options: O,
): Block<AttributesOf<O>, BlocksOf<O>, RequiredOf<O>> {
  return {
    description: options.description,
    attributes: (options.attributes ?? {}) as AttributesOf<O>,
    blocks: (options.blocks ?? {}) as BlocksOf<O>,
    constraints: options.constraints ?? [],
    required: (options.required ?? false) as RequiredOf<O>,
  };
}

/** The schema of a provider, resource or data source. */
export function defineSchema<
  const O extends ShapeOptions & { readonly version?: number; readonly timeouts?: TimeoutDefaults },
>(options: O): Schema<AttributesOf<O>, BlocksOf<O>> {
  return {
    version: options.version ?? 0,
    description: options.description,
    attributes: (options.attributes ?? {}) as AttributesOf<O>,
    blocks: (options.blocks ?? {}) as BlocksOf<O>,
    constraints: options.constraints ?? [],
    timeouts: options.timeouts,
  };
}

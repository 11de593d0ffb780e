import type { AttributePath } from "../core/attribute-path";
import type { CallOptions } from "../core/clock";
import type { Logger } from "../core/log";
import type { Diagnostics } from "./diagnostics";
import type { Config, KnownConfig, Planned, State } from "./infer";
import type { PrivateState } from "./private-state";
import type { Schema } from "./schema";

/** What every call of resource code is given beside its values. */
export interface OperationContext<P> {
  /** What the provider's `configure` returned. */
  readonly provider: P;
  /** Warnings, and errors that come together with a result. An error without a result is thrown instead. */
  readonly diagnostics: Diagnostics;
  readonly log: Logger;
  /** Aborts on Ctrl-C; its deadline is the operation's timeout. */
  readonly call: CallOptions;
}

/** A plan of a create (`prior` is null) or of an update. */
export interface PlanRequest<S extends Schema, P> extends OperationContext<P> {
  readonly config: Config<S>;
  readonly prior: State<S> | null;
  /** What the framework's passes made: configuration, defaults, prior values of what is computed; on create unknown. */
  readonly planned: Planned<S>;
  readonly private: PrivateState;
}

/** What a plan ends in. */
export interface PlanResult<S extends Schema> {
  readonly planned: Planned<S>;
  /** Further attributes whose change replaces the object, beside those declared with `replaces`. */
  readonly replaces?: readonly AttributePath[];
}

/** The create of an object. */
export interface CreateRequest<S extends Schema, P> extends OperationContext<P> {
  readonly config: KnownConfig<S>;
  readonly planned: Planned<S>;
  readonly private: PrivateState;
}

/** An update in place. */
export interface UpdateRequest<S extends Schema, P> extends CreateRequest<S, P> {
  readonly prior: State<S>;
}

/** A refresh, and a delete. */
export interface StateRequest<S extends Schema, P> extends OperationContext<P> {
  readonly state: State<S>;
  readonly private: PrivateState;
}

/** An import by an id that the user gave. */
export interface ImportRequest<P> extends OperationContext<P> {
  readonly id: string;
  readonly private: PrivateState;
}

/**
 * The behaviour of one resource type. Each method throws a `Problem` for what ends it without a result; then
 * nothing was created, and after an update the prior state stays. A method that wrote something and failed after
 * that returns the state and adds the error to `diagnostics`: Terraform stores both.
 */
export interface Resource<S extends Schema, P> {
  /** Rules that declarations cannot express. Values may be unknown; the provider may not be configured. */
  validate?(request: { readonly config: Config<S>; readonly diagnostics: Diagnostics }): void;
  /** Must be a pure function of its request: Terraform runs it again, in another process, before apply. */
  plan?(request: PlanRequest<S, P>): Promise<PlanResult<S>>;
  /** Warnings about a destroy, at plan time. Nothing may be called that could fail. */
  planDestroy?(request: StateRequest<S, P>): Promise<void>;
  create(request: CreateRequest<S, P>): Promise<State<S>>;
  /** The object as it is now, or null when it is gone for certain. */
  read(request: StateRequest<S, P>): Promise<State<S> | null>;
  update(request: UpdateRequest<S, P>): Promise<State<S>>;
  delete(request: StateRequest<S, P>): Promise<void>;
  /** What the id alone says; the framework adds defaults and nulls, and Terraform refreshes it afterwards. */
  import?(request: ImportRequest<P>): Promise<Partial<State<S>>>;
  /** From a stored version (the key) to the next: JSON in, JSON out. */
  readonly upgrades?: Readonly<Record<number, (state: Record<string, unknown>) => Record<string, unknown>>>;
}

/** The read of a data source. */
export interface DataSourceRequest<S extends Schema, P> extends OperationContext<P> {
  readonly config: KnownConfig<S>;
}

/** The behaviour of one data source. */
export interface DataSource<S extends Schema, P> {
  validate?(request: { readonly config: Config<S>; readonly diagnostics: Diagnostics }): void;
  /** The whole result; nothing in it may be unknown. */
  read(request: DataSourceRequest<S, P>): Promise<State<S>>;
}

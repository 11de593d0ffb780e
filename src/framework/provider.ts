import type { Logger } from "../core/log";
import type { Diagnostics } from "./diagnostics";
import type { Config } from "./infer";
import type { DataSource, Resource } from "./resource";
import type { Schema } from "./schema";

/**
 * A resource type as the provider lists it: its schema at hand, its behaviour loaded when it is first needed, since
 * a command that only validates should not pay for clients. `S` is erased here; only the framework looks inside.
 */
export interface ResourceEntry<P> {
  readonly type: string;
  readonly schema: Schema;
  load(): Promise<Resource<Schema, P>>;
}

/** A data source as the provider lists it. */
export interface DataSourceEntry<P> {
  readonly type: string;
  readonly schema: Schema;
  load(): Promise<DataSource<Schema, P>>;
}

/** Lists a resource. The cast is sound because the framework only hands it values of this very schema. */
export function resourceEntry<S extends Schema, P>(
  type: string,
  schema: S,
  load: () => Promise<Resource<S, P>>,
): ResourceEntry<P> {
  return { type, schema, load: load as unknown as () => Promise<Resource<Schema, P>> };
}

/** Lists a data source. */
export function dataSourceEntry<S extends Schema, P>(
  type: string,
  schema: S,
  load: () => Promise<DataSource<S, P>>,
): DataSourceEntry<P> {
  return { type, schema, load: load as unknown as () => Promise<DataSource<Schema, P>> };
}

/** What `configure` is given. Values may be unknown while Terraform plans. */
export interface ConfigureRequest<S extends Schema> {
  readonly config: Config<S>;
  readonly diagnostics: Diagnostics;
  readonly log: Logger;
  readonly terraformVersion: string;
  /** Aborts on Ctrl-C. */
  readonly signal: AbortSignal;
}

/** A provider: what the protocol serves, through the framework. */
export interface Provider<S extends Schema, P> {
  /** `entrascim`: the prefix of its types. */
  readonly name: string;
  readonly version: string;
  readonly schema: S;
  readonly resources: readonly ResourceEntry<P>[];
  readonly dataSources: readonly DataSourceEntry<P>[];
  validate?(request: { readonly config: Config<S>; readonly diagnostics: Diagnostics }): void;
  /** Must not touch the network: it also runs before an apply that has nothing to do. */
  configure(request: ConfigureRequest<S>): Promise<P>;
}

import type { CallOptions, Clock } from "../../core/clock";
import type { LogFields, Logger } from "../../core/log";
import { Problem } from "../../core/problem";
import { type Diagnostic, Diagnostics } from "../diagnostics";
import type { DataSourceEntry, Provider, ResourceEntry } from "../provider";
import type { DataSource, OperationContext, Resource } from "../resource";
import type { Schema } from "../schema";
import { type LoadZod, RuleChecker } from "../validation/check-rules";

/** What the server is given beside the provider. */
export interface RuntimeOptions {
  readonly log: Logger;
  readonly clock: Clock;
  readonly loadZod: LoadZod;
}

/** One call of Terraform while it is under way. */
export interface Operation {
  readonly diagnostics: Diagnostics;
  /** Says with every message which operation of which type it belongs to. */
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** What resource code is given, with a deadline so many milliseconds from now. */
  context<P>(provider: P, timeoutMs: number): OperationContext<P>;
}

/**
 * What the operations share: the provider and whether it is configured, the types it has, and what runs an operation
 * so that whatever is thrown inside becomes a diagnostic. Nothing is kept from one operation for another.
 */
export class Runtime<P> {
  readonly rules: RuleChecker;
  readonly #resources: ReadonlyMap<string, ResourceEntry<P>>;
  readonly #dataSources: ReadonlyMap<string, DataSourceEntry<P>>;
  readonly #underWay = new Set<AbortController>();
  #configured: { readonly provider: P } | null = null;

  constructor(
    readonly definition: Pick<Provider<Schema, P>, "name" | "version" | "resources" | "dataSources">,
    private readonly options: RuntimeOptions,
  ) {
    this.rules = new RuleChecker(options.loadZod);
    this.#resources = new Map(definition.resources.map((entry) => [entry.type, entry]));
    this.#dataSources = new Map(definition.dataSources.map((entry) => [entry.type, entry]));
  }

  /** Whether `configure` has succeeded. While Terraform only validates it is not called. */
  get isConfigured(): boolean {
    return this.#configured !== null;
  }

  /** What `configure` returned; a second one replaces the first. Null while it has not succeeded. */
  setProvider(configured: { readonly provider: P } | null): void {
    this.#configured = configured;
  }

  /** What `configure` returned. Throws when it has not succeeded. */
  get provider(): P {
    if (this.#configured !== null) return this.#configured.provider;
    throw new Problem("internal", {
      summary: `The provider ${this.definition.name} is not configured`,
      detail:
        "Terraform asked for an operation that needs the provider's configuration before it had configured the provider, or although configuring it had failed.",
    });
  }

  /** The resource type of this name. Throws when the provider has none. */
  resource(type: string): ResourceEntry<P> {
    const entry = this.#resources.get(type);
    if (entry === undefined) throw this.#unknownType("resource", type);
    return entry;
  }

  /** The data source of this name. Throws when the provider has none. */
  dataSource(type: string): DataSourceEntry<P> {
    const entry = this.#dataSources.get(type);
    if (entry === undefined) throw this.#unknownType("data source", type);
    return entry;
  }

  /** A resource type with its behaviour, for an operation whose messages may then only point into its schema. */
  async loadResource(
    type: string,
    { diagnostics }: Pick<Operation, "diagnostics">,
  ): Promise<{ schema: Schema; resource: Resource<Schema, P> }> {
    const entry = this.resource(type);
    diagnostics.pointInto(entry.schema);
    return { schema: entry.schema, resource: await entry.load() };
  }

  /** A data source with its behaviour, for an operation whose messages may then only point into its schema. */
  async loadDataSource(
    type: string,
    { diagnostics }: Pick<Operation, "diagnostics">,
  ): Promise<{ schema: Schema; dataSource: DataSource<Schema, P> }> {
    const entry = this.dataSource(type);
    diagnostics.pointInto(entry.schema);
    return { schema: entry.schema, dataSource: await entry.load() };
  }

  /**
   * Runs one operation: logs its start and end, and ends it with `fallback` and an error when it throws. This is
   * the only place where what is thrown becomes a diagnostic.
   */
  async run<R extends object>(
    name: string,
    type: string,
    fallback: R,
    body: (operation: Operation) => Promise<R>,
  ): Promise<R & { readonly diagnostics: readonly Diagnostic[] }> {
    const { clock } = this.options;
    const log = withFields(this.options.log, { operation: name, type });
    const controller = new AbortController();
    const diagnostics = new Diagnostics();
    const started = clock.now();
    const context = <Q>(provider: Q, timeoutMs: number): OperationContext<Q> => {
      const call: CallOptions = { signal: controller.signal, deadline: clock.now() + timeoutMs };
      return { provider, diagnostics, log, call };
    };
    this.#underWay.add(controller);
    log.log("debug", "operation started");
    let result = fallback;
    try {
      result = await body({ diagnostics, log, signal: controller.signal, context });
    } catch (caught) {
      diagnostics.thrown(caught);
    } finally {
      this.#underWay.delete(controller);
    }
    log.log("debug", "operation ended", {
      duration_ms: clock.now() - started,
      failed: diagnostics.hasErrors,
    });
    return { ...result, diagnostics: diagnostics.items };
  }

  /** Aborts the signal of every operation under way. */
  stop(): void {
    for (const controller of this.#underWay) controller.abort();
  }

  #unknownType(kind: string, type: string): Problem {
    return new Problem("invalid_input", {
      summary: `Unknown ${kind} "${type}"`,
      detail: `The provider ${this.definition.name} ${this.definition.version} has no ${kind} of this name.`,
    });
  }
}

function withFields(log: Logger, fields: LogFields): Logger {
  return { log: (level, message, more) => log.log(level, message, { ...fields, ...more }) };
}

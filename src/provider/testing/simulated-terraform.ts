import { type Clock, systemClock } from "../../core/clock";
import { silentLogger } from "../../core/log";
import { createProviderServer } from "../../framework/create-provider-server";
import type { Diagnostic } from "../../framework/diagnostics";
import { dataSourceEntry, type Provider, resourceEntry } from "../../framework/provider";
import type { ProviderServer } from "../../framework/provider-server";
import type { AttributeMap, BlockMap, Schema } from "../../framework/schema";
import { isObjectValue, isUnknown, objectValue, type Value, valuesEqual } from "../../framework/value";
import { createEntrascimProvider } from "../entrascim-provider";
import type { providerSchema } from "../provider.schema";
import type { Runtime } from "../runtime";

/** Plain configuration, with what is left out left out. */
export type Plain = { readonly [name: string]: unknown };

/** What a plan came to. */
export interface SimulatedPlan {
  readonly planned: Value;
  readonly replaces: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly action: "create" | "update" | "no-op" | "replace";
}

/**
 * One object's life as Terraform leads it: refresh and plan in one process, the second plan and the apply in another,
 * with what core checks of a provider's answers checked here as well. Processes are provider servers with runtimes
 * of their own over the same clients.
 */
export class SimulatedTerraform {
  state: Value = null;
  private: Uint8Array = new Uint8Array();
  /** A create of it ended in an error: it is replaced, and planned as a create alone. */
  tainted = false;
  #process: ProviderServer;

  constructor(
    readonly type: string,
    readonly newRuntime: () => Runtime,
    readonly clock: Clock = systemClock,
  ) {
    this.#process = this.newProcess();
  }

  /** A provider process that was just started and configured. */
  newProcess(): ProviderServer {
    const real = createEntrascimProvider({ env: {}, clock: this.clock, version: "0.0.0-test" });
    const runtime = this.newRuntime();
    const provider: Provider<typeof providerSchema, Runtime> = {
      ...real,
      resources: real.resources.map((entry) => resourceEntry(entry.type, entry.schema, () => entry.load())),
      dataSources: real.dataSources.map((entry) =>
        dataSourceEntry(entry.type, entry.schema, () => entry.load()),
      ),
      configure: async () => runtime,
    };
    return createProviderServer(provider, { log: silentLogger, clock: this.clock });
  }

  get schema(): Schema {
    const schema = this.#process.schemas().resources.get(this.type);
    if (schema === undefined) throw new Error(`no ${this.type}`);
    return schema;
  }

  async #configured(): Promise<ProviderServer> {
    const server = this.newProcess();
    const schema = server.schemas().provider;
    await server.configure({ config: fill(schema, {}), terraformVersion: "1.11.4" });
    return server;
  }

  /** A command's plan walk begins in a new process. */
  async newWalk(): Promise<void> {
    this.#process = await this.#configured();
  }

  async validate(config: Plain): Promise<readonly Diagnostic[]> {
    const request = { type: this.type, config: fill(this.schema, config), writeOnlyAllowed: true };
    return (await this.#process.validateResource(request)).diagnostics;
  }

  async refresh(): Promise<readonly Diagnostic[]> {
    if (this.state === null) return [];
    const result = await this.#process.read({ type: this.type, state: this.state, private: this.private });
    if (!result.diagnostics.some(isError)) {
      this.state = result.state;
      this.private = result.private;
    }
    return result.diagnostics;
  }

  /** Plan in the process of this walk; a replacement is planned a second time as a create. */
  async plan(plain: Plain): Promise<SimulatedPlan> {
    if (this.tainted) {
      const create = await this.#plan(this.#process, null, new Uint8Array(), plain);
      return { ...create, replaces: [], action: "replace" };
    }
    const first = await this.#plan(this.#process, this.state, this.private, plain);
    if (first.replaces.length === 0) {
      const action =
        this.state === null ? "create" : equalPlan(first.planned, this.state) ? "no-op" : "update";
      return { ...first, action };
    }
    const second = await this.#plan(this.#process, null, new Uint8Array(), plain);
    return { ...second, replaces: first.replaces, action: "replace" };
  }

  async #plan(server: ProviderServer, prior: Value, privateBytes: Uint8Array, plain: Plain) {
    const config = fill(this.schema, plain);
    const result = await server.plan({
      type: this.type,
      prior,
      proposed: proposedNew(this.schema.attributes, this.schema.blocks, prior, config),
      config,
      private: privateBytes,
    });
    return { ...result, replaces: result.replaces.map((path) => path.join(".")) };
  }

  /** Applies a plan in another process, which plans again first. Returns the diagnostics of both. */
  async apply(plain: Plain, plan: SimulatedPlan): Promise<readonly Diagnostic[]> {
    if (plan.action === "no-op") return [];
    const server = await this.#configured();
    const diagnostics: Diagnostic[] = [];
    if (plan.action === "replace") diagnostics.push(...(await this.#destroy(server)));
    const again = await this.#plan(server, this.state, this.private, plain);
    diagnostics.push(...again.diagnostics);
    if (diagnostics.some(isError)) return diagnostics;
    assertKnownKept(plan.planned, again.planned, "inconsistent final plan");
    const creates = this.state === null;
    const result = await server.apply({
      type: this.type,
      prior: this.state,
      planned: again.planned,
      config: fill(this.schema, plain),
      private: again.private,
    });
    diagnostics.push(...result.diagnostics);
    if (!diagnostics.some(isError)) {
      assertKnownKept(again.planned, result.state, "inconsistent result after apply");
    }
    this.state = result.state;
    this.private = result.private;
    this.tainted = creates && result.state !== null && result.diagnostics.some(isError);
    return diagnostics;
  }

  async #destroy(server: ProviderServer): Promise<readonly Diagnostic[]> {
    const nothing = await server.plan({
      type: this.type,
      prior: this.state,
      proposed: null,
      config: null,
      private: this.private,
    });
    const result = await server.apply({
      type: this.type,
      prior: this.state,
      planned: null,
      config: null,
      private: nothing.private,
    });
    this.state = result.state;
    this.tainted &&= result.state !== null;
    return [...nothing.diagnostics, ...result.diagnostics];
  }

  /** A destroy in a process of its own. */
  async destroy(): Promise<readonly Diagnostic[]> {
    return this.#destroy(await this.#configured());
  }

  async import(id: string): Promise<readonly Diagnostic[]> {
    await this.newWalk();
    const result = await this.#process.import({ type: this.type, id });
    this.state = result.state;
    this.private = result.private;
    return result.diagnostics.some(isError) ? result.diagnostics : this.refresh();
  }

  /** What `terraform apply` does: a walk that refreshes and plans, then another that applies. */
  async run(
    plain: Plain,
  ): Promise<{ readonly plan: SimulatedPlan; readonly diagnostics: readonly Diagnostic[] }> {
    await this.newWalk();
    const refreshed = await this.refresh();
    const plan = await this.plan(plain);
    const planned = [...refreshed, ...plan.diagnostics];
    if (planned.some(isError)) return { plan, diagnostics: planned };
    return { plan, diagnostics: [...planned, ...(await this.apply(plain, plan))] };
  }

  /** An attribute of the state, by its path. */
  get(...path: string[]): Value {
    return path.reduce<Value>(
      (value, name) => (isObjectValue(value) ? (value[name] ?? null) : null),
      this.state,
    );
  }
}

/** An object of this shape: what was left out is null. */
export function fill(
  shape: { readonly attributes: AttributeMap; readonly blocks: BlockMap },
  plain: Plain,
): Value {
  return objectValue([
    ...Object.entries(shape.attributes).map(([name, attribute]) => {
      const given = plain[name];
      if (attribute.kind === "scalar" || given === undefined || given === null || isUnknown(given)) {
        return [name, (given ?? null) as Value] as const;
      }
      return [name, fill({ attributes: attribute.attributes, blocks: {} }, given as Plain)] as const;
    }),
    ...Object.entries(shape.blocks).map(([name, block]) => {
      const given = plain[name];
      return [name, given === undefined || given === null ? null : fill(block, given as Plain)] as const;
    }),
  ]);
}

/** Core's own merge of configuration and prior state. */
function proposedNew(attributes: AttributeMap, blocks: BlockMap, prior: Value, config: Value): Value {
  if (!isObjectValue(config)) return config;
  const before = isObjectValue(prior) ? prior : {};
  return objectValue([
    ...Object.entries(attributes).map(([name, attribute]) => {
      const written = config[name] ?? null;
      const stored = before[name] ?? null;
      const computed = attribute.mode === "computed" || attribute.mode === "optional_computed";
      if (written === null && computed) return [name, stored] as const;
      if (attribute.kind === "nested" && attribute.nesting === "single" && isObjectValue(written)) {
        return [name, proposedNew(attribute.attributes, {}, stored, written)] as const;
      }
      return [name, written] as const;
    }),
    ...Object.entries(blocks).map(([name, block]) => {
      const merged = proposedNew(block.attributes, block.blocks, before[name] ?? null, config[name] ?? null);
      return [name, merged] as const;
    }),
  ]);
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

function equalPlan(planned: Value, prior: Value): boolean {
  return valuesEqual(planned, prior);
}

/** Core's rule for both steps: what was known stays as it was. */
function assertKnownKept(before: Value, after: Value, what: string, path = ""): void {
  if (isUnknown(before)) return;
  if (isObjectValue(before) && isObjectValue(after)) {
    for (const name of Object.keys(before)) {
      assertKnownKept(before[name] ?? null, after[name] ?? null, what, `${path}.${name}`);
    }
    return;
  }
  if (!valuesEqual(before, after)) throw new Error(`${what} at ${path}`);
}

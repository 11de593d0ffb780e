import { z } from "zod";
import type { Clock } from "../core/clock";
import type { LogFields, Logger } from "../core/log";
import { createProviderServer } from "./create-provider-server";
import { dataSourceEntry, type Provider, resourceEntry } from "./provider";
import type { ProviderServer } from "./provider-server";
import type { DataSource, Resource } from "./resource";
import { block, bool, defineSchema, nested, nestedList, number, secret, string, stringList } from "./schema";
import { timeoutsBlock } from "./timeouts";
import { objectValue, type Value } from "./value";

const timeouts = { create: 60_000, update: 120_000, delete: 180_000, read: 20_000 };

/** A resource with one of everything that the framework treats specially. */
export const toySchema = defineSchema({
  description: "A toy.",
  version: 2,
  timeouts,
  constraints: [
    { kind: "exactly_one_of", members: ["source", "token_wo"], hint: "Give a source block or token_wo." },
    { kind: "requires", member: "token_wo", needs: ["token_wo_version"] },
  ],
  attributes: {
    name: string({
      mode: "required",
      description: "Name.",
      rule: (zod) =>
        zod
          .string()
          .max(8, "must be at most 8 characters long")
          .regex(/^[a-z]+$/, "must be lower-case"),
    }),
    note: string({ mode: "optional", description: "Note.", deprecated: "Use name." }),
    count_of: number({
      mode: "optional",
      description: "Count.",
      rule: (zod) => zod.number().int("must be whole"),
    }),
    tags: stringList({
      mode: "optional",
      description: "Tags.",
      rule: (zod) => zod.array(zod.string().min(1, "must not be empty")),
    }),
    on_destroy: string({ mode: "optional_computed", default: "retain", description: "What a destroy does." }),
    enabled: bool({ mode: "optional_computed", default: true, description: "Whether it is on." }),
    tenant: string({ mode: "optional_computed", description: "Tenant." }),
    token_wo: secret({
      mode: "optional",
      writeOnly: true,
      description: "Token.",
      rule: (zod) => zod.string().min(4, "must have at least 4 characters"),
    }),
    token_wo_version: number({ mode: "optional", description: "Version of the token." }),
    password: secret({ mode: "optional", description: "A stored secret." }),
    settings: nested({
      mode: "optional_computed",
      description: "Settings.",
      attributes: {
        level: string({ mode: "optional_computed", default: "low", description: "Level." }),
        stamp: string({ mode: "computed", description: "Stamp." }),
      },
    }),
    rules: nestedList({
      mode: "optional",
      description: "Rules.",
      attributes: {
        key: string({ mode: "required", description: "Key.", replaces: true }),
        weight: number({ mode: "optional_computed", default: 1, description: "Weight." }),
        etag: string({ mode: "computed", description: "Etag." }),
      },
    }),
    id: string({ mode: "computed", description: "Id." }),
    version: number({ mode: "computed", description: "Version." }),
    job: nested({
      mode: "computed",
      description: "Job.",
      attributes: { status: string({ mode: "computed", description: "Status." }) },
    }),
  },
  blocks: {
    source: block({
      description: "Source.",
      attributes: {
        project_id: string({ mode: "optional_computed", description: "Project." }),
        key: string({ mode: "required", description: "Key." }),
        mode: string({ mode: "optional_computed", default: "latest", description: "Mode." }),
      },
    }),
    destination: block({
      required: true,
      description: "Destination.",
      attributes: {
        connection: nested({
          mode: "required",
          description: "Connection.",
          attributes: { client_id: string({ mode: "required", nullable: true, description: "Client." }) },
        }),
        target: string({ mode: "required", replaces: true, description: "Target." }),
      },
    }),
    auth: block({
      description: "How to sign in.",
      constraints: [{ kind: "exactly_one_of", members: ["password_file", "cli", "federated"] }],
      attributes: { password_file: string({ mode: "optional", description: "File." }) },
      blocks: {
        cli: block({ description: "CLI." }),
        federated: block({
          description: "Federated.",
          attributes: { file: string({ mode: "optional", description: "File." }) },
        }),
      },
    }),
    timeouts: timeoutsBlock(timeouts),
  },
});

/** A data source with a default and a result. */
export const toyDataSchema = defineSchema({
  description: "A toy to look at.",
  attributes: {
    search: string({
      mode: "required",
      description: "Search.",
      rule: (zod) => zod.string().min(1, "must not be empty"),
    }),
    all: bool({ mode: "optional_computed", default: false, description: "All." }),
    found: stringList({ mode: "computed", description: "Found." }),
  },
});

/** The toy provider's configuration. */
export const toyProviderSchema = defineSchema({
  description: "The toy provider.",
  attributes: {
    region: string({
      mode: "optional",
      description: "Region.",
      rule: (zod) => zod.enum(["eu", "us"], "must be one of eu, us"),
    }),
    api_key: secret({ mode: "optional", description: "Key." }),
  },
});

/** What the toy's `configure` returns. */
export interface ToyClient {
  readonly generation: number;
}

/** The toy's resource handlers. */
export type ToyResource = Resource<typeof toySchema, ToyClient>;

/** The toy's data source handlers. */
export type ToyDataSource = DataSource<typeof toyDataSchema, ToyClient>;

/** What a test replaces of the toy. */
export interface ToyOptions {
  readonly resource?: Partial<ToyResource>;
  readonly dataSource?: Partial<ToyDataSource>;
  readonly provider?: Partial<Provider<typeof toyProviderSchema, ToyClient>>;
  /** Whether zod is loaded as the server does by itself; by default it is handed in and counted. */
  readonly loadZod?: "own";
}

/** A clock that stands still until it is told otherwise. */
export class StillClock implements Clock {
  time = 1_000_000;
  now(): number {
    return this.time;
  }
  sleep(): Promise<void> {
    return Promise.resolve();
  }
}

/** A logger that keeps what it is told. */
export class KeepingLogger implements Logger {
  readonly lines: { level: string; message: string; fields: LogFields | undefined }[] = [];
  log(level: string, message: string, fields?: LogFields): void {
    this.lines.push({ level, message, fields });
  }
}

/** A toy server with its clock, log, and how often behaviour and zod were loaded. */
export interface Toy {
  readonly server: ProviderServer;
  readonly clock: StillClock;
  readonly log: KeepingLogger;
  readonly loads: { resource: number; zod: number };
}

function fail(): never {
  throw new Error("not expected to be called");
}

/** A toy server, not configured yet. */
export function makeToy(options: ToyOptions = {}): Toy {
  const clock = new StillClock();
  const log = new KeepingLogger();
  const loads = { resource: 0, zod: 0 };
  let generation = 0;
  const resource: ToyResource = { create: fail, read: fail, update: fail, delete: fail, ...options.resource };
  const dataSource: ToyDataSource = { read: fail, ...options.dataSource };
  const provider: Provider<typeof toyProviderSchema, ToyClient> = {
    name: "toy",
    version: "1.2.3",
    schema: toyProviderSchema,
    resources: [
      resourceEntry("toy_thing", toySchema, () => {
        loads.resource++;
        return Promise.resolve(resource);
      }),
    ],
    dataSources: [dataSourceEntry("toy_look", toyDataSchema, () => Promise.resolve(dataSource))],
    configure: () => Promise.resolve({ generation: ++generation }),
    ...options.provider,
  };
  const countedZod = () => {
    loads.zod++;
    return Promise.resolve(z);
  };
  const server = createProviderServer(provider, {
    log,
    clock,
    ...(options.loadZod === "own" ? {} : { loadZod: countedZod }),
  });
  return { server, clock, log, loads };
}

/** A toy server that Terraform has configured. */
export async function configuredToy(options: ToyOptions = {}): Promise<Toy> {
  const toy = makeToy(options);
  const result = await toy.server.configure({ config: value({}), terraformVersion: "1.11.4" });
  if (result.diagnostics.length > 0) throw new Error(JSON.stringify(result.diagnostics));
  return toy;
}

/** A raw value from plain objects; missing members are left out, as hostile clients may. */
export function value(plain: Plain): Value {
  if (Array.isArray(plain)) return plain.map(value);
  if (typeof plain === "object" && plain !== null && Object.getPrototypeOf(plain) === Object.prototype) {
    return objectValue(Object.entries(plain).map(([key, inner]) => [key, value(inner as Plain)]));
  }
  return plain as Value;
}

/** What {@link value} takes: values with ordinary objects. */
export type Plain = Value | readonly Plain[] | { readonly [key: string]: Plain };

/** The smallest good configuration of the toy, with what differs. */
export function toyConfig(changes: { readonly [key: string]: Plain } = {}): Value {
  return value({
    name: "one",
    source: { key: "K" },
    destination: { connection: { client_id: null }, target: "t-1" },
    ...changes,
  });
}

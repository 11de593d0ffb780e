import type { Clock } from "../core/clock";
import type { Logger } from "../core/log";
import { apply } from "./operations/apply";
import { configure, validateProvider } from "./operations/configure";
import { readDataSource, validateDataSource } from "./operations/data-source";
import { importResource } from "./operations/import";
import { plan } from "./operations/plan";
import { read } from "./operations/read";
import { Runtime } from "./operations/runtime";
import { upgradeState } from "./operations/upgrade-state";
import { validateResource } from "./operations/validate-resource";
import type { Provider } from "./provider";
import type { ProviderSchemas, ProviderServer } from "./provider-server";
import type { Schema } from "./schema";
import type { LoadZod } from "./validation/check-rules";

/** What a provider server needs from its surroundings. */
export interface ProviderServerOptions {
  /** Gets the start and end of each operation, and what resource code logs. No values. */
  readonly log: Logger;
  readonly clock: Clock;
  /** How zod is loaded when the first rule is checked. Default: by a dynamic import. */
  readonly loadZod?: LoadZod;
}

/**
 * Serves a provider's declarations and handlers as the protocol asks for them. The methods may be called side by
 * side, and nothing that one call learns changes what another answers, but for `configure`.
 */
export function createProviderServer<S extends Schema, P>(
  provider: Provider<S, P>,
  options: ProviderServerOptions,
): ProviderServer {
  // Sound because the framework only hands it values of this very schema.
  const definition = provider as unknown as Provider<Schema, P>;
  const runtime = new Runtime(definition, { loadZod: importZod, ...options });
  const schemas = schemasOf(definition);
  return {
    name: provider.name,
    version: provider.version,
    schemas: () => schemas,
    validateProvider: (request) => validateProvider(runtime, definition, request),
    configure: (request) => configure(runtime, definition, request),
    validateResource: (request) => validateResource(runtime, request),
    upgradeState: (request) => upgradeState(runtime, request),
    read: (request) => read(runtime, request),
    plan: (request) => plan(runtime, request),
    apply: (request) => apply(runtime, request),
    import: (request) => importResource(runtime, request),
    validateDataSource: (request) => validateDataSource(runtime, request),
    readDataSource: (request) => readDataSource(runtime, request),
    stop: () => runtime.stop(),
  };
}

function schemasOf<P>(provider: Provider<Schema, P>): ProviderSchemas {
  return {
    provider: provider.schema,
    resources: new Map(provider.resources.map((entry) => [entry.type, entry.schema])),
    dataSources: new Map(provider.dataSources.map((entry) => [entry.type, entry.schema])),
  };
}

const importZod: LoadZod = async () => (await import("zod")).z;

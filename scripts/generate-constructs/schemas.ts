import { systemClock } from "../../src/core/clock";
import type { ProviderSchemas } from "../../src/framework/provider-server";
import { createEntrascimProvider } from "../../src/provider/entrascim-provider";

const provider = createEntrascimProvider({ env: {}, clock: systemClock, version: "" });

/** What bindings are generated for: every type that the provider serves. */
export const schemas: ProviderSchemas = {
  provider: provider.schema,
  resources: new Map(provider.resources.map(({ type, schema }) => [type, schema])),
  dataSources: new Map(provider.dataSources.map(({ type, schema }) => [type, schema])),
};

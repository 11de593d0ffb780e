import { dataSourceEntry, type Provider, resourceEntry } from "../framework/provider";
import type { ConfigureOptions } from "./configure";
import { provisioningStatusSchema } from "./data-sources/provisioning-status.schema";
import { secretSchema } from "./data-sources/secret.schema";
import { servicePrincipalSchema } from "./data-sources/service-principal.schema";
import { servicePrincipalsSchema } from "./data-sources/service-principals.schema";
import { providerSchema } from "./provider.schema";
import { connectionSchema } from "./resources/connection.schema";
import { syncSchema } from "./resources/sync.schema";
import type { Runtime } from "./runtime";

/** The provider `entrascim`: its schemas at hand, the behaviour behind them loaded when it is first needed. */
export function createEntrascimProvider(options: ConfigureOptions): Provider<typeof providerSchema, Runtime> {
  return {
    name: "entrascim",
    version: options.version,
    schema: providerSchema,
    resources: [
      resourceEntry(
        "entrascim_connection",
        connectionSchema,
        async () => (await import("./resources/connection")).connectionResource,
      ),
      resourceEntry(
        "entrascim_sync",
        syncSchema,
        async () => (await import("./resources/sync")).syncResource,
      ),
    ],
    dataSources: [
      dataSourceEntry(
        "entrascim_service_principals",
        servicePrincipalsSchema,
        async () => (await import("./data-sources/service-principals")).servicePrincipalsDataSource,
      ),
      dataSourceEntry(
        "entrascim_service_principal",
        servicePrincipalSchema,
        async () => (await import("./data-sources/service-principal")).servicePrincipalDataSource,
      ),
      dataSourceEntry(
        "entrascim_secret",
        secretSchema,
        async () => (await import("./data-sources/secret")).secretDataSource,
      ),
      dataSourceEntry(
        "entrascim_provisioning_status",
        provisioningStatusSchema,
        async () => (await import("./data-sources/provisioning-status")).provisioningStatusDataSource,
      ),
    ],
    configure: async (request) => (await import("./configure")).configure(request, options),
  };
}

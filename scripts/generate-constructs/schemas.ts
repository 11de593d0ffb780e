import type { ProviderSchemas } from "../../src/framework/provider-server";
import type { Schema } from "../../src/framework/schema";
import { provisioningStatusSchema } from "../../src/provider/data-sources/provisioning-status.schema";
import { secretSchema } from "../../src/provider/data-sources/secret.schema";
import { servicePrincipalSchema } from "../../src/provider/data-sources/service-principal.schema";
import { servicePrincipalsSchema } from "../../src/provider/data-sources/service-principals.schema";
import { providerSchema } from "../../src/provider/provider.schema";
import { connectionSchema } from "../../src/provider/resources/connection.schema";
import { syncSchema } from "../../src/provider/resources/sync.schema";

/** What bindings are generated for: every type that the provider serves. */
export const schemas: ProviderSchemas = {
  provider: providerSchema,
  resources: new Map<string, Schema>([
    ["entrascim_connection", connectionSchema],
    ["entrascim_sync", syncSchema],
  ]),
  dataSources: new Map<string, Schema>([
    ["entrascim_provisioning_status", provisioningStatusSchema],
    ["entrascim_secret", secretSchema],
    ["entrascim_service_principal", servicePrincipalSchema],
    ["entrascim_service_principals", servicePrincipalsSchema],
  ]),
};

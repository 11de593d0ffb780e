import type { Schema } from "../../framework/schema";
import { GetProviderSchema_Request, GetProviderSchema_Response } from "../gen/tfplugin6";
import { encodeSchema } from "../schema-codec";
import { SERVER_CAPABILITIES } from "./capabilities";
import { rpc } from "./rpc";

/** Every schema that the provider has. */
export const getProviderSchema = rpc(GetProviderSchema_Request, GetProviderSchema_Response, (provider) => {
  const schemas = provider.schemas();
  return {
    provider: encodeSchema(schemas.provider),
    resourceSchemas: encodeAll(schemas.resources),
    dataSourceSchemas: encodeAll(schemas.dataSources),
    diagnostics: [],
    serverCapabilities: SERVER_CAPABILITIES,
  };
});

function encodeAll(schemas: ReadonlyMap<string, Schema>) {
  return Object.fromEntries([...schemas].map(([name, schema]) => [name, encodeSchema(schema)]));
}

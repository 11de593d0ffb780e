import { GetMetadata_Request, GetMetadata_Response } from "../gen/tfplugin6";
import { SERVER_CAPABILITIES } from "./capabilities";
import { rpc } from "./rpc";

/** Which resources and data sources there are, without their schemas. */
export const getMetadata = rpc(GetMetadata_Request, GetMetadata_Response, (provider) => {
  const { resources, dataSources } = provider.schemas();
  return {
    serverCapabilities: SERVER_CAPABILITIES,
    diagnostics: [],
    resources: [...resources.keys()].map((typeName) => ({ typeName })),
    dataSources: [...dataSources.keys()].map((typeName) => ({ typeName })),
  };
});

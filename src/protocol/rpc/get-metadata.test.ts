import * as wire from "../gen/tfplugin6";
import { callToy } from "../testing/toy-calls";
import { getMetadata } from "./get-metadata";

it("names resources and data sources, and tells what the server can", async () => {
  expect(await callToy(getMetadata, [wire.GetMetadata_Request, wire.GetMetadata_Response], {})).toEqual({
    diagnostics: [],
    resources: [{ typeName: "toy_thing" }],
    dataSources: [{ typeName: "toy_echo" }],
    serverCapabilities: { planDestroy: true, getProviderSchemaOptional: true, moveResourceState: false },
  });
});

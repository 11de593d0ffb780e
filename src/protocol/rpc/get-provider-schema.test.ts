import * as wire from "../gen/tfplugin6";
import { callToy } from "../testing/toy-calls";
import { getProviderSchema } from "./get-provider-schema";

it("has every schema", async () => {
  const codecs = [wire.GetProviderSchema_Request, wire.GetProviderSchema_Response] as const;
  const response = await callToy(getProviderSchema, codecs, {});
  expect(response.provider?.block?.attributes).toMatchObject([{ name: "endpoint" }]);
  expect(response.resourceSchemas.toy_thing).toMatchObject({ version: 1 });
  expect(Object.keys(response.dataSourceSchemas)).toEqual(["toy_echo"]);
  expect(response.serverCapabilities?.getProviderSchemaOptional).toBe(true);
});

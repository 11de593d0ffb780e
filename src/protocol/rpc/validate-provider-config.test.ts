import { UNKNOWN } from "../../framework/value";
import * as wire from "../gen/tfplugin6";
import { callToy, msgpack, TYPES } from "../testing/toy-calls";
import { validateProviderConfig } from "./validate-provider-config";

it("hands over the configuration, with what is unknown", async () => {
  const onCall = jest.fn();
  const codecs = [wire.ValidateProviderConfig_Request, wire.ValidateProviderConfig_Response] as const;
  const config = msgpack({ endpoint: UNKNOWN }, TYPES.provider);
  expect(await callToy(validateProviderConfig, codecs, { config }, { onCall })).toEqual({ diagnostics: [] });
  expect(onCall).toHaveBeenCalledWith("validateProvider", { config: { endpoint: UNKNOWN } });
});

import * as wire from "../gen/tfplugin6";
import { callToy, msgpack, TYPES } from "../testing/toy-calls";
import { validateDataResourceConfig } from "./validate-data-resource-config";

it("hands over type and configuration", async () => {
  const onCall = jest.fn();
  const codecs = [wire.ValidateDataResourceConfig_Request, wire.ValidateDataResourceConfig_Response] as const;
  const request = { typeName: "toy_echo", config: msgpack({ input: "x", output: null }, TYPES.echo) };
  expect(await callToy(validateDataResourceConfig, codecs, request, { onCall })).toEqual({ diagnostics: [] });
  const config = { input: "x", output: null };
  expect(onCall).toHaveBeenCalledWith("validateDataSource", { type: "toy_echo", config });
});

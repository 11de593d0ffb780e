import * as wire from "../gen/tfplugin6";
import { callToy, msgpack, TYPES } from "../testing/toy-calls";
import { configureProvider } from "./configure-provider";

it("hands over configuration and Terraform's version", async () => {
  const onCall = jest.fn();
  const codecs = [wire.ConfigureProvider_Request, wire.ConfigureProvider_Response] as const;
  const request = { terraformVersion: "1.11.4", config: msgpack({ endpoint: "x" }, TYPES.provider) };
  await callToy(configureProvider, codecs, request, { onCall });
  expect(onCall).toHaveBeenCalledWith("configure", { config: { endpoint: "x" }, terraformVersion: "1.11.4" });
});

import * as wire from "../gen/tfplugin6";
import { callToy, msgpack, thing } from "../testing/toy-calls";
import { validateResourceConfig } from "./validate-resource-config";

const codecs = [wire.ValidateResourceConfig_Request, wire.ValidateResourceConfig_Response] as const;
const request = (name: string) => ({ typeName: "toy_thing", config: msgpack(thing({ name })) });

it("passes on diagnostics with their paths", async () => {
  const { diagnostics } = await callToy(validateResourceConfig, codecs, request("warn"));
  expect(diagnostics).toMatchObject([{ severity: 2, attribute: { steps: [{}, {}] } }]);
});

it.each([
  ["is silent about", undefined, false],
  ["lacks", { deferralAllowed: true, writeOnlyAttributesAllowed: false }, false],
  ["has", { deferralAllowed: false, writeOnlyAttributesAllowed: true }, true],
])(
  "tells the provider when the client %s write-only values",
  async (_, clientCapabilities, writeOnlyAllowed) => {
    const onCall = jest.fn();
    await callToy(validateResourceConfig, codecs, { ...request("a"), clientCapabilities }, { onCall });
    expect(onCall).toHaveBeenCalledWith("validateResource", expect.objectContaining({ writeOnlyAllowed }));
  },
);

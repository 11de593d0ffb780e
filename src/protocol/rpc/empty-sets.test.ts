import * as wire from "../gen/tfplugin6";
import { type Codec, callToy } from "../testing/toy-calls";
import * as rpcs from "./empty-sets";

describe("what lists", () => {
  it.each([
    ["functions", rpcs.getFunctions, wire.GetFunctions_Request, wire.GetFunctions_Response],
    [
      "identities",
      rpcs.getResourceIdentitySchemas,
      wire.GetResourceIdentitySchemas_Request,
      wire.GetResourceIdentitySchemas_Response,
    ],
  ])("%s answers with none, and no error", async (_, rpc, request, response) => {
    const codecs: [Codec<object>, Codec<object>] = [request, response];
    expect(await callToy(rpc, codecs, {})).toEqual({ diagnostics: [] });
  });
});

describe("what names", () => {
  const name = { typeName: "toy_missing" };
  const named = wire.OpenEphemeralResource_Request.encode(name).finish();

  it.each([
    [
      "an ephemeral resource to validate",
      rpcs.validateEphemeralResourceConfig,
      wire.ValidateEphemeralResourceConfig_Response,
    ],
    ["one to open", rpcs.openEphemeralResource, wire.OpenEphemeralResource_Response],
    ["one to renew", rpcs.renewEphemeralResource, wire.RenewEphemeralResource_Response],
    ["one to close", rpcs.closeEphemeralResource, wire.CloseEphemeralResource_Response],
  ])("%s is answered with an error", async (_, rpc, response) => {
    const request = { encode: () => ({ finish: () => named }), decode: () => name };
    const codecs: [Codec<object>, Codec<wire.OpenEphemeralResource_Response>] = [request, response];
    const { diagnostics } = await callToy(rpc, codecs, name);
    expect(diagnostics).toMatchObject([
      { severity: 1, summary: 'The provider has no ephemeral resource "toy_missing"' },
    ]);
  });

  it("an identity is answered with an error", async () => {
    const codecs = [wire.UpgradeResourceIdentity_Request, wire.UpgradeResourceIdentity_Response] as const;
    const request = { ...name, version: 0, rawIdentity: new Uint8Array() };
    const { diagnostics } = await callToy(rpcs.upgradeResourceIdentity, codecs, request);
    expect(diagnostics).toMatchObject([{ severity: 1 }]);
  });

  it("a function is answered with an error", async () => {
    const codecs = [wire.CallFunction_Request, wire.CallFunction_Response] as const;
    const { error } = await callToy(rpcs.callFunction, codecs, { name: "f" });
    expect(error?.text).toBe('The provider has no function "f".');
  });
});

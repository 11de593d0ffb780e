import * as wire from "../gen/tfplugin6";
import { callToy, msgpack, unpack } from "../testing/toy-calls";
import { importResourceState } from "./import-resource-state";

const codecs = [wire.ImportResourceState_Request, wire.ImportResourceState_Response] as const;

it("answers with one object", async () => {
  const response = await callToy(importResourceState, codecs, { typeName: "toy_thing", id: "7" });
  expect(response.importedResources).toMatchObject([{ typeName: "toy_thing" }]);
  expect(unpack(response.importedResources[0]?.state)).toMatchObject({ id: "7" });
});

it("answers with no object beside an error", async () => {
  const response = await callToy(importResourceState, codecs, { typeName: "toy_thing", id: "fail" });
  expect(response).toMatchObject({ importedResources: [], diagnostics: [{ severity: 1 }] });
});

it("refuses an identity instead of an id", async () => {
  const request = { typeName: "toy_thing", id: "", identity: { identityData: msgpack(null) } };
  await expect(callToy(importResourceState, codecs, request)).rejects.toThrow("identity is not supported");
});

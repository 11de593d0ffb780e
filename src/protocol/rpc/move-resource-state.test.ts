import * as wire from "../gen/tfplugin6";
import { callToy } from "../testing/toy-calls";
import { moveResourceState } from "./move-resource-state";

it("refuses every source, and says what to do instead", async () => {
  const codecs = [wire.MoveResourceState_Request, wire.MoveResourceState_Response] as const;
  const { diagnostics } = await callToy(moveResourceState, codecs, {
    sourceProviderAddress: "registry.terraform.io/x/other",
    sourceTypeName: "other_thing",
    sourceSchemaVersion: 0,
    targetTypeName: "toy_thing",
  });
  expect(diagnostics).toMatchObject([{ severity: 1, detail: expect.stringMatching(/other_thing.*import/) }]);
});

import { DecimalNumber } from "../../framework/value";
import * as wire from "../gen/tfplugin6";
import { callToy, unpack } from "../testing/toy-calls";
import type { ToyHooks } from "../testing/toy-provider";
import { upgradeResourceState } from "./upgrade-resource-state";

const codecs = [wire.UpgradeResourceState_Request, wire.UpgradeResourceState_Response] as const;
const stored = (text: string) => ({ json: Buffer.from(text), flatmap: {} });
const upgrade = (rawState: wire.RawState | undefined, hooks?: ToyHooks) =>
  callToy(upgradeResourceState, codecs, { typeName: "toy_thing", version: 4, rawState }, hooks);

it("hands over version, exact numbers and harmless keys", async () => {
  const onCall = jest.fn();
  await upgrade(stored('{"size":9007199254740993,"extra":0.1,"__proto__":{"name":"x"}}'), { onCall });
  const [, request] = onCall.mock.calls[0] ?? [];
  expect(request).toMatchObject({ type: "toy_thing", version: 4, json: { size: 9007199254740993n } });
  expect(request.json.extra).toEqual(new DecimalNumber("0.1"));
  expect(request.json.name).toBeUndefined();
});

it("answers with a value of today's schema", async () => {
  const response = await upgrade(stored('{"name":"a","size":9007199254740993}'));
  expect(unpack(response.upgradedState)).toMatchObject({ name: "a", size: 9007199254740993n });
});

it.each([
  ["no state", undefined],
  ["a flat map", { json: new Uint8Array(), flatmap: { id: "1" } }],
  ["half a state", stored('{"name":')],
])("refuses %s", async (_, state) => {
  await expect(upgrade(state)).rejects.toMatchObject({ code: "invalid_input" });
});

import { DecimalNumber, UNKNOWN, Unknown, type Value } from "../../framework/value";
import * as wire from "../gen/tfplugin6";
import { callToy, msgpack, TYPES, thing, unpack } from "../testing/toy-calls";
import type { ToyHooks } from "../testing/toy-provider";
import { planResourceChange } from "./plan-resource-change";

const codecs = [wire.PlanResourceChange_Request, wire.PlanResourceChange_Response] as const;
const json = new Uint8Array();

function plan(changes: Partial<wire.PlanResourceChange_Request>, hooks?: ToyHooks) {
  const request = {
    typeName: "toy_thing",
    priorState: msgpack(null),
    proposedNewState: msgpack(thing({ name: "a" })),
    config: msgpack(thing({ name: "a" })),
    priorPrivate: Buffer.from("before"),
    ...changes,
  };
  return callToy(planResourceChange, codecs, request, hooks);
}

it("hands over prior, proposed, configuration and private state", async () => {
  const onCall = jest.fn();
  await plan({ priorState: msgpack(thing({ name: "old" })) }, { onCall });
  expect(onCall).toHaveBeenCalledWith("plan", {
    type: "toy_thing",
    prior: thing({ name: "old" }),
    proposed: thing({ name: "a" }),
    config: thing({ name: "a" }),
    private: new Uint8Array(Buffer.from("before")),
  });
});

it("answers with the planned value, private state and what replaces", async () => {
  const response = await plan({});
  expect(unpack(response.plannedState)).toEqual(thing({ name: "a", id: UNKNOWN, parts: UNKNOWN }));
  expect(Buffer.from(response.plannedPrivate).toString()).toBe("planned");
  const paths = response.requiresReplace.map(({ steps }) => steps.map(({ selector }) => selector?.value));
  expect(paths).toEqual([["name"], ["parts", 0]]);
});

it("passes on null for a destroy", async () => {
  const response = await plan({ priorState: msgpack(thing({})), proposedNewState: msgpack(null) });
  expect(unpack(response.plannedState)).toBeNull();
});

it.each<[string, Record<string, Value>]>([
  ["the refinement of an unknown", { name: new Unknown(Uint8Array.of(0x81, 0x01, 0xc2)) }],
  ["the last digit of a large number", { size: 2n ** 62n + 1n }],
  ["a decimal that is no double", { size: new DecimalNumber("0.1") }],
])("keeps %s", async (_, attributes) => {
  const response = await plan({ proposedNewState: msgpack(thing(attributes)) });
  expect(unpack(response.plannedState)).toMatchObject(attributes);
});

it("reads values that come as JSON", async () => {
  const text = Buffer.from(JSON.stringify(thing({ name: "a", owner: { mail: "m" } })));
  const response = await plan({ proposedNewState: { msgpack: new Uint8Array(), json: text } });
  expect(unpack(response.plannedState)).toMatchObject({ name: "a", owner: { mail: "m" } });
});

it.each([
  ["a missing value", undefined],
  ["an empty value", { msgpack: new Uint8Array(), json }],
  ["a value of another schema", msgpack({ endpoint: "hunter2" }, TYPES.provider)],
  ["bytes that are no value", { msgpack: Buffer.from("c1", "hex"), json }],
])("refuses %s", async (_, config) => {
  await expect(plan({ config })).rejects.toMatchObject({ code: "invalid_input" });
});

it("refuses a type that the provider does not have", async () => {
  await expect(plan({ typeName: "toy_other" })).rejects.toThrow('no resource "toy_other"');
});

it("calls a planned value that does not fit a bug of the provider's", async () => {
  const misfit = plan({ proposedNewState: msgpack(thing({ name: "misfit" })) });
  await expect(misfit).rejects.toMatchObject({ code: "internal", detail: expect.stringContaining("size") });
});

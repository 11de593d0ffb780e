import { UNKNOWN } from "../../framework/value";
import * as wire from "../gen/tfplugin6";
import { callToy, msgpack, thing, unpack } from "../testing/toy-calls";
import { applyResourceChange } from "./apply-resource-change";

const codecs = [wire.ApplyResourceChange_Request, wire.ApplyResourceChange_Response] as const;

it("answers a create with the new state and private state", async () => {
  const response = await callToy(applyResourceChange, codecs, {
    typeName: "toy_thing",
    priorState: msgpack(null),
    plannedState: msgpack(thing({ name: "a", id: UNKNOWN })),
    config: msgpack(thing({ name: "a" })),
    plannedPrivate: Buffer.from("p"),
  });
  expect(unpack(response.newState)).toMatchObject({ id: "id-a", parts: [{ label: "first", count: 1 }] });
  expect(Buffer.from(response.private).toString()).toBe("p");
});

it("answers a destroy with null", async () => {
  const response = await callToy(applyResourceChange, codecs, {
    typeName: "toy_thing",
    priorState: msgpack(thing({ name: "a" })),
    plannedState: msgpack(null),
    config: msgpack(null),
    plannedPrivate: new Uint8Array(),
  });
  expect(unpack(response.newState)).toBeNull();
});

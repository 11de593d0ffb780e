import * as wire from "../gen/tfplugin6";
import { callToy, msgpack, thing, unpack } from "../testing/toy-calls";
import { readResource } from "./read-resource";

it("answers with what was read and with private state", async () => {
  const response = await callToy(readResource, [wire.ReadResource_Request, wire.ReadResource_Response], {
    typeName: "toy_thing",
    currentState: msgpack(thing({ id: "1" })),
    private: Buffer.from("p"),
  });
  expect(unpack(response.newState)).toEqual(thing({ id: "1" }));
  expect(Buffer.from(response.private).toString()).toBe("p");
});

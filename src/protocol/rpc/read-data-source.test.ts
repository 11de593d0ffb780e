import * as wire from "../gen/tfplugin6";
import { callToy, msgpack, TYPES, unpack } from "../testing/toy-calls";
import { readDataSource } from "./read-data-source";

const codecs = [wire.ReadDataSource_Request, wire.ReadDataSource_Response] as const;

it("answers with what was read", async () => {
  const config = msgpack({ input: "x", output: null }, TYPES.echo);
  const { state } = await callToy(readDataSource, codecs, { typeName: "toy_echo", config });
  expect(unpack(state, TYPES.echo)).toEqual({ input: "x", output: "x" });
});

it("refuses a type that the provider does not have", async () => {
  await expect(callToy(readDataSource, codecs, { typeName: "toy_no" })).rejects.toThrow(
    'no data source "toy_no"',
  );
});

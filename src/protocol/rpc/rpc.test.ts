import { CallFunction_Request, CallFunction_Response } from "../gen/tfplugin6";
import { toyProvider } from "../testing/toy-provider";
import { rpc } from "./rpc";

const greet = rpc(CallFunction_Request, CallFunction_Response, (provider, { name }) => ({
  error: { text: `${provider.name}: ${name}` },
}));
const request = CallFunction_Request.encode({ name: "hunter2" }).finish();
const answer = async (bytes: Uint8Array) =>
  CallFunction_Response.decode(await greet(toyProvider(), bytes)).error?.text;

it("decodes, handles and encodes", async () => {
  expect(await answer(request)).toBe("toy: hunter2");
});

it("skips fields that later versions of the protocol add", async () => {
  expect(await answer(Buffer.concat([request, Buffer.from("fa3f0161", "hex")]))).toBe("toy: hunter2");
});

it.each([
  ["half a message", request.subarray(0, 5)],
  ["bytes that are none", Buffer.from("ffffffff", "hex")],
])("refuses %s, and does not quote it", async (_, bytes) => {
  await expect(answer(bytes)).rejects.toMatchObject({
    code: "invalid_input",
    message: expect.not.stringContaining("hunter2"),
  });
});

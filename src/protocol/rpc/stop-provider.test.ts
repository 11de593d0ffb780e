import * as wire from "../gen/tfplugin6";
import { callToy } from "../testing/toy-calls";
import { stopProvider } from "./stop-provider";

it("tells the provider", async () => {
  const onStop = jest.fn();
  const codecs = [wire.StopProvider_Request, wire.StopProvider_Response] as const;
  expect(await callToy(stopProvider, codecs, {}, { onStop })).toEqual({ error: "" });
  expect(onStop).toHaveBeenCalledTimes(1);
});

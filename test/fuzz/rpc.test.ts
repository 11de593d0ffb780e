import { hostileClouds } from "./properties/hostile-clouds";
import { rpcValues } from "./properties/rpc-values";
import { RPC_MESSAGES } from "./rpc-messages";
import { recordSamples } from "./rpc-samples";
import { fuzzSample } from "./support";

fuzzSample(rpcValues);
fuzzSample(hostileClouds);

it("there is a sample of every RPC", async () => {
  const sampled = new Set((await recordSamples()).map(({ rpc }) => rpc));
  expect([...RPC_MESSAGES.keys()].filter((rpc) => !sampled.has(rpc))).toEqual([]);
});

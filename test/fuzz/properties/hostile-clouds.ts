import fc from "fast-check";
import { callRpc, createWorld } from "../clouds/fuzz-world";
import { type FuzzProperty, prepared } from "../fuzz-property";
import { type HostileAnswer, hostileAnswer, respond } from "../generators/hostile-answer";
import { checkCall } from "../oracle/check-call";
import { assertNoSecret } from "../oracle/safe-text";
import { encodeRequest } from "../rpc-messages";
import { configureMessage, recordSamples, type Sample } from "../rpc-samples";

interface CloudsCase {
  readonly sample: number;
  readonly answers: readonly HostileAnswer[];
}

const cloudsCase: fc.Arbitrary<CloudsCase> = fc.record({
  sample: fc.nat(1_000),
  answers: fc.array(hostileAnswer, { minLength: 1, maxLength: 4 }),
});

/** The whole provider, asked as Terraform asks it, over clouds that answer anything. */
export const hostileClouds: FuzzProperty = {
  name: "clouds",
  about: "Whatever the clouds answer, what Terraform asks for is answered as it must be, without a secret.",
  sample: 350,
  weight: 4,
  patience: 10_000,
  prepare: async () => {
    const samples = (await recordSamples()).filter(({ rpc }) => /^(Read|Plan|Apply|Import)/.test(rpc));
    return prepared({ cases: cloudsCase, try: (example) => tryCall(samples, example) });
  },
};

async function tryCall(samples: readonly Sample[], { sample, answers }: CloudsCase): Promise<void> {
  const asked = samples[sample % samples.length];
  if (asked === undefined) throw new Error("no samples");
  const counted = answers.map((answer) => ({ answer, left: answer.times }));
  const world = createWorld((golden) => respond(counted, golden));
  await callRpc(world, "ConfigureProvider", encodeRequest("ConfigureProvider", configureMessage()));
  await checkCall(world, asked.rpc, encodeRequest(asked.rpc, asked.message), asked.message.typeName);
  assertNoSecret(world.log.text, "the log");
}

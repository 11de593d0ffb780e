import fc from "fast-check";
import { callRpc, createWorld, type FuzzWorld } from "../clouds/fuzz-world";
import { type FuzzProperty, prepared } from "../fuzz-property";
import { type BytesChange, bytesChange, changeBytes } from "../generators/mutate-bytes";
import { changeMessage, type FieldChange, fieldChange } from "../generators/mutate-message";
import { checkCall } from "../oracle/check-call";
import { assertNoSecret } from "../oracle/safe-text";
import { decodeResponse, encodeRequest } from "../rpc-messages";
import { configureMessage, recordSamples, type Sample } from "../rpc-samples";

/** A call of the real provider: a request of Terraform's, and what is done to it. */
interface RpcCase {
  readonly sample: number;
  readonly changes: readonly FieldChange[];
  readonly bytes: BytesChange;
  /** What the provider was told before. */
  readonly configured: "yes" | "no" | readonly FieldChange[];
}

const rpcCase: fc.Arbitrary<RpcCase> = fc.record({
  sample: fc.nat(1_000),
  changes: fc.array(fieldChange, { maxLength: 2 }),
  bytes: fc.oneof(
    { weight: 12, arbitrary: fc.constant<BytesChange>({ kind: "none" }) },
    { weight: 1, arbitrary: bytesChange },
  ),
  configured: fc.oneof(
    { weight: 12, arbitrary: fc.constant("yes" as const) },
    { weight: 1, arbitrary: fc.constant("no" as const) },
    { weight: 2, arbitrary: fc.array(fieldChange, { minLength: 1, maxLength: 2 }) },
  ),
});

/** Every RPC, with requests that are wrong anywhere from their bytes to what their values mean. */
export const rpcValues: FuzzProperty = {
  name: "rpc",
  about:
    "Requests of every RPC, changed anywhere, are answered with a response that Terraform can take, or with a status.",
  sample: 800,
  weight: 10,
  patience: 10_000,
  prepare: async () => {
    const samples = await recordSamples();
    return prepared({ cases: rpcCase, try: (example) => tryCall(samples, example) });
  },
};

async function tryCall(samples: readonly Sample[], example: RpcCase): Promise<void> {
  const sample = samples[example.sample % samples.length];
  if (sample === undefined) throw new Error("no samples");
  const world = createWorld();
  await configure(world, example.configured);
  const message = changeMessage(sample.message, example.changes);
  const request = changeBytes(encodeRequest(sample.rpc, message), example.bytes);
  await checkCall(world, sample.rpc, request, message.typeName);
  await stillAnswers(world, samples);
  assertNoSecret(world.log.text, "the log");
}

async function configure(world: FuzzWorld, how: RpcCase["configured"]): Promise<void> {
  if (how === "no") return;
  const message = how === "yes" ? configureMessage() : changeMessage(configureMessage(), how);
  await checkCall(world, "ConfigureProvider", encodeRequest("ConfigureProvider", message), undefined);
}

/** After whatever came, a good call is answered well. */
async function stillAnswers(world: FuzzWorld, samples: readonly Sample[]): Promise<void> {
  const good = samples.find(({ rpc }) => rpc === "ValidateResourceConfig");
  if (good === undefined) throw new Error("no samples");
  const response = await callRpc(world, good.rpc, encodeRequest(good.rpc, good.message));
  const { diagnostics } = decodeResponse<{ diagnostics: unknown[] }>(good.rpc, response);
  if (diagnostics.length > 0) throw new Error("a good call was refused afterwards");
}

import { type FuzzProperty, runProperty } from "./fuzz-property";

/** Longer than any sample takes on a machine that is busy. */
const SAMPLE_TIMEOUT_MS = 120_000;

/**
 * A sample of a property as a test. The seed is another one each time and stands in a failure;
 * `ENTRASCIM_FUZZ_SEED` and `ENTRASCIM_FUZZ_PATH` give it back.
 */
export function fuzzSample(property: FuzzProperty): void {
  const { ENTRASCIM_FUZZ_SEED: seedText, ENTRASCIM_FUZZ_PATH: path } = process.env;
  const seed = seedText === undefined ? Date.now() % 2 ** 31 : Number(seedText);
  it(
    property.about,
    async () => {
      const { failure } = await runProperty(property, { cases: property.sample, seed, path });
      if (failure === null) return;
      throw new Error(
        `npm run fuzz -- --only ${property.name} --seed ${seed} --path ${failure.path}\n${failure.message}`,
      );
    },
    SAMPLE_TIMEOUT_MS,
  );
}

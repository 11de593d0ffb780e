import { randomInt } from "node:crypto";
import { SCENARIOS, type ScenarioName } from "./calls";
import { CELLS, sampleOf } from "./cells";
import { CellRunner } from "./run-cells";

/*
 * A sample of the table against the emulated clouds: every call and every fault, but not each with each, which
 * `npm run faults` does. The seed is in the title; ENTRASCIM_FAULTS_SEED gives it back.
 */

jest.setTimeout(60_000);

const SAMPLE_SIZE = 90;
const given = process.env.ENTRASCIM_FAULTS_SEED;
const seed = given === undefined ? randomInt(2 ** 31) : Number(given);
const sample = sampleOf(seed, SAMPLE_SIZE);

const runner = new CellRunner();
afterAll(() => runner.close());

describe("without a fault", () => {
  it.each(Object.keys(SCENARIOS) as ScenarioName[])(
    "%s is done with exactly the requests that it needs",
    async (name) => {
      expect(await runner.runUndisturbed(name)).toEqual([]);
    },
  );
});

describe(`${sample.length} of ${CELLS.length} cells, ENTRASCIM_FAULTS_SEED=${seed}`, () => {
  it.each(sample.map((cell) => [cell.id, cell] as const))("%s", async (_id, cell) => {
    expect(await runner.run(cell)).toMatchObject({ status: "passed", mismatches: [] });
  });
});

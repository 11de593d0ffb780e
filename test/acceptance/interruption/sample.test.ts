import { sample } from "./sample";
import { STEPS } from "./steps";
import { WAYS } from "./ways";

const steps = Object.keys(STEPS);
const ways = Object.keys(WAYS);

it.each(Array.from({ length: 50 }, (_, seed) => String(seed)))(
  "seed %s has each step of an update once, and each way three times or more",
  (seed) => {
    const { name, updates, creates } = sample(seed);
    expect(name).toBe(seed);
    expect(updates.map(([step]) => step).sort()).toEqual([...steps].sort());
    for (const way of ways) {
      expect(updates.filter(([, each]) => each === way).length).toBeGreaterThanOrEqual(3);
    }
    expect(creates.map(([, way]) => way).sort()).toEqual([...ways].sort());
    expect(sample(seed)).toEqual({ name, updates, creates });
  },
);

it("other seeds have other interruptions, and none given is one of them", () => {
  expect(sample("1").updates).not.toEqual(sample("2").updates);
  const drawn = sample(undefined);
  expect(sample(drawn.name)).toEqual(drawn);
});

it("all are all", () => {
  const { updates, creates } = sample("all");
  expect(updates).toHaveLength(steps.length * ways.length);
  expect(creates).toEqual(updates);
});

it("anything else is refused", () => expect(() => sample("some")).toThrow('neither "all" nor a seed: some'));

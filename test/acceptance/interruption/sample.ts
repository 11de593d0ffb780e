import { STEPS, type Step } from "./steps";
import { WAYS, type Way } from "./ways";

/** A place at which a push is broken off, and how. */
export type Interruption = readonly [Step, Way];

/** The interruptions to try. */
export interface Sample {
  /** What to set `ENTRASCIM_INTERRUPTIONS` to for the same ones. */
  readonly name: string;
  /** Of an update: each step once, and each way about as often as the others; or all. */
  readonly updates: readonly Interruption[];
  /** Of a create: each way once; or all. */
  readonly creates: readonly Interruption[];
}

const steps = Object.keys(STEPS) as Step[];
const ways = Object.keys(WAYS) as Way[];

/**
 * The interruptions that `ENTRASCIM_INTERRUPTIONS` asks for: `all`, or those of a seed (a whole number); without it,
 * of a new seed. Throws for anything else.
 */
export function sample(asked: string | undefined): Sample {
  if (asked === "all") {
    const all = steps.flatMap((step) => ways.map((way): Interruption => [step, way]));
    return { name: "all", updates: all, creates: all };
  }
  const seed = asked === undefined || asked === "" ? Math.floor(Math.random() * 1_000_000) : Number(asked);
  if (!Number.isSafeInteger(seed)) {
    throw new Error(`ENTRASCIM_INTERRUPTIONS is neither "all" nor a seed: ${asked}`);
  }
  const shuffle = shuffler(seed);
  const enough = steps.map((_, index) => ways[index % ways.length] as Way);
  const places = shuffle(steps);
  return {
    name: String(seed),
    updates: pairs(steps, shuffle(enough)),
    creates: pairs(places.slice(0, ways.length), shuffle(ways)),
  };
}

function pairs(left: readonly Step[], right: readonly Way[]): readonly Interruption[] {
  return left.flatMap((step, index): readonly Interruption[] => {
    const way = right[index];
    return way === undefined ? [] : [[step, way]];
  });
}

/** Fisher and Yates, with numbers that follow from a seed (https://en.wikipedia.org/wiki/Linear_congruential_generator). */
function shuffler(seed: number): <T>(items: readonly T[]) => readonly T[] {
  let state = seed >>> 0;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return (items) => {
    const shuffled = [...items];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = below(last + 1);
      [shuffled[last], shuffled[other]] = [
        shuffled[other] as (typeof shuffled)[0],
        shuffled[last] as (typeof shuffled)[0],
      ];
    }
    return shuffled;
  };
}

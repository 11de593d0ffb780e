import fc from "fast-check";

/** Something that must hold whatever comes in. */
export interface FuzzProperty {
  /** By which it is chosen: `--only`. */
  readonly name: string;
  /** One sentence: what is hostile, and what has to come of it. */
  readonly about: string;
  /** Cases in `npm test`. */
  readonly sample: number;
  /** Its part of the cases of `npm run fuzz`, in relation to the others'. */
  readonly weight: number;
  /** What a case takes at most, in milliseconds, before it counts as one that hangs. */
  readonly patience: number;
  /** Makes what all cases share. */
  prepare(): Promise<PreparedProperty>;
}

/** A property that is ready to be tried. */
export interface PreparedProperty {
  /** Cases, and what is tried with each; it rejects where the property does not hold. */
  readonly cases: fc.Arbitrary<unknown>;
  try(example: unknown): Promise<void>;
  /** Ends what was started, and rejects when that shows what no single case has shown. */
  close(): Promise<void>;
}

/** {@link PreparedProperty}, with the type of its cases checked. */
export function prepared<Case>(parts: {
  readonly cases: fc.Arbitrary<Case>;
  readonly try: (example: Case) => Promise<void>;
  readonly close?: () => Promise<void>;
}): PreparedProperty {
  return {
    cases: parts.cases,
    try: (example) => parts.try(example as Case),
    close: parts.close ?? (async () => {}),
  };
}

/** How a property is run. */
export interface RunOptions {
  readonly cases: number;
  readonly seed: number;
  /** Repeats one failure, as fast-check names it. */
  readonly path?: string | undefined;
  /** Called before each case, with its number; not for those that fast-check tries to make a failure smaller. */
  readonly onCase?: (count: number) => void;
}

/** How a run ended. */
export interface RunReport {
  readonly cases: number;
  /** Null when the property holds. */
  readonly failure: { readonly path: string; readonly message: string } | null;
}

/** Runs a property. What nobody caught meanwhile counts as a failure, as it would end a provider's process. */
export async function runProperty(property: FuzzProperty, options: RunOptions): Promise<RunReport> {
  const ready = await property.prepare();
  // The Azure CLI, the last resort of a sign-in, is not to be found: it would answer as whoever is signed in here.
  const programs = process.env.PATH;
  process.env.PATH = "";
  const uncaught: unknown[] = [];
  const onUncaught = (error: unknown) => uncaught.push(error);
  process.on("unhandledRejection", onUncaught);
  const shrinking = new Shrinking();
  let count = 0;
  try {
    const details = await fc.check(
      fc.asyncProperty(ready.cases, async (example) => {
        options.onCase?.(count++);
        await shrinking.watch(async () => {
          await ready.try(example);
          // A rejection counts as unhandled once the microtasks are done.
          await new Promise(setImmediate);
          if (uncaught.length > 0) throw uncaught.pop();
        });
      }),
      {
        numRuns: options.cases,
        seed: options.seed,
        timeout: property.patience,
        ...(options.path === undefined ? {} : { path: options.path, endOnFailure: true }),
      },
    );
    const failure = details.failed ? failureOf(details) : null;
    if (failure === null) await ready.close();
    else await ready.close().catch(() => {});
    return { cases: details.numRuns, failure };
  } finally {
    process.off("unhandledRejection", onUncaught);
    process.env.PATH = programs;
  }
}

/** For so long a failure is made smaller; a case that hangs takes long each time. */
const SHRINK_MS = 20_000;

/** Lets further cases pass once a failure has been made smaller for long enough. */
class Shrinking {
  #began: number | null = null;

  async watch(attempt: () => Promise<void>): Promise<void> {
    if (this.#began !== null && Date.now() - this.#began > SHRINK_MS) return;
    try {
      await attempt();
    } catch (caught) {
      this.#began ??= Date.now();
      throw caught;
    }
  }
}

function failureOf(details: fc.RunDetails<[unknown]>): NonNullable<RunReport["failure"]> {
  const { errorInstance, counterexamplePath } = details;
  const why = errorInstance instanceof Error ? errorInstance.stack : String(errorInstance);
  return { path: counterexamplePath ?? "", message: `${why}\n${fc.defaultReportMessage(details)}` };
}

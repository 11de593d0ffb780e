import type { Control } from "../../../src/emulator/control/control";
import type { Pause, PauseMoment } from "../../../src/emulator/traffic/pauses";
import type { RunningCommand } from "../../support/terraform-workspace";
import { held, ROUTES } from "../../support/traffic";

type Stop = readonly [keyof typeof ROUTES, PauseMoment];

/**
 * The steps of a push, in the order of the process that applies: where a request is held, reached by letting those
 * before it go.
 */
export const STEPS = {
  "Infisical's login": [["login", "before"]],
  "the first read by name": [["read", "before"]],
  "the sign-in to Entra": [["token", "before"]],
  "the list of versions": [["list", "before"]],
  "the read of the keys": [["secrets", "before"]],
  "the read of the jobs": [["jobs", "before"]],
  "the test of the token": [["validate", "before"]],
  "the tested token's answer": [["validate", "after"]],
  "the write, before Graph has written": [["put", "before"]],
  "the write, after Graph has written": [["put", "after"]],
  "the check of the write": [
    ["put", "after"],
    ["secrets", "before"],
  ],
  "the start of the job": [["start", "before"]],
  "the look at the started job": [
    ["start", "after"],
    ["jobs", "before"],
  ],
} as const satisfies Readonly<Record<string, readonly Stop[]>>;

/** What a step is called. */
export type Step = keyof typeof STEPS;

/** True for the steps that only a job in quarantine leads to. */
export function isHealing(step: Step): boolean {
  return STEPS[step].some(([route]) => route === "start");
}

/** A command of which one request is held. */
export interface HeldCommand {
  readonly running: RunningCommand;
  readonly pause: Pause;
}

/** Runs a command up to a step. Rejects with its output when it ends before. */
export async function holdAt(
  control: Control,
  step: Step,
  launch: () => RunningCommand,
): Promise<HeldCommand> {
  const [first, ...further]: readonly Stop[] = STEPS[step];
  if (first === undefined) throw new Error(`nothing is held at ${step}`);
  let pause = control.pauseAt(ROUTES[first[0]], first[1]);
  const running = launch();
  await held(pause, running);
  for (const [route, moment] of further) {
    const next = control.pauseAt(ROUTES[route], moment);
    pause.resume();
    pause = next;
    await held(pause, running);
  }
  return { running, pause };
}

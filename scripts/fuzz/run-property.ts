import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { FuzzProperty, RunReport } from "../../test/fuzz/fuzz-property";
import type { FromChild, ToChild } from "./messages";

/** How a property's run ended, and what it took. */
export interface PropertyOutcome extends RunReport {
  readonly name: string;
  readonly seed: number;
  readonly milliseconds: number;
  /** The most that the heap held, in bytes. */
  readonly peakBytes: number;
}

/** The heap of a process that fuzzes; a case that wants more crashes it, which is a failure. */
const MOST_HEAP_MIB = 1_024;

/** A case that the process does not even come back from is ended after its patience and this. */
const GRACE_MS = 20_000;

/**
 * Runs a property in a process of its own, which is ended when a case does not: an endless loop answers no timer.
 * Nothing is thrown; a crash and a hang are failures that name the case.
 */
export async function runInProcess(
  property: FuzzProperty,
  options: Omit<ToChild, "name">,
  onCase: (count: number) => void,
): Promise<PropertyOutcome> {
  const began = Date.now();
  const child = fork(join(__dirname, "run-in-process.ts"), [], {
    execArgv: [...process.execArgv, "--expose-gc", `--max-old-space-size=${MOST_HEAP_MIB}`],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const { ended, cases, why } = await follow(
    child,
    { ...options, name: property.name },
    property.patience,
    onCase,
  );
  const common = { name: property.name, seed: options.seed, milliseconds: Date.now() - began };
  if (ended !== null) return { ...common, ...ended.report, peakBytes: ended.peakBytes };
  const path = options.path ?? String(Math.max(0, cases - 1));
  return { ...common, cases, peakBytes: 0, failure: { path, message: why } };
}

interface Followed {
  readonly ended: Extract<FromChild, { kind: "end" }> | null;
  readonly cases: number;
  readonly why: string;
}

function follow(
  child: ChildProcess,
  order: ToChild,
  patience: number,
  onCase: (count: number) => void,
): Promise<Followed> {
  return new Promise((resolve) => {
    let ended: Followed["ended"] = null;
    let cases = 0;
    let hung = false;
    let errors = "";
    const watchdog = setTimeout(() => {
      hung = true;
      child.kill("SIGKILL");
    }, patience + GRACE_MS);
    child.stderr?.on("data", (chunk: Buffer) => {
      errors = `${errors}${chunk}`.slice(-4_000);
    });
    child.on("message", (message: FromChild) => {
      watchdog.refresh();
      if (message.kind === "end") {
        ended = message;
      } else {
        cases = message.count + 1;
        onCase(cases);
      }
    });
    child.once("close", (code, signal) => {
      clearTimeout(watchdog);
      const why = hung ? "The case does not end." : `The process ended with ${signal ?? code}.\n${errors}`;
      resolve({ ended, cases, why });
    });
    child.send(order);
  });
}

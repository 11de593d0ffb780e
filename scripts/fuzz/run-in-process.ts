import { runProperty } from "../../test/fuzz/fuzz-property";
import { PROPERTIES } from "../../test/fuzz/properties";
import { HeapWatch } from "./heap-watch";
import type { FromChild, ToChild } from "./messages";

/*
 * One property in a process of its own, so that a crash, a hang and its memory are its own. It says what it does over
 * the IPC channel.
 */

process.once("message", (message) => {
  void run(message as ToChild).then(() => process.disconnect());
});

async function run({ name, cases, seed, path }: ToChild): Promise<void> {
  const property = PROPERTIES.find((each) => each.name === name);
  if (property === undefined) throw new Error(`no property ${name}`);
  const heap = new HeapWatch(cases);
  const report = await runProperty(property, {
    cases,
    seed,
    path,
    onCase: (count) => {
      heap.look(count);
      send({ kind: "case", count });
    },
  });
  const leak = report.failure === null && path === undefined ? heap.verdict() : null;
  const failure = report.failure ?? (leak === null ? null : { path: "", message: leak });
  send({ kind: "end", report: { ...report, failure }, peakBytes: heap.peak });
}

function send(message: FromChild): void {
  process.send?.(message);
}

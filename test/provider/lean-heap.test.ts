import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const MODULE = join(__dirname, "..", "..", "src", "provider", "lean-heap.ts");

it("this Node knows each flag of a lean heap, and then has a heap that it has collected", async () => {
  const script = `
    const { getHeapStatistics } = require("node:v8");
    const { keepHeapLean } = require(${JSON.stringify(MODULE)});
    // Garbage that nobody collects by itself in a process that does nothing more.
    let garbage = Array.from({ length: 300_000 }, (_, index) => ({ index }));
    garbage = null;
    const before = getHeapStatistics().used_heap_size;
    keepHeapLean();
    setTimeout(() => {
      const after = getHeapStatistics().used_heap_size;
      console.log(JSON.stringify({ collected: before - after > 5e6, gc: typeof globalThis.gc }));
    }, 1_700);`;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [
    "--require",
    "tsx/cjs",
    "-e",
    script,
  ]);
  // V8 names on stderr the flags that it does not know.
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual({ collected: true, gc: "undefined" });
});

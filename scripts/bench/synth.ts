import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { interleave, type Subject } from "./measure";
import type { Row } from "./row";

/** Construction and synth of 1,000 syncs with our constructs, against the generated bindings alone. */
export async function synth(scratch: string): Promise<readonly Row[]> {
  const run =
    (level: string): Subject =>
    async () => {
      const script = join(__dirname, "synth-app.ts");
      const args = ["--import", "tsx", script, level, "1000", join(scratch, `synth-${level}`)];
      const { stdout } = await promisify(execFile)(process.execPath, args);
      return { time: Number(stdout) };
    };
  const { L1, L2 } = await interleave({ L1: run("L1"), L2: run("L2") }, 5);
  const [bindings, constructs] = [L1.time ?? Number.NaN, L2.time ?? Number.NaN];
  return [
    {
      what: "synth of 1,000 syncs, constructs ÷ bindings",
      value: constructs / bindings,
      budget: 1.5,
      unit: "×",
      detail: `${constructs.toFixed(0)} ms ÷ ${bindings.toFixed(0)} ms`,
    },
  ];
}

import { createColors } from "picocolors";
import type { CliIo, CliOutput } from "../cli-io";

/** Colours for an output: on a terminal whose user has not set `NO_COLOR`, and nowhere else. */
export function colorsFor(output: CliOutput, env: CliIo["env"]): ReturnType<typeof createColors> {
  return createColors(output.isTTY && !env.NO_COLOR && env.TERM !== "dumb");
}

import type { CliOutput } from "../cli-io";
import { wrapToWidth } from "./text-width";

const DEFAULT_COLUMNS = 80;
/** Text is not squeezed further, however narrow a terminal is. */
const NARROWEST = 20;

/** Columns of the terminal behind an output. */
export function widthOf(output: CliOutput): number {
  return output.columns ?? DEFAULT_COLUMNS;
}

/**
 * A line without colours as lines that are indented by so many spaces, the second and later ones by `hanging`, beside
 * those that it begins with: broken between words on a terminal, one line when piped, so that `grep` finds it.
 */
export function wrapped(
  text: string,
  output: CliOutput,
  indent: number,
  hanging = indent,
): readonly string[] {
  const own = text.search(/[^ ]|$/);
  const columns = output.isTTY ? widthOf(output) : Number.POSITIVE_INFINITY;
  const room = Math.max(NARROWEST, columns - own - hanging);
  return wrapToWidth(text.slice(own), room).map(
    (line, index) => " ".repeat(own + (index === 0 ? indent : hanging)) + line,
  );
}

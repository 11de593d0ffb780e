import type { CliIo, CliOutput } from "../cli-io";
import { colorsFor } from "../text/colors";
import { counted } from "../text/counted";
import { plainLines } from "../text/plain-text";
import { wrapped } from "../text/wrapped";
import type { CheckResult, Group } from "./check";
import type { Level } from "./finding";

const WIDTH = "warning".length;
const INDENT = 2 + WIDTH + 2;

/** Writes results for people, under a heading for each group. */
export class FindingsText {
  readonly #output: CliOutput;
  readonly #colors: ReturnType<typeof colorsFor>;
  #group: Group | null = null;

  constructor(output: CliOutput, env: CliIo["env"]) {
    this.#output = output;
    this.#colors = colorsFor(output, env);
  }

  /** Writes the findings of one check. */
  write({ group, findings }: CheckResult): void {
    if (findings.length === 0) return;
    if (group !== this.#group) {
      this.#output.write(`${this.#group === null ? "" : "\n"}${this.#colors.bold(group)}\n`);
      this.#group = group;
    }
    for (const { level, message, remedy } of findings) {
      const [first = "", ...more] = this.#lines(message);
      this.#output.write(`${[`  ${this.#mark(level)}  ${first.trimStart()}`, ...more].join("\n")}\n`);
      if (remedy !== null) this.#output.write(`${this.#lines(remedy).map(this.#colors.dim).join("\n")}\n`);
    }
  }

  /** Writes how many there are of what is not in order. */
  end({ error, warning, skipped }: Readonly<Record<Level, number>>): void {
    const wrong = [
      ...(error === 0 ? [] : [counted(error, "error")]),
      ...(warning === 0 ? [] : [counted(warning, "warning")]),
    ];
    const unseen = skipped === 0 ? [] : [`${skipped} not looked at`];
    const summary =
      wrong.length > 0 ? [...wrong, ...unseen].join(", ") : ["Nothing is wrong", ...unseen].join("; ");
    this.#output.write(`\n${summary}.\n`);
  }

  /** Names of files, roles and hosts come from elsewhere. */
  #lines(text: string): readonly string[] {
    return plainLines(text)
      .split("\n")
      .flatMap((line) => wrapped(line, this.#output, INDENT));
  }

  #mark(level: Level): string {
    const { green, yellow, red, dim } = this.#colors;
    const color = { ok: green, warning: yellow, error: red, skipped: dim }[level];
    return color(level.padEnd(WIDTH));
  }
}

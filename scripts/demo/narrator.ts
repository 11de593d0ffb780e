import type { CliIo, CliOutput } from "../../src/cli/cli-io";
import { colorsFor } from "../../src/cli/text/colors";

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/**
 * Tells a person what happens: numbered steps, commands, what they printed, and facts that were verified. On a
 * terminal with colours, and with the seconds that pass; piped as plain lines.
 */
export class Narrator {
  readonly #output: CliOutput;
  readonly #colors: ReturnType<typeof colorsFor>;
  #steps = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(output: CliOutput, env: CliIo["env"]) {
    this.#output = output;
    this.#colors = colorsFor(output, env);
  }

  /** What this is about, before the first step. */
  title(text: string, ...lines: readonly string[]): void {
    this.#write(`\n${this.#colors.bold(text)}\n`);
    for (const line of lines) this.#write(`${this.#colors.dim(line)}\n`);
  }

  /** The next step begins. */
  step(title: string, ...why: readonly string[]): void {
    this.#steps += 1;
    this.#write(`\n${this.#colors.bold(`${this.#colors.cyan(String(this.#steps))}  ${title}`)}\n`);
    for (const line of why) this.#write(`   ${line}\n`);
  }

  /** A command as a person would type it. */
  command(text: string): void {
    this.#write(`   ${this.#colors.dim("$")} ${text}\n`);
  }

  /** What a command printed. */
  quote(lines: readonly string[]): void {
    for (const line of lines) this.#write(`     ${this.#colors.dim(line)}\n`);
  }

  /** Something that was looked at and is so. */
  fact(text: string): void {
    this.#write(`   ${this.#colors.green("✓")} ${text}\n`);
  }

  /** Something that was looked at, is so, and is meant to look bad. */
  trouble(text: string): void {
    this.#write(`   ${this.#colors.yellow("!")} ${text}\n`);
  }

  /** Why it ends early. */
  failure(text: string): void {
    this.#write(`\n   ${this.#colors.red(`✗ ${text.replaceAll("\n", "\n     ")}`)}\n`);
  }

  /** Plain lines, to be copied by the reader. */
  text(...lines: readonly string[]): void {
    for (const line of lines) this.#write(`${line}\n`);
  }

  /** Shows that something is under way, and for how long, until it has ended. */
  async during<T>(what: string, work: Promise<T>): Promise<T> {
    if (!this.#output.isTTY) return work;
    const began = Date.now();
    let frame = 0;
    const draw = () => {
      const seconds = Math.floor((Date.now() - began) / 1000);
      const turning = this.#colors.cyan(FRAMES[frame++ % FRAMES.length] ?? "");
      this.#write(`   ${turning} ${this.#colors.dim(`${what}, ${seconds} s`)}`);
    };
    this.#timer = setInterval(draw, 100);
    try {
      return await work;
    } finally {
      this.#write("");
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
  }

  #write(text: string): void {
    // What is under way stands on the last line, which is written anew.
    this.#output.write(this.#timer === undefined ? text : `\r\x1b[2K${text}`);
  }
}

import type { CliIo, CliOutput } from "../cli-io";

/** A standard input with this text in it. */
export async function* inputOf(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

/** A standard input without anything. */
export const noInput = (): AsyncGenerator<Uint8Array> => inputOf();

/** An output that keeps what is written to it. */
export function recorder(isTTY = false): CliOutput & { text: string } {
  return {
    isTTY,
    text: "",
    write(text) {
      this.text += text;
    },
  };
}

/** What a command may touch, in memory. */
export interface FakeIo extends CliIo {
  readonly stdout: CliOutput & { readonly text: string };
  readonly stderr: CliOutput & { readonly text: string };
  /** As Ctrl-C does. */
  interrupt(): void;
}

/** What a command may touch, in memory; without terminals, environment and input unless said. */
export function fakeIo(
  options: { readonly isTTY?: boolean; readonly env?: CliIo["env"]; readonly stdin?: string } = {},
): FakeIo {
  const interrupt = new AbortController();
  return {
    stdin: inputOf(...(options.stdin === undefined ? [] : [options.stdin])),
    stdout: recorder(options.isTTY),
    stderr: recorder(options.isTTY),
    env: options.env ?? {},
    signal: interrupt.signal,
    interrupt: () => interrupt.abort(),
  };
}

import type { Environment } from "../core/environment";

/** A stream that a command writes text to. */
export interface CliOutput {
  /** Writes text as it is; nothing is appended. */
  write(text: string): void;
  /** True when a person's terminal is behind it: colours and tables fit. */
  readonly isTTY: boolean;
  /** Size of the terminal now, in characters; undefined where there is none, or it does not say. */
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
}

/** A terminal that a person reads and types at. */
export interface CliTerminal {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
}

/**
 * What a command may touch of the process. The composition root makes it; commands take it and touch nothing else,
 * so that tests can hand in their own.
 */
export interface CliIo {
  /** What is piped in, for commands that read `-`. Nothing is read before it is asked for. */
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Results. With `--json`, JSON and nothing else. */
  readonly stdout: CliOutput;
  /** Progress and errors, for people. */
  readonly stderr: CliOutput;
  /** Where a person can be asked: standard input with standard error. Absent where one of them is no terminal. */
  readonly terminal?: CliTerminal;
  /** Environment variables. */
  readonly env: Environment;
  /** Aborts on SIGINT and SIGTERM; a command that runs until it is told to stop ends then. */
  readonly signal: AbortSignal;
}

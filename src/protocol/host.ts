import type { Environment } from "../core/environment";
/**
 * What the protocol needs of the process it runs in. Node's own `process` is one; tests hand in their own.
 */
export interface Host {
  readonly env: Environment;
  /** As in `process.platform`. */
  readonly platform: string;
  /** The parent's id; read again and again, since it changes when the parent dies. */
  readonly ppid: number;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string, written?: () => void): unknown };
  /** Where Node writes dumps of the process; all of it is switched off. */
  readonly report?: DiagnosticReports | undefined;
  exit(code: number): void;
  /** With signal 0: throws when there is no such process. */
  kill(pid: number, signal: 0): unknown;
  on(event: "exit", listener: () => void): unknown;
  on(event: "SIGINT" | "SIGHUP" | "SIGTERM", listener: () => void): unknown;
  on(event: "uncaughtException", listener: (error: Error) => void): unknown;
  on(event: "unhandledRejection", listener: (reason: unknown) => void): unknown;
}

/** The switches of Node's diagnostic reports. */
export interface DiagnosticReports {
  reportOnFatalError: boolean;
  reportOnSignal: boolean;
  reportOnUncaughtException: boolean;
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** A command to start. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly directory: string;
  readonly env: NodeJS.ProcessEnv;
}

/** How a command ended. */
export interface Ended {
  /** Exit code; null when a signal ended it. */
  readonly code: number | null;
  /** Standard output and standard error, as they came. */
  readonly output: string;
}

/** The demo was told to stop. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}

/** How long a process may take to end before it is killed, in milliseconds. */
const GRACE = 10_000;

/**
 * The processes that the demo has started. Each has a process group of its own, so that Ctrl-C on a terminal reaches
 * the demo alone, which then ends them in order.
 */
export class Processes {
  readonly #running = new Set<ChildProcess>();
  #stopping = false;

  /** Starts one that goes on until {@link stopAll}. Its standard error is the caller's. */
  start(command: Command): ChildProcess {
    return this.#spawn(command, "inherit");
  }

  /** Runs one to its end. Rejects when it cannot be started, and with {@link Interrupted} when it was stopped. */
  async run(command: Command): Promise<Ended> {
    const child = this.#spawn(command, "pipe");
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk: Buffer) => void chunks.push(chunk));
    }
    const [code] = (await once(child, "close")) as [number | null];
    if (this.#stopping) throw new Interrupted();
    return { code, output: Buffer.concat(chunks).toString("utf8") };
  }

  /** Interrupts all, newest first, and kills what has not ended in ten seconds. */
  async stopAll(): Promise<void> {
    this.#stopping = true;
    for (const child of [...this.#running].reverse()) {
      const exited = once(child, "exit");
      signalGroup(child, "SIGINT");
      const overdue = setTimeout(() => signalGroup(child, "SIGKILL"), GRACE);
      if (this.#running.has(child)) await exited;
      clearTimeout(overdue);
    }
  }

  /** Kills all at once: the last resort of a process that is about to exit. */
  killAll(): void {
    for (const child of this.#running) signalGroup(child, "SIGKILL");
  }

  #spawn({ file, args, directory, env }: Command, stderr: "inherit" | "pipe"): ChildProcess {
    const child = spawn(file, args, {
      cwd: directory,
      env,
      stdio: ["ignore", "pipe", stderr],
      detached: true,
    });
    this.#running.add(child);
    child.once("exit", () => this.#running.delete(child));
    child.once("error", () => this.#running.delete(child));
    return child;
  }
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended by itself.
  }
}

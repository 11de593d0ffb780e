import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { call, connectPlugin } from "../test/protocol/support/plugin-client";
import { type Identity, pluginEnvironment } from "../test/support/provider-process";

/** A provider that answers. */
export interface StartedProvider {
  /** Calls a method with one encoded message, and gives the encoded answer. Rejects on a gRPC status. */
  call(path: string, message?: Uint8Array): Promise<Buffer>;
  /** Asks the provider to end, and waits until it has; kills it when that takes more than two seconds. */
  shutdown(): Promise<void>;
}

/**
 * Starts an executable as Terraform does and connects to it. Rejects when it prints no handshake line in 10 s.
 *
 * @param onHandshake called as soon as the line is there, before the connection is made.
 */
export async function startProvider(
  [command, ...args]: readonly [string, ...string[]],
  identity: Identity,
  options: { readonly env?: NodeJS.ProcessEnv; readonly onHandshake?: () => void } = {},
): Promise<StartedProvider> {
  const child = spawn(command, args, {
    env: pluginEnvironment(identity, options.env),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const handshake = await firstLine(child, exited).catch((error: unknown) => {
    child.kill("SIGKILL");
    throw error;
  });
  options.onHandshake?.();
  const session = connectPlugin(handshake.split("|"), { identity });
  return {
    call: async (path, message) => {
      const { code, body } = await call(session, path, message);
      if (code !== 0) throw new Error(`${path} ended with the gRPC status ${code}`);
      return body;
    },
    shutdown: async () => {
      const tooLate = setTimeout(() => child.kill("SIGKILL"), 2000);
      await call(session, "/plugin.GRPCController/Shutdown").catch(() => {});
      session.close();
      await exited;
      clearTimeout(tooLate);
    },
  };
}

async function firstLine(child: ChildProcess, exited: Promise<unknown[]>): Promise<string> {
  if (child.stdout === null) throw new Error("the provider's output is not piped");
  const lines = createInterface({ input: child.stdout });
  return Promise.race([
    once(lines, "line", { signal: AbortSignal.timeout(10_000) }).then(([text]) => text as string),
    exited.then(([code]) => Promise.reject(new Error(`the provider ended with ${code}`))),
  ]);
}

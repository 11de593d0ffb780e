import { mkdtempSync } from "node:fs";
import type { Server } from "node:net";
import { join } from "node:path";
import { Problem } from "../core/problem";
import type { Address, Launch } from "./handshake";

/** Binding beyond this many bytes fails or, on some systems, truncates the path (`sun_path` in `unix(7)`). */
const MAX_SOCKET_PATH = 103;

/**
 * A new directory for the socket that only this user may enter. It has to be removed when the process ends.
 * Throws `invalid_input` when Terraform's directory for sockets cannot be used.
 */
export function createSocketDirectory({ socketDirectory }: Pick<Launch, "socketDirectory">): string {
  const prefix = join(socketDirectory, "plugin-");
  if (Buffer.byteLength(socketPath(`${prefix}XXXXXX`)) > MAX_SOCKET_PATH) {
    throw badDirectory(
      socketDirectory,
      `its path is too long for a socket (${MAX_SOCKET_PATH} bytes at most)`,
    );
  }
  try {
    return mkdtempSync(prefix);
  } catch {
    throw badDirectory(socketDirectory, "no directory could be made in it");
  }
}

/** Listens on a Unix socket inside `directory`. Throws `invalid_input` when there can be none. */
export async function listenOnSocket(server: Server, directory: string): Promise<Address> {
  const path = socketPath(directory);
  try {
    await listen(server, { path });
  } catch {
    throw badDirectory(directory, "no socket could be made in it");
  }
  return { network: "unix", path };
}

/**
 * Listens on the first free port of the loopback interface that Terraform allows: for Windows, where go-plugin
 * uses TCP. Throws `unavailable` when all are taken.
 */
export async function listenOnPort(server: Server, ports: Launch["ports"]): Promise<Address> {
  const host = "127.0.0.1";
  for (let port = ports.min; port <= ports.max; port++) {
    try {
      await listen(server, { host, port });
    } catch {
      continue;
    }
    const bound = server.address();
    return { network: "tcp", host, port: typeof bound === "object" && bound !== null ? bound.port : port };
  }
  throw new Problem("unavailable", {
    summary: "No port is free for the provider",
    detail: `Terraform allows the ports ${ports.min} to ${ports.max} (TF_PLUGIN_MIN_PORT, TF_PLUGIN_MAX_PORT), and none could be used.`,
  });
}

function socketPath(directory: string): string {
  return join(directory, "s");
}

function listen(server: Server, options: { path: string } | { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(options, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function badDirectory(directory: string, why: string): Problem {
  return new Problem("invalid_input", {
    summary: "The provider cannot make its socket",
    detail: `${directory} cannot hold it: ${why}. Set TMPDIR to another directory.`,
  });
}

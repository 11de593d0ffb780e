import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** What a proxy does with those who ask it for a tunnel. */
export interface ProxyBehaviour {
  /** `user:password` that it wants; without it, anybody may. */
  readonly credentials?: string;
  /** The status with which it opens no tunnel. */
  readonly refuses?: number;
  /** Other ports of loopback than were asked for, by `host:port`. */
  readonly routes?: Readonly<Record<string, number>>;
}

/** A request for a tunnel. */
export interface Tunnel {
  /** `host:port`. */
  readonly connect: string;
  /** What the proxy answered. */
  readonly status: number;
  /** Whether there were credentials, right or wrong. */
  readonly authorized: boolean;
}

/** A proxy that runs. */
export interface ConnectProxy {
  readonly port: number;
  /** What it was asked for since the last look. */
  tunnels(): readonly Tunnel[];
  close(): Promise<void>;
}

/** Starts `connect-proxy-main.ts`. Rejects when it ends before it listens. */
export async function startConnectProxy(behaviour: ProxyBehaviour = {}): Promise<ConnectProxy> {
  const { credentials, refuses, routes } = behaviour;
  const child = spawn(process.execPath, ["--import", "tsx", join(__dirname, "connect-proxy-main.ts")], {
    env: {
      PATH: process.env.PATH,
      ...(credentials === undefined ? {} : { PROXY_CREDENTIALS: credentials }),
      ...(refuses === undefined ? {} : { PROXY_REFUSES: String(refuses) }),
      ...(routes === undefined ? {} : { PROXY_ROUTES: JSON.stringify(routes) }),
    },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const exit = once(child, "exit");
  const lines = createInterface(child.stdout);
  const [first] = (await Promise.race([
    once(lines, "line"),
    exit.then(() => Promise.reject(new Error("the proxy ended before it listened"))),
  ])) as [string];
  const seen: Tunnel[] = [];
  lines.on("line", (line) => seen.push(JSON.parse(line) as Tunnel));
  return {
    port: (JSON.parse(first) as { port: number }).port,
    tunnels: () => seen.splice(0),
    close: async () => {
      child.stdin.end();
      await exit;
    },
  };
}

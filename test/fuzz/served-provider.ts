import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { ClientHttp2Session } from "node:http2";
import { connect as connectSocket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect as connectTls } from "node:tls";
import {
  answerOf,
  call,
  connectPlugin,
  openStream,
  type StartedPlugin,
  startPlugin,
} from "../protocol/support/plugin-client";
import { type Identity, makeIdentity } from "../support/provider-process";
import type { HostileConnection, HostileStream } from "./generators/hostile-stream";

/** How long a connection that is not gRPC is looked at: it is closed, or it is waited upon in vain. */
const CONNECTION_MS = 20;

/** HTTP/2's code for a stream that is not wanted any more. */
const CANCEL = 8;

/** The statuses that a hostile call may end with: no such method, a wrong argument, too large, or good after all. */
const STATUSES: ReadonlySet<number | undefined> = new Set([undefined, 0, 3, 8, 12]);

/** The real provider in a process of its own, served to us as to Terraform. */
export class ServedProvider {
  readonly #directory: string;
  readonly #plugin: StartedPlugin;
  readonly #identity: Identity;
  readonly #address: readonly string[];
  readonly #session: ClientHttp2Session;

  private constructor(
    directory: string,
    plugin: StartedPlugin,
    identity: Identity,
    address: readonly string[],
  ) {
    this.#directory = directory;
    this.#plugin = plugin;
    this.#identity = identity;
    this.#address = address;
    this.#session = connectPlugin(address, { identity });
  }

  /** Bundles the provider as it is now, and starts it. */
  static async start(): Promise<ServedProvider> {
    const directory = mkdtempSync(join(tmpdir(), "entrascim-fuzz-"));
    const script = join(directory, "provider.cjs");
    const bundle = ["src/provider/main.ts", "--bundle", "--platform=node", "--log-level=warning"];
    execFileSync("node_modules/.bin/esbuild", [...bundle, `--outfile=${script}`]);
    const identity = await makeIdentity();
    const plugin = startPlugin(script, identity, { TF_LOG: "TRACE" });
    return new ServedProvider(directory, plugin, identity, await plugin.handshake);
  }

  /** Sends a stream. Rejects for an answer that no call may have. */
  async send({ path, headers, chunks, ending }: HostileStream): Promise<void> {
    const stream = openStream(this.#session, { ":path": path, ...headers });
    const answer = answerOf(stream).catch(() => null);
    for (const chunk of chunks) stream.write(chunk);
    if (ending === "end") stream.end();
    // Most of what was written leaves before the stream is given up; the silent ones stay open until they are.
    const givenUp = ending !== "end" || path.startsWith("/plugin.");
    if (givenUp) {
      setTimeout(() => {
        stream.close(ending === "end" || ending === "leave" ? CANCEL : ending.reset);
        stream.destroy();
      }, CONNECTION_MS);
    }
    const ended = await answer;
    if (givenUp) return;
    if (ended !== null && !STATUSES.has(ended.code))
      throw new Error(`${path}: ${ended.code} ${ended.message}`);
  }

  /** Connects, writes and leaves, as Terraform's own client or, without TLS, as anybody. */
  connect({ tls, bytes }: HostileConnection): Promise<void> {
    const path = this.#address[3] ?? "";
    const socket = tls
      ? connectTls({ path, ...this.#identity, rejectUnauthorized: false, ALPNProtocols: ["h2"] })
      : connectSocket({ path });
    return new Promise((resolve) => {
      socket.on("error", () => {});
      socket.once("close", () => resolve());
      socket.once(tls ? "secureConnect" : "connect", () => {
        socket.write(bytes);
        socket.resume();
        setTimeout(() => socket.destroy(), CONNECTION_MS);
      });
    });
  }

  /** Rejects unless a good call is answered well. */
  async check(): Promise<void> {
    const { code, message } = await call(this.#session, "/tfplugin6.Provider/GetMetadata");
    if (code !== 0) throw new Error(`a good call was answered ${code} ${message}`);
  }

  /** Resident memory of the process in bytes, where the system tells. */
  get memory(): number {
    try {
      const status = readFileSync(`/proc/${this.#plugin.child.pid}/status`, "utf8");
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
    } catch {
      return 0;
    }
  }

  /** All that it wrote to stderr. */
  get log(): string {
    return this.#plugin.stderr();
  }

  /** Shuts it down as Terraform does; resolves with its exit code. */
  async stop(): Promise<number | string> {
    await call(this.#session, "/plugin.GRPCController/Shutdown").catch(() => {});
    this.#session.destroy();
    const late = setTimeout(() => this.#plugin.child.kill("SIGKILL"), 5_000);
    const code = await this.#plugin.exit;
    clearTimeout(late);
    rmSync(this.#directory, { recursive: true, force: true });
    return code;
  }
}

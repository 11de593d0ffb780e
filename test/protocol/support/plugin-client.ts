import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  connect,
  type OutgoingHttpHeaders,
} from "node:http2";
import { connect as connectTls, type SecureVersion } from "node:tls";
import { type Identity, pluginEnvironment } from "../../support/provider-process";

/** A provider that was started as Terraform starts one; stdout and stderr are collected. */
export interface StartedPlugin {
  readonly child: ChildProcess;
  /** Resolves with the fields of the handshake line; rejects when the process ends before it. */
  readonly handshake: Promise<readonly string[]>;
  /** Resolves with the exit code, or the signal. */
  readonly exit: Promise<number | string>;
  stdout(): string;
  stderr(): string;
}

/** Starts `script` with the environment that Terraform sets, changed by `env`. */
export function startPlugin(script: string, identity: Identity, env: NodeJS.ProcessEnv = {}): StartedPlugin {
  const environment = { ...pluginEnvironment(identity, { PATH: process.env.PATH }), ...env };
  const child = spawn(process.execPath, [script], { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  child.stderr.on("data", (chunk) => (stderr += chunk));
  const exit = once(child, "close").then(([code, signal]) => (code ?? signal) as number | string);
  const handshake = new Promise<readonly string[]>((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
      if (stdout.includes("\n")) resolve((stdout.split("\n")[0] ?? "").split("|"));
    });
    void exit.then((code) => reject(new Error(`the provider ended with ${code}: ${stderr}`)));
  });
  handshake.catch(() => {});
  return { child, handshake, exit, stdout: () => stdout, stderr: () => stderr };
}

/** How a client presents itself. */
export interface ClientOptions {
  readonly identity?: Identity;
  readonly version?: SecureVersion;
}

/** Connects to where the handshake says, trusting the certificate it names and no other, as go-plugin does. */
export function connectPlugin(
  handshake: readonly string[],
  { identity, version }: ClientOptions,
): ClientHttp2Session {
  const [, , network, address = "", , certificate = ""] = handshake;
  const [host = "", port = ""] = address.split(":");
  const session = connect("https://localhost", {
    // As on the other side: Node's own 10 MB are soon used up by calls that are given up.
    maxSessionMemory: 1024,
    createConnection: () =>
      connectTls({
        ...(network === "unix" ? { path: address } : { host, port: Number(port) }),
        ...(identity === undefined ? {} : identity),
        ...(version === undefined ? {} : { minVersion: version, maxVersion: version }),
        ca: `-----BEGIN CERTIFICATE-----\n${certificate.padEnd(Math.ceil(certificate.length / 4) * 4, "=")}\n-----END CERTIFICATE-----\n`,
        servername: "localhost",
        ALPNProtocols: ["h2"],
      }),
  });
  // A session that breaks makes the calls on it fail, which is where it is looked at.
  session.on("error", () => {});
  return session;
}

/** What a call ended with. */
export interface Answer {
  readonly http: number | undefined;
  /** The gRPC status, or undefined where there was none. */
  readonly code: number | undefined;
  readonly message: string;
  readonly body: Buffer;
}

/** Calls a method with what is not yet framed. Rejects when the connection breaks. */
export function call(
  session: ClientHttp2Session,
  path: string,
  message: Uint8Array = new Uint8Array(),
): Promise<Answer> {
  const frame = Buffer.concat([Buffer.alloc(5), message]);
  frame.writeUInt32BE(message.length, 1);
  const stream = openStream(session, { ":path": path });
  stream.end(frame);
  return answerOf(stream);
}

/** Opens a call without sending anything. */
export function openStream(session: ClientHttp2Session, headers: OutgoingHttpHeaders): ClientHttp2Stream {
  return session.request(
    { ":method": "POST", "content-type": "application/grpc", te: "trailers", ...headers },
    { endStream: false },
  );
}

/** Reads a call to its end. */
export function answerOf(stream: ClientHttp2Stream): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const seen: Record<string, unknown> = {};
    stream.on("response", (headers) => Object.assign(seen, headers));
    stream.on("trailers", (headers) => Object.assign(seen, headers));
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("error", reject);
    stream.on("close", () => {
      if (seen[":status"] === undefined) return reject(new Error("the connection was closed"));
      resolve({
        http: Number(seen[":status"]),
        code: seen["grpc-status"] === undefined ? undefined : Number(seen["grpc-status"]),
        message: decodeURIComponent(String(seen["grpc-message"] ?? "")),
        body: Buffer.concat(chunks).subarray(5),
      });
    });
  });
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type ClientHttp2Session, connect } from "node:http2";
import { createInterface } from "node:readline";
import { connect as connectTls } from "node:tls";
import { generate } from "selfsigned";

/** A key and the certificate of it, PEM. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
}

/** A certificate as go-plugin's client makes one for itself: P-521, self-signed. Takes tens of milliseconds. */
export async function makeIdentity(): Promise<Identity> {
  const { cert, private: key } = await generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    curve: "P-521",
  });
  return { cert, key };
}

/** The environment in which Terraform starts a provider. */
export function pluginEnvironment(
  identity: Identity,
  env: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  return {
    ...env,
    TF_PLUGIN_MAGIC_COOKIE: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
    PLUGIN_PROTOCOL_VERSIONS: "5,6",
    PLUGIN_MIN_PORT: "10000",
    PLUGIN_MAX_PORT: "25000",
    PLUGIN_CLIENT_CERT: identity.cert,
  };
}

/** A provider process under way, spoken to in whole gRPC messages as bytes. */
export interface ProviderProcess {
  readonly child: ChildProcess;
  /** The handshake line. */
  readonly handshake: string;
  /** Calls `/<service>/<method>` with one encoded message; gives the encoded answer. Rejects on a gRPC status. */
  call(path: string, message?: Uint8Array): Promise<Buffer>;
  /** Asks the provider to end, and waits until it has; kills it when that takes more than two seconds. */
  shutdown(): Promise<void>;
}

/**
 * Starts a provider as Terraform does and connects to it over mutual TLS. Rejects when it prints no handshake line.
 *
 * @param onHandshake called as soon as the line is there, before the connection is made.
 */
export async function startProvider(
  [command, ...args]: readonly [string, ...string[]],
  identity: Identity,
  options: { readonly env?: NodeJS.ProcessEnv; readonly onHandshake?: () => void } = {},
): Promise<ProviderProcess> {
  const child = spawn(command, args, {
    env: pluginEnvironment(identity, options.env),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const handshake = await firstLine(child).catch((error: unknown) => {
    child.kill("SIGKILL");
    throw error;
  });
  options.onHandshake?.();
  const address = handshake.split("|")[3] ?? "";
  const session = connect("https://localhost", {
    createConnection: () =>
      connectTls({
        path: address,
        cert: identity.cert,
        key: identity.key,
        servername: "localhost",
        ALPNProtocols: ["h2"],
        // The provider's certificate is made for this run; the socket's folder is what protects it here.
        rejectUnauthorized: false,
      }),
  });
  // A session that breaks makes the calls on it fail, which is where it is reported.
  session.on("error", () => {});
  return {
    child,
    handshake,
    call: (path, message = new Uint8Array()) => unaryCall(session, path, message),
    shutdown: async () => {
      const exited = child.exitCode === null ? once(child, "exit") : undefined;
      const tooLate = setTimeout(() => child.kill("SIGKILL"), 2000);
      await unaryCall(session, "/plugin.GRPCController/Shutdown", new Uint8Array()).catch(() => {});
      session.close();
      await exited;
      clearTimeout(tooLate);
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("the provider's output is not piped");
  const lines = createInterface({ input: child.stdout });
  const timeout = AbortSignal.timeout(10_000);
  return Promise.race([
    once(lines, "line", { signal: timeout }).then(([text]) => text as string),
    once(child, "exit").then(([code]) => Promise.reject(new Error(`the provider ended with ${code}`))),
  ]);
}

function unaryCall(session: ClientHttp2Session, path: string, message: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const stream = session.request({
      ":method": "POST",
      ":path": path,
      "content-type": "application/grpc",
      te: "trailers",
    });
    const chunks: Buffer[] = [];
    let status = "no status";
    const readStatus = (headers: Record<string, unknown>) => {
      if (headers["grpc-status"] !== undefined) status = String(headers["grpc-status"]);
    };
    stream.on("response", readStatus);
    stream.on("trailers", readStatus);
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("error", reject);
    stream.setTimeout(30_000, () => stream.close());
    stream.on("close", () => {
      if (status === "0") resolve(Buffer.concat(chunks).subarray(5));
      else reject(new Error(`${path} ended with gRPC status ${status}`));
    });
    const frame = Buffer.alloc(5 + message.length);
    frame.writeUInt32BE(message.length, 1);
    frame.set(message, 5);
    stream.end(frame);
  });
}

import type { IncomingMessage, RequestListener, Server } from "node:http";
import { createServer as createHttp } from "node:http";
import { createServer as createHttps } from "node:https";
import { type AddressInfo, connect, type Server as NetServer, type Socket } from "node:net";
import { generate } from "selfsigned";

/** A server on loopback, for tests. */
export interface LocalServer {
  readonly port: number;
  /** Connections that were ever opened. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

/** A throw-away certificate for `names` and its key, PEM. */
export async function throwAwayCertificate(...names: string[]): Promise<{ cert: string; key: string }> {
  const { cert, private: key } = await generate([{ name: "commonName", value: names[0] ?? "localhost" }], {
    keyType: "ec",
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "subjectAltName", altNames: names.map((value) => ({ type: 2, value })) },
    ],
  });
  return { cert, key };
}

/** Serves `handle` over http, or over https with a certificate. */
export function serveLocally(
  handle: RequestListener,
  tls?: { cert: string; key: string },
): Promise<LocalServer> {
  return listen(tls === undefined ? createHttp(handle) : createHttps(tls, handle));
}

/** A proxy that opens tunnels to loopback whatever the host, and hands each CONNECT to `admit`, which may refuse. */
export function serveProxy(
  target: number,
  admit: (request: IncomingMessage) => number = () => 200,
): Promise<LocalServer> {
  const server = createHttp((_, response) => response.writeHead(405).end());
  server.on("connect", (request: IncomingMessage, socket: Socket) => {
    socket.on("error", () => socket.destroy());
    const status = admit(request);
    if (status !== 200) return socket.end(`HTTP/1.1 ${status} Refused\r\ncontent-length: 0\r\n\r\n`);
    const upstream = connect(target, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      upstream.pipe(socket).pipe(upstream);
    });
    return upstream.on("error", () => socket.destroy());
  });
  return listen(server);
}

/** Starts any server on a free port of loopback. */
export async function listen(server: Server | NetServer): Promise<LocalServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on("connection", (socket: Socket) => {
    connections++;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("not listening on a port");
  return {
    port: address.port,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

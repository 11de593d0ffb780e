import { type AddressInfo, createServer, type Socket } from "node:net";
import { createTransport } from "../../../src/clients/http/create-transport";
import type { HttpResponse } from "../../../src/clients/http/transport";
import { systemClock } from "../../../src/core/clock";
import { KeptLog } from "../clouds/fuzz-world";
import { PLANTED } from "../clouds/planted";
import { type FuzzProperty, prepared } from "../fuzz-property";
import { type HostileHttp, hostileHttp } from "../generators/hostile-http";
import { checkProblem } from "../oracle/check-problem";
import { assertNoSecret } from "../oracle/safe-text";

/** An answer that is held back is given up after this. */
const REQUEST_MS = 300;
const CONCURRENCY = 4;
const GOOD: HostileHttp = {
  pieces: [Buffer.from("HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\ngood")],
  ending: "keep",
};

/** The real transport over a real connection, to a server that hardly speaks HTTP. */
export const httpBytes: FuzzProperty = {
  name: "http",
  about:
    "Bytes that are no HTTP end a request with a problem, within its time, and the next request is answered.",
  sample: 150,
  weight: 1,
  patience: 10_000,
  prepare: async () => {
    const server = await ByteServer.start();
    const log = new KeptLog();
    const transport = createTransport({
      maxConcurrency: CONCURRENCY,
      userAgent: "fuzz",
      allowedHosts: null,
      env: {},
      log,
      clock: systemClock,
    });
    const get = (path: string): Promise<HttpResponse> =>
      transport.send({
        method: "GET",
        url: `${server.origin}${path}`,
        headers: { authorization: `Bearer ${PLANTED.infisicalToken}` },
        signal: new AbortController().signal,
        timeoutMs: REQUEST_MS,
      });
    return prepared({
      cases: hostileHttp,
      try: async (answer) => {
        server.answer = answer;
        await get("/hostile").catch(checkProblem);
        server.answer = GOOD;
        await stillAnswered(get);
        if (server.open > CONCURRENCY) throw new Error(`${server.open} connections are open`);
      },
      close: async () => {
        await server.close();
        assertNoSecret(log.text, "the log");
      },
    });
  },
};

/** A kept connection may just be ending: then the second try has a new one. */
async function stillAnswered(get: (path: string) => Promise<HttpResponse>): Promise<void> {
  const { body } = await get("/good").catch(() => get("/good"));
  if (body !== "good") throw new Error("a good answer was not read as it is");
}

/** Writes the same bytes to whoever sends something. */
class ByteServer {
  answer: HostileHttp = GOOD;
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((socket) => this.#serve(socket));

  static async start(): Promise<ByteServer> {
    const server = new ByteServer();
    await new Promise<void>((resolve) => server.#server.listen(0, "127.0.0.1", resolve));
    return server;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Connections that are open now. */
  get open(): number {
    return this.#sockets.size;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on("error", () => {});
    socket.once("close", () => this.#sockets.delete(socket));
    socket.on("data", () => void this.#write(socket, this.answer));
  }

  async #write(socket: Socket, { pieces, ending }: HostileHttp): Promise<void> {
    for (const piece of pieces) {
      socket.write(piece);
      await new Promise(setImmediate);
    }
    if (ending === "close") socket.end();
    if (ending === "reset") socket.resetAndDestroy();
  }
}

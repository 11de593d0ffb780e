import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A request that a pipeline's step has sent. */
export interface JsonRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** The bearer token, or an empty text. */
  readonly token: string;
  /** The JSON of its body; undefined when it has none. */
  readonly body: unknown;
}

/** An answer: its status, and what is sent as JSON. */
export type JsonAnswer = readonly [status: number, body: unknown];

/** An HTTP server on a free port of 127.0.0.1 that speaks JSON. */
export class JsonServer {
  readonly #server: Server;

  private constructor(answer: (request: JsonRequest) => JsonAnswer) {
    this.#server = createServer((request, response) => {
      void read(request).then((parsed) => {
        const [status, body] = answer(parsed);
        response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
      });
    });
  }

  /** Starts one. */
  static async start(answer: (request: JsonRequest) => JsonAnswer): Promise<JsonServer> {
    const server = new JsonServer(answer);
    await new Promise<void>((done) => server.#server.listen(0, "127.0.0.1", done));
    return server;
  }

  /** `http://127.0.0.1:PORT` */
  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Stops it; connections are broken. */
  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}

async function read(request: IncomingMessage): Promise<JsonRequest> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  const url = new URL(request.url ?? "", "http://localhost");
  return {
    method: request.method ?? "",
    path: url.pathname,
    query: url.searchParams,
    token: (request.headers.authorization ?? "").replace("Bearer ", ""),
    body: text === "" ? undefined : JSON.parse(text),
  };
}

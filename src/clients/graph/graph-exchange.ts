import { AuthenticationHandler, Client, type Context, ResponseType } from "@microsoft/microsoft-graph-client";
import { Problem } from "../../core/problem";
import type { Secret } from "../../core/secret";
import type { HttpRequest, HttpResponse, Transport } from "../http/transport";

/** One request to Graph, without its authorization. `url` is absolute. */
export type GraphHttpRequest = Omit<HttpRequest, "headers"> & {
  readonly headers: Readonly<Record<string, string>>;
};

/**
 * Sends one request with Microsoft's Graph client and this token. Its middleware chain is put together here: it adds
 * the token, and sends over our transport. Its own redirect handler would repeat a PUT with its body to another host,
 * and its retry handler knows no deadline, so neither is in the chain.
 *
 * Importing this module loads the client, so import it lazily. Rejects with what the transport rejects with.
 */
export async function exchangeWithGraph(
  request: GraphHttpRequest,
  token: Secret,
  transport: Transport,
): Promise<HttpResponse> {
  const authentication = new AuthenticationHandler({
    getAccessToken: () => Promise.resolve(token.reveal()),
  });
  const sending = new TransportHandler(transport, request);
  authentication.setNext(sending);
  const client = Client.initWithMiddleware({
    middleware: authentication,
    // For hosts that are not listed here, Microsoft's own clouds aside, the handler removes the token silently.
    customHosts: new Set([new URL(request.url).hostname]),
    baseUrl: new URL(request.url).origin,
    debugLogging: false,
  });
  try {
    const call = client
      .api(request.url)
      .headers({ ...request.headers })
      .responseType(ResponseType.RAW);
    await sendAs(request, call);
  } catch (caught) {
    throw sending.problem ?? Problem.from(caught);
  }
  return sending.answer;
}

function sendAs(request: GraphHttpRequest, call: ReturnType<Client["api"]>): Promise<unknown> {
  switch (request.method) {
    case "GET":
      return call.get();
    case "POST":
      return call.post(request.body);
    case "PUT":
      return call.put(request.body);
    case "PATCH":
      return call.patch(request.body);
    case "DELETE":
      return call.delete();
  }
}

/** The last of the chain: sends over our transport, and keeps the answer or the problem, which the client rewraps. */
class TransportHandler {
  readonly #transport: Transport;
  readonly #request: GraphHttpRequest;
  #answer: HttpResponse | null = null;
  #problem: Problem | null = null;

  constructor(transport: Transport, request: GraphHttpRequest) {
    this.#transport = transport;
    this.#request = request;
  }

  get problem(): Problem | null {
    return this.#problem;
  }

  get answer(): HttpResponse {
    if (this.#answer === null) throw bug("The Graph client sent nothing.");
    return this.#answer;
  }

  async execute(context: Context): Promise<void> {
    try {
      this.#answer = await this.#send(context);
    } catch (caught) {
      this.#problem = Problem.from(caught);
      throw this.#problem;
    }
    const { status, body } = this.#answer;
    const hasBody = status !== 204 && status !== 205 && status !== 304;
    // A server may answer with a number that is no status, and a `Response` cannot have one.
    context.response = new Response(hasBody ? body : null, { status: status > 599 ? 500 : status });
  }

  #send(context: Context): Promise<HttpResponse> {
    const headers = plainHeaders(context.options?.headers);
    const { body } = this.#request;
    // A request without a body has no type either; the client writes one for every POST.
    if (body === undefined) delete headers["content-type"];
    if (headers.authorization === undefined) throw bug("The Graph client removed the token.");
    const url = typeof context.request === "string" ? context.request : context.request.url;
    return this.#transport.send({ ...this.#request, url, headers });
  }
}

function plainHeaders(headers: unknown): Record<string, string> {
  if (typeof headers !== "object" || headers === null) return {};
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}

function bug(what: string): Problem {
  return new Problem("internal", {
    summary: "This is a bug",
    detail: `${what} Please report it.`,
  });
}

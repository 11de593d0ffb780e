import { createServer } from "node:net";
import { systemClock } from "../../core/clock";
import type { LogFields, Logger } from "../../core/log";
import { Problem, type ProblemCode } from "../../core/problem";
import { createTransport, type TransportOptions } from "./create-transport";
import {
  type LocalServer,
  listen,
  serveLocally,
  serveProxy,
  throwAwayCertificate,
} from "./testing/local-server";
import type { HttpRequest } from "./transport";

const open: LocalServer[] = [];
let certificate: { cert: string; key: string };

beforeAll(async () => {
  certificate = await throwAwayCertificate("localhost", "vault.example.com");
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function opened(server: Promise<LocalServer>): Promise<LocalServer> {
  open.push(await server);
  return server;
}

function transport(options: Partial<TransportOptions> = {}) {
  return createTransport({
    maxConcurrency: 4,
    userAgent: "entrascim/test",
    allowedHosts: null,
    env: {},
    log: { log: () => {} },
    clock: systemClock,
    ...options,
  });
}

function request(url: string, options: Partial<HttpRequest> = {}): HttpRequest {
  return {
    method: "GET",
    url,
    headers: {},
    signal: new AbortController().signal,
    timeoutMs: 20_000,
    ...options,
  };
}

async function problemOf(promise: Promise<unknown>): Promise<Problem> {
  const caught: unknown = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(caught instanceof Problem)) throw new Error("expected a Problem");
  return caught;
}

describe("an answer", () => {
  it("carries status, lower-case headers and the body; the request its own headers, body and user agent", async () => {
    const server = await opened(
      serveLocally((incoming, response) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("end", () => {
          response.writeHead(201, { "X-Thing": "1", "Set-Cookie": ["a=1", "b=2"] });
          const { method, url, headers } = incoming;
          const agent = headers["user-agent"];
          response.end(
            JSON.stringify({
              method,
              url,
              agent,
              auth: headers.authorization,
              body: `${Buffer.concat(chunks)}`,
            }),
          );
        });
      }),
    );
    const answer = await transport().send(
      request(`http://127.0.0.1:${server.port}/a%2Fb?c=d`, {
        method: "PUT",
        headers: { Authorization: "Bearer t" },
        body: "grüße",
      }),
    );
    expect(answer.status).toBe(201);
    expect(answer.headers.get("x-thing")).toBe("1");
    expect(answer.headers.get("set-cookie")).toBe("a=1, b=2");
    expect(JSON.parse(answer.body)).toEqual({
      method: "PUT",
      url: "/a%2Fb?c=d",
      agent: "entrascim/test",
      auth: "Bearer t",
      body: "grüße",
    });
  });

  it("is asked for as it is, whatever a library that sends over us can decompress", async () => {
    const server = await opened(
      serveLocally((incoming, response) => response.end(incoming.headers["accept-encoding"])),
    );
    const headers = { "Accept-Encoding": "gzip,deflate" };
    const answer = await transport().send(request(`http://127.0.0.1:${server.port}/`, { headers }));
    expect(answer.body).toBe("identity");
  });

  it.each([301, 302, 303, 307, 308])("%i is returned, not followed", async (status) => {
    const asked: (string | undefined)[] = [];
    const server = await opened(
      serveLocally((incoming, response) => {
        asked.push(incoming.url);
        response.writeHead(status, { location: "/elsewhere" }).end();
      }),
    );
    const answer = await transport().send(request(`http://127.0.0.1:${server.port}/first`));
    expect(answer.status).toBe(status);
    expect(answer.headers.get("location")).toBe("/elsewhere");
    expect(asked).toEqual(["/first"]);
  });

  it("of exactly the limit is read, of one byte more is refused", async () => {
    const server = await opened(
      serveLocally((incoming, response) => response.end("x".repeat(Number(incoming.url?.slice(1))))),
    );
    const sut = transport({ maxResponseBytes: 1000 });
    expect((await sut.send(request(`http://127.0.0.1:${server.port}/1000`))).body).toHaveLength(1000);
    const problem = await problemOf(sut.send(request(`http://127.0.0.1:${server.port}/1001`)));
    expect(problem.code).toBe("unexpected_response");
    expect(problem.detail).toContain("1000 bytes");
  });

  it("without end is not waited for", async () => {
    const server = await opened(
      serveLocally((_, response) => {
        const timer = setInterval(() => response.write("x".repeat(1000)), 1);
        response.on("close", () => clearInterval(timer));
      }),
    );
    const problem = await problemOf(
      transport({ maxResponseBytes: 5000 }).send(request(`http://127.0.0.1:${server.port}/`)),
    );
    expect(problem.code).toBe("unexpected_response");
  });
});

describe("connections", () => {
  it("are kept and no more than the limit, for requests one after the other and many at once", async () => {
    let underWay = 0;
    let most = 0;
    const server = await opened(
      serveLocally((_, response) => {
        underWay++;
        most = Math.max(most, underWay);
        setImmediate(() => {
          underWay--;
          response.end();
        });
      }),
    );
    const sut = transport({ maxConcurrency: 3 });
    for (let i = 0; i < 20; i++) await sut.send(request(`http://127.0.0.1:${server.port}/`));
    await Promise.all(
      Array.from({ length: 60 }, () => sut.send(request(`http://127.0.0.1:${server.port}/`))),
    );
    expect(server.connections()).toBeLessThanOrEqual(3);
    expect(most).toBeLessThanOrEqual(3);
  });
});

describe("a failure", () => {
  it("by time limit is a timeout, while the caller's signal stays as it is", async () => {
    const server = await opened(serveLocally(() => {}));
    const problem = await problemOf(
      transport().send(request(`http://127.0.0.1:${server.port}/`, { timeoutMs: 30 })),
    );
    expect(problem.code).toBe("timeout");
    expect(problem.detail).toContain("http.request_timeout");
  });

  it("by time limit in the middle of a body is one too", async () => {
    const server = await opened(serveLocally((_, response) => void response.write("half")));
    const problem = await problemOf(
      transport().send(request(`http://127.0.0.1:${server.port}/`, { timeoutMs: 60 })),
    );
    expect(problem.code).toBe("timeout");
  });

  it("by interruption is cancelled: before, during and while waiting for its turn", async () => {
    const server = await opened(serveLocally(() => {}));
    const sut = transport({ maxConcurrency: 1 });
    const url = `http://127.0.0.1:${server.port}/`;
    const [first, second] = [new AbortController(), new AbortController()];
    const running = problemOf(sut.send(request(url, { signal: first.signal })));
    const queued = problemOf(sut.send(request(url, { signal: second.signal })));
    second.abort();
    expect((await queued).code).toBe("cancelled");
    first.abort();
    expect((await running).code).toBe("cancelled");
    expect((await problemOf(sut.send(request(url, { signal: AbortSignal.abort() })))).code).toBe("cancelled");
  });

  it("by a refused connection names host and code", async () => {
    const server = await opened(serveLocally(() => {}));
    await server.close();
    const problem = await problemOf(transport().send(request(`http://127.0.0.1:${server.port}/`)));
    expect(problem.code).toBe("unavailable");
    expect(problem.detail).toContain(`127.0.0.1:${server.port}`);
    expect(problem.detail).toContain("ECONNREFUSED");
  });

  it("by a reset is unavailable", async () => {
    const server = await opened(
      listen(createServer((socket) => void socket.on("data", () => socket.resetAndDestroy()))),
    );
    const problem = await problemOf(transport().send(request(`http://127.0.0.1:${server.port}/`)));
    expect(problem.code).toBe("unavailable");
  });

  it("by something that is not HTTP is an unexpected response that does not quote it", async () => {
    const server = await opened(
      listen(createServer((socket) => void socket.end("SSH-2.0-secret-banner\r\n"))),
    );
    const problem = await problemOf(transport().send(request(`http://127.0.0.1:${server.port}/`)));
    expect(problem.code).toBe("unexpected_response");
    expect(problem.message).not.toContain("SSH");
  });

  it("leaves the transport usable", async () => {
    const server = await opened(
      serveLocally(
        (incoming, response) => void (incoming.url === "/hang" ? undefined : response.end("fine")),
      ),
    );
    const sut = transport({ maxConcurrency: 1 });
    await problemOf(sut.send(request(`http://127.0.0.1:${server.port}/hang`, { timeoutMs: 20 })));
    expect((await sut.send(request(`http://127.0.0.1:${server.port}/`))).body).toBe("fine");
  });
});

describe("TLS", () => {
  it("is verified against the authorities that are trusted", async () => {
    const server = await opened(serveLocally((_, response) => response.end("fine"), certificate));
    const url = `https://localhost:${server.port}/`;
    expect((await transport({ ca: certificate.cert }).send(request(url))).body).toBe("fine");
    const problem = await problemOf(transport().send(request(url)));
    expect(problem.code).toBe("untrusted");
    expect(problem.detail).toContain("NODE_EXTRA_CA_CERTS");
    expect(problem.detail).toMatch(/SELF_SIGNED|UNABLE_TO_VERIFY/);
  });

  it("for another name is untrusted", async () => {
    const other = await throwAwayCertificate("other.example.com");
    const server = await opened(serveLocally((_, response) => response.end("fine"), other));
    const problem = await problemOf(
      transport({ ca: other.cert }).send(request(`https://localhost:${server.port}/`)),
    );
    expect(problem.code).toBe("untrusted");
    expect(problem.detail).toContain("another host name");
  });

  it("to a port that speaks plain HTTP is untrusted", async () => {
    const server = await opened(serveLocally((_, response) => response.end("fine")));
    const problem = await problemOf(transport().send(request(`https://localhost:${server.port}/`)));
    expect(problem.code).toBe("untrusted");
  });
});

describe("a proxy", () => {
  it("is tunnelled through, with its credentials, and its tunnels are kept", async () => {
    const target = await opened(
      serveLocally((incoming, response) => response.end(incoming.headers.host), certificate),
    );
    const connects: unknown[] = [];
    const proxy = await opened(
      serveProxy(target.port, (incoming) => {
        connects.push([incoming.url, incoming.headers["proxy-authorization"]]);
        return 200;
      }),
    );
    const sut = transport({
      maxConcurrency: 2,
      ca: certificate.cert,
      env: { HTTPS_PROXY: `http://us%40er:p%3Ass@127.0.0.1:${proxy.port}` },
    });
    for (let i = 0; i < 20; i++) {
      expect((await sut.send(request("https://vault.example.com/"))).body).toBe("vault.example.com");
    }
    expect(connects.length).toBeLessThanOrEqual(2);
    expect(connects[0]).toEqual([
      "vault.example.com:443",
      `Basic ${Buffer.from("us@er:p:ss").toString("base64")}`,
    ]);
  });

  it("is left out for the hosts of NO_PROXY and for loopback over plain http", async () => {
    const server = await opened(serveLocally((_, response) => response.end("direct")));
    const sut = transport({ env: { http_proxy: "http://127.0.0.1:1", HTTPS_PROXY: "http://127.0.0.1:1" } });
    expect((await sut.send(request(`http://127.0.0.1:${server.port}/`))).body).toBe("direct");
    const excluded = transport({ env: { HTTPS_PROXY: "http://127.0.0.1:1", NO_PROXY: ".invalid" } });
    expect((await problemOf(excluded.send(request("https://vault.invalid/")))).detail).not.toContain(
      "proxy 127",
    );
  });

  it.each<[number, ProblemCode, string]>([
    [407, "invalid_input", "407"],
    [403, "unavailable", "it answered 403"],
    [502, "unavailable", "it answered 502"],
  ])("that answers %i is told apart, without its credentials", async (status, code, text) => {
    const proxy = await opened(serveProxy(1, () => status));
    const env = { HTTPS_PROXY: `http://bob:hunter2@127.0.0.1:${proxy.port}` };
    const problem = await problemOf(transport({ env }).send(request("https://vault.example.com/")));
    expect(problem.code).toBe(code);
    expect(problem.detail).toContain(text);
    expect(problem.detail).toContain("HTTPS_PROXY");
    expect(JSON.stringify({ ...problem, message: problem.message })).not.toMatch(/hunter2|bob/);
  });

  it("that cannot be reached is named", async () => {
    const problem = await problemOf(
      transport({ env: { https_proxy: "http://127.0.0.1:1" } }).send(request("https://vault.example.com/")),
    );
    expect(problem.code).toBe("unavailable");
    expect(problem.detail).toContain("http://127.0.0.1:1 of https_proxy");
  });

  it("cannot be trusted with a certificate of its own making", async () => {
    const impostor = await throwAwayCertificate("vault.example.com");
    const target = await opened(serveLocally((_, response) => response.end("fine"), impostor));
    const proxy = await opened(serveProxy(target.port));
    const env = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` };
    const problem = await problemOf(
      transport({ ca: certificate.cert, env }).send(request("https://vault.example.com/")),
    );
    expect(problem.code).toBe("untrusted");
  });
});

describe("nothing is sent", () => {
  it.each<[string, string, Partial<HttpRequest>, Partial<TransportOptions>, ProblemCode]>([
    ["over plain http to another machine", "http://vault.example.com/", {}, {}, "untrusted"],
    [
      "to a host that is not listed",
      "https://vault.example.com/",
      {},
      { allowedHosts: new Set() },
      "untrusted",
    ],
    ["with user information", "https://user:secret@vault.example.com/", {}, {}, "untrusted"],
    ["to what is no URL", "vault", {}, {}, "invalid_input"],
    [
      "with a line break in a header",
      "https://127.0.0.1:1/",
      { headers: { authorization: "Bearer secret\n" } },
      {},
      "invalid_input",
    ],
    [
      "through a proxy that is none",
      "https://vault.example.com/",
      {},
      { env: { HTTPS_PROXY: "socks5://secret" } },
      "invalid_input",
    ],
  ])("%s", async (_, url, changes, options, code) => {
    const problem = await problemOf(transport(options).send(request(url, changes)));
    expect(problem.code).toBe(code);
    expect(problem.message).not.toContain("secret");
  });
});

describe("the log", () => {
  it("has method, host, path, status, duration and request id, and nothing else", async () => {
    const lines: unknown[] = [];
    const log: Logger = {
      log: (level, message, fields?: LogFields) => void lines.push([level, message, fields]),
    };
    const server = await opened(
      serveLocally((incoming, response) => {
        if (incoming.url === "/gone") return void incoming.socket.destroy();
        return void response.setHeader("Request-Id", "req-1").end("secret body");
      }),
    );
    let now = 0;
    const sut = transport({ log, clock: { ...systemClock, now: () => (now += 5) } });
    const host = `127.0.0.1:${server.port}`;
    await sut.send(request(`http://${host}/p?q=secret`, { headers: { authorization: "secret" } }));
    await problemOf(sut.send(request(`http://${host}/gone`)));
    expect(lines).toEqual([
      ["debug", "HTTP request", { method: "GET", host, path: "/p", status: 200, ms: 5, request_id: "req-1" }],
      ["debug", "HTTP request failed", { method: "GET", host, path: "/gone", problem: "unavailable", ms: 5 }],
    ]);
  });
});

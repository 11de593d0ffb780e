import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";

/*
 * A forward proxy as a process of its own: CONNECT alone, on loopback. `PROXY_CREDENTIALS` ("user:password") asks for
 * basic authentication, `PROXY_REFUSES` (a status) opens no tunnel, `PROXY_ROUTES` (JSON, host:port to port) leads to
 * another port of loopback than was asked for. It prints a line of JSON with its port, then one for each CONNECT.
 */

const { PROXY_CREDENTIALS: credentials, PROXY_REFUSES: refuses, PROXY_ROUTES: routes = "{}" } = process.env;
const ports = JSON.parse(routes) as Readonly<Record<string, number>>;
const print = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

function admit(authorization: string | undefined): number {
  if (refuses !== undefined) return Number(refuses);
  if (credentials === undefined) return 200;
  return authorization === `Basic ${Buffer.from(credentials).toString("base64")}` ? 200 : 407;
}

const server = createServer((request, response) => {
  print({ request: `${request.method} ${request.url}` });
  response.writeHead(405).end();
});
server.on("connect", (request, socket: Socket) => {
  socket.on("error", () => socket.destroy());
  const target = request.url ?? "";
  const authorization = request.headers["proxy-authorization"];
  const status = admit(authorization);
  print({ connect: target, status, authorized: authorization !== undefined });
  if (status !== 200) {
    const challenge = status === 407 ? 'proxy-authenticate: Basic realm="proxy"\r\n' : "";
    return socket.end(`HTTP/1.1 ${status} Refused\r\n${challenge}content-length: 0\r\n\r\n`);
  }
  const [, port = ""] = /:(\d+)$/.exec(target) ?? [];
  const upstream = connect(ports[target] ?? Number(port), "127.0.0.1", () => {
    socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
    upstream.pipe(socket).pipe(upstream);
  });
  return upstream.on("error", () => socket.destroy()).on("close", () => socket.destroy());
});
// It ends with whoever started it.
process.stdin.resume().on("end", () => process.exit());
server.listen(0, "127.0.0.1", () => print({ port: (server.address() as AddressInfo).port }));

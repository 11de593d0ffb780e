import fc from "fast-check";
import { BODY_MARK } from "../clouds/planted";

/** What a server writes for one request, byte by byte. */
export interface HostileHttp {
  /** In pieces, as they arrive. */
  readonly pieces: readonly Uint8Array[];
  readonly ending: "close" | "reset" | "keep";
}

const line = fc.constantFrom(
  "HTTP/1.1 200 OK",
  "HTTP/1.1 200 OK",
  "HTTP/1.1 404 Not Found",
  "HTTP/1.1 503 Busy",
  "HTTP/1.1 100 Continue",
  "HTTP/1.1 101 Switching Protocols",
  "HTTP/1.1 204 No Content",
  "HTTP/1.1 302 Found",
  "HTTP/1.1 999 X",
  "HTTP/1.1 0 X",
  "HTTP/2.0 200 OK",
  "HTTP/9.9 200",
  "ICY 200 OK",
  "",
  "\u0000",
);

const headers = fc
  .array(
    fc.constantFrom(
      "content-type: application/json",
      "content-length: 0",
      "content-length: 5",
      "content-length: -1",
      "content-length: 99999999999999999999",
      "content-length: 5\r\ncontent-length: 6",
      "transfer-encoding: chunked",
      "transfer-encoding: gzip, chunked",
      "transfer-encoding: x",
      "content-encoding: gzip",
      "connection: close",
      "connection: upgrade\r\nupgrade: websocket",
      "retry-after: NaN",
      "set-cookie: a\r\nset-cookie: b",
      "location: https://evil.example/",
      " folded: x",
      "no colon",
      ": no name",
      "x: \u0000",
      `x: ${"a".repeat(20_000)}`,
      `${"y: 1\r\n".repeat(3_000)}z: 1`,
    ),
    { maxLength: 4 },
  )
  .map((lines) => lines.map((each) => `${each}\r\n`).join(""));

const body = fc.oneof(
  fc.constantFrom<Uint8Array>(
    Buffer.from(""),
    Buffer.from('{"secrets":[]}'),
    Buffer.from(`<html>${BODY_MARK}</html>`),
    Buffer.from("\ufeff{}"),
    Buffer.from([0x22, 0xff, 0xfe, 0xc3, 0x28, 0x22]),
    Buffer.from('e\r\n{"secrets":[]}\r\n0\r\n\r\n'),
    Buffer.from("FFFFFFFFFFFFFFFFF\r\nx"),
    Buffer.from("5\r\nhello\r\n"),
    Buffer.from("z\r\n"),
    Buffer.from("0\r\ntrailer: x\r\n\r\n"),
  ),
  fc.uint8Array({ maxLength: 40 }),
);

/** Beyond the limit of an answer; seldom, since it takes long. */
const large: fc.Arbitrary<Uint8Array> = fc.constantFrom<Uint8Array>(new Uint8Array(17 << 20).fill(0x20));

/** Answers in what may be HTTP. */
export const hostileHttp: fc.Arbitrary<HostileHttp> = fc.record({
  pieces: fc
    .record({
      line,
      headers,
      end: fc.constantFrom("\r\n", "\r\n", "\n", ""),
      body: fc.oneof({ weight: 40, arbitrary: body }, { weight: 1, arbitrary: large }),
      cut: fc.nat(60),
    })
    .map((answer) => {
      const head = Buffer.from(`${answer.line}\r\n${answer.headers}${answer.end}`, "latin1");
      const cut = Math.min(answer.cut, head.length);
      return [head.subarray(0, cut), Buffer.concat([head.subarray(cut), answer.body])] as Uint8Array[];
    }),
  ending: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom("close" as const, "reset" as const) },
    { weight: 1, arbitrary: fc.constant("keep" as const) },
  ),
});

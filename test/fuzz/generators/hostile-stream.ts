import fc from "fast-check";

/** A call over HTTP/2 that a client of gRPC would not make. */
export interface HostileStream {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What is written, in pieces. */
  readonly chunks: readonly Uint8Array[];
  readonly ending: "end" | "leave" | { readonly reset: number };
}

/** A connection that breaks HTTP/2, TLS, or both. */
export interface HostileConnection {
  readonly tls: boolean;
  readonly bytes: Uint8Array;
}

const PREFIX = [0, 0, 0, 0];

/** A message with a prefix that may not be its own. */
const frame = fc
  .record({
    flag: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 255 })),
    body: fc.oneof(
      { weight: 4, arbitrary: fc.uint8Array({ maxLength: 60 }) },
      { weight: 1, arbitrary: fc.constantFrom(70_000, 1 << 20).map((length) => new Uint8Array(length)) },
    ),
    length: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      fc.constantFrom(0, 1, 5, 2 ** 16, 64 * 2 ** 20, 64 * 2 ** 20 + 1, 2 ** 32 - 1),
    ),
  })
  .map(({ flag, body, length }) => {
    const bytes = Buffer.from([flag, ...PREFIX]);
    bytes.writeUInt32BE(length ?? body.length, 1);
    return Buffer.concat([bytes, body]) as Uint8Array;
  });

const header = fc.oneof(
  fc.tuple(
    fc.constant("content-type"),
    fc.constantFrom(
      "application/grpc",
      "application/grpc+json",
      "application/grpcx",
      "text/plain",
      "",
      "a".repeat(8_000),
    ),
  ),
  fc.tuple(fc.constant("grpc-encoding"), fc.constantFrom("gzip", "identity", "", "x".repeat(1_000))),
  fc.tuple(fc.constant("grpc-timeout"), fc.constantFrom("0n", "1S", "-1S", "99999999999H", "x")),
  fc.tuple(fc.constant("te"), fc.constantFrom("trailers")),
  fc.tuple(fc.constant("user-agent"), fc.constantFrom("", "a".repeat(12_000))),
  fc.tuple(fc.constant("x-bin"), fc.constantFrom("%00", "AA==", "é", "\u0080")),
  fc.tuple(fc.constantFrom(":authority"), fc.constantFrom("", "evil.example", "a:b:c")),
  fc.tuple(fc.constantFrom(":method"), fc.constantFrom("GET", "PUT", "OPTIONS", "POST", "X")),
);

/** Streams. The methods are those that are there, and some that are not; Shutdown is left to the test. */
export function hostileStream(paths: readonly string[]): fc.Arbitrary<HostileStream> {
  return fc.record({
    path: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...paths) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          "/",
          "*",
          "/a",
          "//",
          "/tfplugin6.Provider/",
          "/x?y=z#w",
          `/${"p".repeat(9_000)}`,
        ),
      },
    ),
    headers: fc.array(header, { maxLength: 3 }).map((entries) => Object.fromEntries(entries)),
    chunks: fc.array(
      fc.oneof({ weight: 3, arbitrary: frame }, fc.uint8Array({ minLength: 1, maxLength: 8 })),
      {
        maxLength: 4,
      },
    ),
    ending: fc.oneof(
      { weight: 3, arbitrary: fc.constant("end" as const) },
      { weight: 1, arbitrary: fc.constant("leave" as const) },
      { weight: 1, arbitrary: fc.record({ reset: fc.integer({ min: 0, max: 13 }) }) },
    ),
  });
}

const PREFACE = Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");

/** A frame of HTTP/2 (RFC 9113, 4.1), its length honest or not. */
const http2Frame = fc
  .record({
    type: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 0, max: 9 }) },
      fc.integer({ min: 10, max: 255 }),
    ),
    flags: fc.integer({ min: 0, max: 255 }),
    stream: fc.constantFrom(0, 1, 2, 3, 2 ** 31 - 1),
    payload: fc.uint8Array({ maxLength: 40 }),
    length: fc.option(fc.constantFrom(0, 1, 16_385, 2 ** 24 - 1), { freq: 4 }),
    times: fc.oneof({ weight: 8, arbitrary: fc.constant(1) }, fc.constantFrom(50, 2_000)),
  })
  .map(({ type, flags, stream, payload, length, times }) => {
    const head = Buffer.alloc(9);
    head.writeUIntBE(length ?? payload.length, 0, 3);
    head[3] = type;
    head[4] = flags;
    head.writeUInt32BE(stream, 5);
    const one = Buffer.concat([head, payload]);
    return Buffer.concat(Array.from({ length: times }, () => one));
  });

const settings = Buffer.from("000000040000000000", "hex");

/** Connections of the client that Terraform announced, and of nobody. */
export const hostileConnection: fc.Arbitrary<HostileConnection> = fc.record({
  tls: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.constant(false)),
  bytes: fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .array(http2Frame, { minLength: 1, maxLength: 12 })
        .map((frames) => Buffer.concat([PREFACE, settings, ...frames]) as Uint8Array),
    },
    { weight: 1, arbitrary: fc.uint8Array({ minLength: 1, maxLength: 100 }) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(
          "GET / HTTP/1.1\r\n\r\n",
          "PRI * HTTP/2.0\r\n",
          "\u0016\u0003\u0001\u0002\u0000",
          "\n".repeat(70_000),
        )
        .map((text) => Buffer.from(text, "latin1") as Uint8Array),
    },
  ),
});

import { encode } from "@msgpack/msgpack";
import fc from "fast-check";
import { hostileKey, hostileText } from "./hostile-text";
import { extension, header, type Raw, RawMap, Verbatim } from "./raw-value";

const PLAIN_UNKNOWN = 0;
const REFINED_UNKNOWN = 12;

const unknowns = [
  new Verbatim("unknown", () => extension(PLAIN_UNKNOWN, new Uint8Array(1))),
  new Verbatim("unknown without payload", () => extension(PLAIN_UNKNOWN, new Uint8Array())),
  new Verbatim("unknown, not null", () => refined(new Map<number, unknown>([[1, false]]))),
  new Verbatim("unknown with prefix", () => refined(new Map<number, unknown>([[2, "https://"]]))),
  new Verbatim("unknown without refinement", () => extension(REFINED_UNKNOWN, new Uint8Array())),
  new Verbatim("unknown with garbage", () => extension(REFINED_UNKNOWN, Buffer.from("ffffffff", "hex"))),
  new Verbatim("unknown with 64 KiB", () => extension(REFINED_UNKNOWN, Buffer.alloc(65_536, 0x91))),
  new Verbatim("extension 5", () => extension(5, Buffer.from("x"))),
  new Verbatim("timestamp", () => extension(-1, new Uint8Array(12))),
];

function refined(of: Map<number, unknown>): Buffer {
  const entries = [...of].flatMap(([key, value]) => [encode(key), encode(value)]);
  return extension(REFINED_UNKNOWN, Buffer.concat([Buffer.from([0x80 | of.size]), ...entries]));
}

const broken = [
  new Verbatim("nothing", () => new Uint8Array()),
  new Verbatim("reserved byte", () => Buffer.from([0xc1])),
  new Verbatim("half a string", () => Buffer.concat([header(0xdb, 100), Buffer.from("x")])),
  new Verbatim("string of 4 GiB", () => header(0xdb, 0xffffffff)),
  new Verbatim("array of 2^32", () => header(0xdd, 0xffffffff)),
  new Verbatim("map of 2^32", () => header(0xdf, 0xffffffff)),
  new Verbatim("extension of 4 GiB", () => header(0xc9, 0xffffffff)),
  new Verbatim("no UTF-8", () => Buffer.from([0xa4, 0xff, 0xfe, 0xc3, 0x28])),
  new Verbatim("half a surrogate pair", () => Buffer.from([0xa3, 0xed, 0xa0, 0x80])),
  new Verbatim("10,000 arrays", () => Buffer.concat([Buffer.alloc(10_000, 0x91), Buffer.from([0xc0])])),
  new Verbatim("100,000 arrays", () => Buffer.concat([Buffer.alloc(100_000, 0x91), Buffer.from([0xc0])])),
  new Verbatim("10,000 maps", () => Buffer.from(`${"81a161".repeat(10_000)}c0`, "hex")),
  new Verbatim("arrays without end", () => Buffer.alloc(50_000, 0x91)),
  new Verbatim("binary", () => Buffer.from([0xc4, 2, 0, 255])),
];

/** Rare, since each takes tens of milliseconds. */
const huge = [
  new Verbatim("string of 16 MiB", () => Buffer.concat([header(0xdb, 1 << 24), Buffer.alloc(1 << 24, 0x61)])),
  new Verbatim("array of 2^20", () => Buffer.concat([header(0xdd, 1 << 20), Buffer.alloc(1 << 20, 0xc0)])),
];

const numbers: fc.Arbitrary<Raw> = fc.oneof(
  fc.constantFrom<Raw>(0, 1, -1, 1.5, 2 ** 53, 2n ** 63n, -(2n ** 63n), 2n ** 64n - 1n, Number.NaN),
  fc.constantFrom<Raw>(Number.POSITIVE_INFINITY, Number.MIN_VALUE, Number.MAX_VALUE, 1e21),
  fc.constantFrom("1e400", "1e9999", "0.1", "1e-9999", "9".repeat(10_001), "9".repeat(9_999), "--1", "1_0"),
);

/** The key of a map: a name, or what no key can be. */
export const rawKey: fc.Arbitrary<Raw> = fc.oneof(
  { weight: 8, arbitrary: hostileKey },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Raw>(1, null, true, new Verbatim("a list as key", () => Buffer.from([0x90]))),
  },
);

/** Anything in place of a value: texts most often, since those come further than what has the wrong type. */
export const hostileRaw: fc.Arbitrary<Raw> = fc.letrec<{ raw: Raw }>((tie) => ({
  raw: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 80, arbitrary: hostileText },
    { weight: 30, arbitrary: numbers },
    { weight: 30, arbitrary: fc.constantFrom<Raw>(null, null, true, false) },
    { weight: 40, arbitrary: fc.constantFrom<Raw>(...unknowns) },
    { weight: 20, arbitrary: fc.constantFrom<Raw>(...broken) },
    { weight: 1, arbitrary: fc.constantFrom<Raw>(...huge) },
    { weight: 10, arbitrary: fc.array(tie("raw"), { maxLength: 3 }) },
    {
      weight: 10,
      arbitrary: fc.array(fc.tuple(rawKey, tie("raw")), { maxLength: 3 }).map((e) => new RawMap(e)),
    },
  ),
})).raw;

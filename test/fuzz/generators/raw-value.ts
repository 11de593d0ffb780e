import { decode, ExtData, encode } from "@msgpack/msgpack";

/**
 * Msgpack as a tree in which everything can be said that bytes can say: keys that are no text, keys given twice, and
 * bytes that are taken as they are.
 */
export type Raw = null | boolean | number | bigint | string | Verbatim | readonly Raw[] | RawMap;

/** Bytes that stand for a value as they are. Made when they are needed, since some are large. */
export class Verbatim {
  constructor(
    readonly label: string,
    readonly make: () => Uint8Array,
  ) {}

  toString(): string {
    return this.label;
  }
}

/** A map, its entries in order. */
export class RawMap {
  constructor(readonly entries: readonly (readonly [key: Raw, value: Raw])[]) {}

  toString(): string {
    return `map of ${this.entries.length}`;
  }
}

/** The tree of well-formed msgpack. */
export function toRaw(bytes: Uint8Array): Raw {
  return fromDecoded(decode(bytes));
}

function fromDecoded(decoded: unknown): Raw {
  if (decoded instanceof ExtData) {
    const { type, data } = decoded;
    const payload = typeof data === "function" ? data(0) : data;
    return new Verbatim(`extension ${type}`, () => extension(type, payload));
  }
  if (Array.isArray(decoded)) return decoded.map(fromDecoded);
  if (decoded instanceof Uint8Array) return new Verbatim("binary", () => encode(decoded));
  if (typeof decoded === "object" && decoded !== null) {
    return new RawMap(Object.entries(decoded).map(([key, value]) => [key, fromDecoded(value)]));
  }
  return decoded as null | boolean | number | string;
}

/** The bytes of a tree. */
export function toBytes(raw: Raw): Buffer {
  const chunks: Uint8Array[] = [];
  write(raw, chunks);
  return Buffer.concat(chunks);
}

function write(raw: Raw, chunks: Uint8Array[]): void {
  if (raw instanceof Verbatim) {
    chunks.push(raw.make());
  } else if (raw instanceof RawMap) {
    chunks.push(header(0xdf, raw.entries.length));
    for (const [key, value] of raw.entries) {
      write(key, chunks);
      write(value, chunks);
    }
  } else if (isList(raw)) {
    chunks.push(header(0xdd, raw.length));
    for (const item of raw) write(item, chunks);
  } else {
    chunks.push(encode(raw, { useBigInt64: true }));
  }
}

function isList(raw: Raw): raw is readonly Raw[] {
  return Array.isArray(raw);
}

/** The marker of a 32-bit form, and a length. */
export function header(marker: number, length: number): Buffer {
  const bytes = Buffer.alloc(5);
  bytes[0] = marker;
  bytes.writeUInt32BE(length, 1);
  return bytes;
}

/** An extension of any type, from -128 to 127. */
export function extension(type: number, payload: Uint8Array): Buffer {
  return Buffer.concat([header(0xc9, payload.length), Buffer.from([type & 0xff]), payload]);
}

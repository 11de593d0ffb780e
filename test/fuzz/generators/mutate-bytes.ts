import fc from "fast-check";

/** What happens to bytes as a whole. */
export type BytesChange =
  | { readonly kind: "none" }
  | { readonly kind: "truncate" | "flip" | "insert"; readonly at: number; readonly byte: number }
  | { readonly kind: "replace" | "append"; readonly by: Uint8Array };

const place = { at: fc.nat(4_000), byte: fc.integer({ min: 0, max: 255 }) };

/** Changes that always change something. */
export const bytesChange: fc.Arbitrary<BytesChange> = fc.oneof(
  fc.record({ kind: fc.constantFrom("truncate", "flip", "insert"), ...place }),
  fc.record({
    kind: fc.constantFrom("replace", "append"),
    by: fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      // A field of 2^63 bytes, a group that never ends, and a varint that never does.
      fc.constantFrom(...["0affffffffffffffff7f", "0b0b0b0b", "ffffffffffffffffffffff"].map(hex)),
      fc.constantFrom(0x0b, 0x13, 0x0a, 0xff).map((byte) => new Uint8Array(50_000).fill(byte)),
    ),
  }),
);

function hex(text: string): Uint8Array {
  return Buffer.from(text, "hex");
}

/** The bytes after the change. */
export function changeBytes(bytes: Uint8Array, change: BytesChange): Uint8Array {
  switch (change.kind) {
    case "none":
      return bytes;
    case "replace":
      return change.by;
    case "append":
      return Buffer.concat([bytes, change.by]);
    default: {
      const at = bytes.length === 0 ? 0 : change.at % bytes.length;
      const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
      if (change.kind === "truncate") return before;
      if (change.kind === "insert") return Buffer.concat([before, Uint8Array.of(change.byte), after]);
      return Buffer.concat([before, Uint8Array.of((after[0] ?? 0) ^ (change.byte | 1)), after.subarray(1)]);
    }
  }
}

import { DecimalNumber, type NumberValue } from "../framework/value";

/** Decimal texts beyond these bounds are refused, so that a short text cannot stand for a gigantic number. */
const MAX_DIGITS = 10_000;
const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,4}))?$/;

/** Doubles are spaced evenly, and powers of two are exact, within these bounds. */
const MAX_EXACT = 2n ** 53n;
const MAX_BINARY_PLACES = 1022;

const MIN_INT64 = -(2n ** 63n);
const MAX_UINT64 = 2n ** 64n - 1n;
const INT32 = 2 ** 31;

/** A double as a number value, whole ones beyond 2^53 as bigint; undefined for what is no finite number. */
export function fromDouble(double: number): NumberValue | undefined {
  if (!Number.isFinite(double)) return undefined;
  if (!Number.isInteger(double)) return double;
  return Number.isSafeInteger(double) ? double + 0 : BigInt(double);
}

/** A bigint as a number value: a double where that is exact. */
export function fromBigInt(whole: bigint): NumberValue {
  const double = Number(whole);
  return Number.isSafeInteger(double) ? double : whole;
}

/**
 * A decimal text as a number value without any loss: "0.5" is a double, "0.1" is none and stays a decimal text.
 * The text that stays is in one form (no exponent, no needless zeros), so that equal numbers have equal texts.
 * Undefined for what is no decimal number, or has more than ten thousand digits.
 */
export function fromDecimal(text: string): NumberValue | undefined {
  if (text.length > MAX_DIGITS) return undefined;
  const match = DECIMAL.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  if (significant === "") return 0;
  const power = Number(exponent) - fraction.length + (digits.length - significant.length);
  const minus = sign === "-" ? "-" : "";
  if (power >= 0) return fromBigInt(BigInt(`${minus}${significant}${"0".repeat(power)}`));
  const decimal = `${minus}${plainText(significant, -power)}`;
  return isExactDouble(significant, -power) ? Number(decimal) : new DecimalNumber(decimal);
}

/** A number value as msgpack holds it: an integer of at most 64 bits, a double, or decimal text. */
export function toWireNumber(value: NumberValue): number | bigint | string {
  if (value instanceof DecimalNumber) return value.text;
  if (typeof value === "number" && (!Number.isInteger(value) || Math.abs(value) < INT32)) return value;
  const whole = BigInt(value);
  return whole >= MIN_INT64 && whole <= MAX_UINT64 ? whole : String(whole);
}

function plainText(significant: string, places: number): string {
  const padded = significant.padStart(places + 1, "0");
  return `${padded.slice(0, -places)}.${padded.slice(-places)}`;
}

/**
 * `significant` / 10^`places`, in lowest terms of ten, is a double when the fives of the denominator cancel out;
 * what is left over a power of two is odd, so it must fit the 53 bits of a double by itself.
 */
function isExactDouble(significant: string, places: number): boolean {
  if (places > MAX_BINARY_PLACES) return false;
  const fives = 5n ** BigInt(places);
  const whole = BigInt(significant);
  return whole % fives === 0n && whole / fives < MAX_EXACT;
}

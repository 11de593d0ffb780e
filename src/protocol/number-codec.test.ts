import fc from "fast-check";
import { DecimalNumber } from "../framework/value";
import { fromBigInt, fromDecimal, fromDouble, toWireNumber } from "./number-codec";

const decimal = (text: string) => new DecimalNumber(text);

describe("fromDecimal", () => {
  it.each([
    ["zero", "0", 0],
    ["minus zero", "-0.000", 0],
    ["a small whole number", "42", 42],
    ["leading zeros", "007", 7],
    ["a sign", "+7", 7],
    ["the last safe integer", "9007199254740991", 9007199254740991],
    ["the first unsafe integer", "9007199254740993", 9007199254740993n],
    ["below the safe integers", "-9007199254740993", -9007199254740993n],
    ["a whole number with a fraction of zeros", "12.000", 12],
    ["an exponent", "1.5e3", 1500],
    ["a big exponent", "1e21", 10n ** 21n],
    ["a negative exponent", "5e-1", 0.5],
    ["a fraction that doubles hold", "0.5", 0.5],
    ["a longer one", "-3.0625", -3.0625],
    ["2^-20", "0.00000095367431640625", 2 ** -20],
    ["a fraction that no double holds", "0.1", decimal("0.1")],
    ["a tiny one", "1e-5", decimal("0.00001")],
    ["needless zeros", "00.10", decimal("0.1")],
    [
      "more digits than a double has",
      "0.30000000000000000000000001",
      decimal("0.30000000000000000000000001"),
    ],
    ["half beyond the 53 bits", "9007199254740993.5", decimal("9007199254740993.5")],
    ["a negative one", "-1.1", decimal("-1.1")],
  ])("reads %s", (_, text, value) => {
    expect(fromDecimal(text)).toEqual(value);
  });

  it.each([
    "",
    " 1",
    "1 ",
    "1.",
    ".5",
    "0x10",
    "1e",
    "NaN",
    "Infinity",
    "-",
    "1,5",
    "1_000",
    "1e10000",
    "１",
    "1\n",
    "1".repeat(10_001),
  ])("refuses %j", (text) => {
    expect(fromDecimal(text)).toBeUndefined();
  });

  it("holds every double exactly", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (double) => {
        const places = Math.abs(double) < 1e-6 ? undefined : double;
        fc.pre(places !== undefined);
        const exact = exactText(double);
        expect(fromDecimal(exact)).toEqual(double === 0 ? 0 : double);
      }),
    );
  });

  it("never changes the number that a text stands for", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 40n }),
        fc.integer({ min: 0, max: 30 }),
        (digits, places) => {
          const value = fromDecimal(`${digits}e-${places}`);
          const scaled =
            value instanceof DecimalNumber ? value.text : value === undefined ? "" : exactText(value);
          expect(scaledBy(scaled, 1100)).toBe(digits * 10n ** BigInt(1100 - places));
        },
      ),
    );
  });
});

describe("fromDouble", () => {
  it.each([
    [0.1, 0.1],
    [-5, -5],
    [2 ** 53, 9007199254740992n],
    [1e20, 10n ** 20n],
  ])("reads %d", (double, value) => {
    expect(fromDouble(double)).toEqual(value);
  });

  it("has no minus zero", () => {
    expect(Object.is(fromDouble(-0), 0)).toBe(true);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("refuses %d", (double) => {
    expect(fromDouble(double)).toBeUndefined();
  });
});

describe("fromBigInt", () => {
  it.each([
    [5n, 5],
    [-(2n ** 53n) + 1n, -9007199254740991],
    [2n ** 53n, 2n ** 53n],
  ])("reads %d", (whole, value) => {
    expect(fromBigInt(whole)).toBe(value);
  });
});

describe("toWireNumber", () => {
  it.each([
    ["a small whole number", 7, 7],
    ["a double", 0.1, 0.1],
    ["a whole number beyond 32 bits", 2 ** 40, 2n ** 40n],
    ["a bigint", 2n ** 60n, 2n ** 60n],
    ["the largest 64 bits", 2n ** 64n - 1n, 2n ** 64n - 1n],
    ["more than 64 bits", 2n ** 64n, "18446744073709551616"],
    ["the smallest 64 bits", -(2n ** 63n), -(2n ** 63n)],
    ["less than 64 bits", -(2n ** 63n) - 1n, "-9223372036854775809"],
    ["a huge double", 1e21, "1000000000000000000000"],
    ["a decimal", decimal("0.1"), "0.1"],
  ])("writes %s", (_, value, wire) => {
    expect(toWireNumber(value)).toBe(wire);
  });
});

/** All decimal digits of a number: every double has finitely many. */
function exactText(number: number | bigint): string {
  if (typeof number === "bigint" || Number.isInteger(number)) return String(BigInt(number));
  let numerator = Math.abs(number);
  let twos = 0;
  while (!Number.isInteger(numerator)) {
    numerator *= 2;
    twos++;
  }
  const digits = String(BigInt(numerator) * 5n ** BigInt(twos)).padStart(twos + 1, "0");
  return `${number < 0 ? "-" : ""}${digits.slice(0, -twos)}.${digits.slice(-twos)}`;
}

function scaledBy(text: string, places: number): bigint {
  const [whole = "", fraction = ""] = text.split(".");
  return BigInt(whole + fraction.padEnd(places, "0"));
}

import fc from "fast-check";
import { Problem } from "../core/problem";
import {
  DecimalNumber,
  DynamicValue,
  objectValue,
  type Type,
  UNKNOWN,
  Unknown,
  type Value,
} from "../framework/value";
import { fromDecimal } from "./number-codec";
import { decodeValue, encodeValue } from "./value-codec";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const bytes = (text: string) => Buffer.from(text.replaceAll(" ", ""), "hex");
const json = (text: string) => hex(Buffer.from(text));

/** What go-cty writes, byte for byte. */
const golden: [string, Type, Value, string][] = [
  ["null", "string", null, "c0"],
  ["a string", "string", "hé", "a3 68c3a9"],
  ["true", "bool", true, "c3"],
  ["a small number", "number", 7, "07"],
  ["a negative number", "number", -1, "ff"],
  ["a number of two bytes", "number", 4660, "cd 1234"],
  ["a number of 64 bits", "number", 2n ** 53n + 1n, "cf 0020000000000001"],
  ["a negative number of 64 bits", "number", -(2n ** 63n), "d3 8000000000000000"],
  ["a number of more than 64 bits", "number", 2n ** 64n, "b4 3138343436373434303733373039353531363136"],
  ["a double", "number", 0.5, "cb 3fe0000000000000"],
  ["a decimal that is no double", "number", new DecimalNumber("0.1"), "a3 302e31"],
  ["an unknown", "string", UNKNOWN, "d4 00 00"],
  ["an unknown that is not null", "string", new Unknown(bytes("81 01c2")), "c7 03 0c 81 01c2"],
  [
    "an unknown with a prefix",
    "string",
    new Unknown(bytes("82 01c2 02a2 6162")),
    "c7 07 0c 82 01c2 02a2 6162",
  ],
  ["a refinement of four bytes", "number", new Unknown(bytes("82 01c2 07")), "d6 0c 82 01c2 07"],
  ["a list", ["list", "bool"], [true, null], "92 c3 c0"],
  ["a set", ["set", "number"], [1, 2], "92 01 02"],
  ["a tuple", ["tuple", ["string", "bool"]], ["a", false], "92 a161 c2"],
  ["a map", ["map", "string"], objectValue([["k", UNKNOWN]]), "81 a16b d40000"],
  [
    "an object",
    ["object", { a: "string", b: "bool" }],
    objectValue([
      ["a", "x"],
      ["b", null],
    ]),
    "82 a161 a178 a162 c0",
  ],
  ["a dynamic string", "dynamic", new DynamicValue("string", "x"), `92 c408 ${json('"string"')} a178`],
  ["a dynamic null", "dynamic", new DynamicValue("bool", null), `92 c406 ${json('"bool"')} c0`],
  [
    "a dynamic unknown",
    "dynamic",
    new DynamicValue(["list", "bool"], UNKNOWN),
    `92 c40f ${json('["list","bool"]')} d40000`,
  ],
  ["an untyped unknown", "dynamic", UNKNOWN, "d4 00 00"],
];

describe("encodeValue and decodeValue", () => {
  it.each(golden)("write %s", (_, type, value, wire) => {
    expect(hex(encodeValue(value, type))).toBe(wire.replaceAll(" ", ""));
  });

  it.each(golden)("read %s", (_, type, value, wire) => {
    expect(decodeValue(bytes(wire), type)).toEqual(value);
  });

  it("keep every value of every type", () => {
    fc.assert(
      fc.property(typeAndValue, ([type, value]) => {
        expect(decodeValue(encodeValue(value, type), type)).toEqual(value);
      }),
      { numRuns: 300 },
    );
  });

  it("have no trouble with a key named __proto__", () => {
    const value = decodeValue(encodeValue(objectValue([["__proto__", "x"]]), ["map", "string"]), [
      "map",
      "string",
    ]);
    expect(Object.entries(value as object)).toEqual([["__proto__", "x"]]);
    expect(Object.getPrototypeOf(value)).toBeNull();
  });
});

describe("decodeValue", () => {
  it.each<[string, Type, string, Value]>([
    ["a string of digits", "number", "a2 3432", 42],
    ["a float of 32 bits", "number", "ca 3f000000", 0.5],
    ["a whole double", "number", "cb 4008000000000000", 3],
    ["a signed number that needs no sign", "number", "d3 0000000000000005", 5],
    ["a long string header", "string", "db 00000001 61", "a"],
    ["an unknown of another kind", "string", "d6 63 01020304", UNKNOWN],
    ["an unknown that looks like a timestamp", "string", "d6 ff 00000000", UNKNOWN],
    ["an unknown without payload", "bool", "c7 00 00", UNKNOWN],
  ])("reads %s", (_, type, wire, value) => {
    expect(decodeValue(bytes(wire), type)).toEqual(value);
  });

  const secretive = `ab ${hex(Buffer.from("hunter2 txt"))}`;
  it.each<[string, Type, string]>([
    ["nothing", "string", ""],
    ["half a string", "string", "a5 61"],
    ["two values", "string", "a161 a161"],
    ["a reserved byte", "string", "c1"],
    ["an array that claims four billion elements", ["list", "string"], "dd ffffffff"],
    ["a map that claims four billion elements", ["map", "string"], "df ffffffff"],
    ["a number for a string", "string", "05"],
    ["a string for a bool", "bool", secretive],
    ["words for a number", "number", secretive],
    ["infinity", "number", "cb 7ff0000000000000"],
    ["not a number", "number", "cb 7ff8000000000000"],
    ["a map for a list", ["list", "string"], "80"],
    ["a list for a map", ["map", "string"], "90"],
    ["bytes for an object", ["object", {}], "c4 01 00"],
    ["an object with an attribute too few", ["object", { a: "string" }], "80"],
    ["an object with an attribute too many", ["object", {}], "81 a161 c0"],
    ["an object with an inherited name", ["object", {}], `81 a8 ${hex(Buffer.from("toString"))} c0`],
    ["a tuple with an element too few", ["tuple", ["string"]], "90"],
    ["a tuple with an element too many", ["tuple", []], "91 c0"],
    ["a map with numbers as keys", ["map", "string"], "81 01 a161"],
    ["a dynamic without a type", "dynamic", "a161"],
    ["a dynamic of one", "dynamic", "91 c4 00"],
    ["a dynamic with a textual type", "dynamic", `92 a8 ${json('"string"')} a161`],
    ["a dynamic whose type is no JSON", "dynamic", `92 c4 08 ${json('"string!')} a161`],
    ["a dynamic whose type is none", "dynamic", `92 c4 05 ${json('"str"')} a161`],
    ["a dynamic value of another type", "dynamic", `92 c4 06 ${json('"bool"')} ${secretive}`],
  ])("refuses %s", (_, type, wire) => {
    const problem = problemOf(() => decodeValue(bytes(wire), type));
    expect(problem.code).toBe("invalid_input");
    expect(problem.message).not.toContain("hunter2");
  });

  it("names the place of what does not fit", () => {
    const type: Type = ["object", { rows: ["list", ["object", { a: "bool" }]] }];
    const wire = "81 a4 726f7773 92 81 a161 c3 81 a161 05";
    expect(problemOf(() => decodeValue(bytes(wire), type)).detail).toContain("rows[1].a should be a bool");
  });

  it("refuses dynamic values that are nested without end", () => {
    const one = bytes(`92 c4 09 ${json('"dynamic"')}`);
    const wire = Buffer.concat([...Array(50_000).fill(one), bytes("c0")]);
    expect(problemOf(() => decodeValue(wire, "dynamic")).code).toBe("invalid_input");
  });

  it("never fails in another way, whatever the bytes", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 64 }),
        fc.constantFrom<Type>("dynamic", ["map", "string"], ["list", "number"]),
        (wire, type) => {
          try {
            decodeValue(wire, type);
          } catch (caught) {
            expect(caught).toBeInstanceOf(Problem);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("encodeValue", () => {
  it.each<[string, Type, Value]>([
    ["a string for a number", "number", "hunter2"],
    ["infinity", "number", Number.POSITIVE_INFINITY],
    ["an object for a string", "string", objectValue([["a", "hunter2"]])],
    ["an attribute too few", ["object", { a: "string" }], objectValue([])],
    ["an attribute too many", ["object", {}], objectValue([["a", "hunter2"]])],
    ["a tuple of another length", ["tuple", ["string"]], []],
    ["a bare value for a dynamic one", "dynamic", "hunter2"],
    ["a string for a list", ["list", "string"], "hunter2"],
    ["a list for a map", ["map", "string"], ["hunter2"]],
  ])("calls %s a bug, and does not quote it", (_, type, value) => {
    const problem = problemOf(() => encodeValue(value, type));
    expect(problem.code).toBe("internal");
    expect(problem.message).not.toContain("hunter2");
  });

  it("replaces half a surrogate pair, which has no UTF-8", () => {
    expect(decodeValue(encodeValue("a\ud800b", "string"), "string")).toBe("a\ufffdb");
  });
});

function problemOf(run: () => unknown): Problem {
  try {
    run();
  } catch (caught) {
    if (caught instanceof Problem) return caught;
    throw caught;
  }
  throw new Error("nothing was thrown");
}

const key = fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "toString"));
const unknown = fc.oneof(
  fc.constant(UNKNOWN),
  fc.uint8Array({ minLength: 1, maxLength: 20 }).map((refinement) => new Unknown(refinement)),
);
const numbers = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger().map((whole) => whole + 0),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((double) => double + 0),
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 80n }),
  fc.integer().map((tenths) => fromDecimal(`${tenths}.1`) ?? 0),
);

const types: fc.Memo<Type> = fc.memo((depth) =>
  depth <= 1
    ? fc.constantFrom<Type>("string", "number", "bool", "dynamic")
    : fc.oneof(
        fc.constantFrom<Type>("string", "number", "bool", "dynamic"),
        fc.tuple(fc.constantFrom("list" as const, "set" as const, "map" as const), types()),
        fc.array(types(), { maxLength: 3 }).map((elements): Type => ["tuple", elements]),
        fc
          .dictionary(key, types(), { maxKeys: 3, noNullPrototype: false })
          .map((attributes): Type => ["object", attributes]),
      ),
);

function arbitraryValue(type: Type): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: unknown },
    { weight: 6, arbitrary: known(type) },
  );
}

function known(type: Type): fc.Arbitrary<Value> {
  if (type === "string") return fc.string({ unit: "grapheme" });
  if (type === "number") return numbers;
  if (type === "bool") return fc.boolean();
  if (type === "dynamic")
    return types(2).chain((inner) => arbitraryValue(inner).map((value) => new DynamicValue(inner, value)));
  switch (type[0]) {
    case "list":
    case "set":
      return fc.array(arbitraryValue(type[1]), { maxLength: 4 });
    case "map":
      return fc.array(fc.tuple(key, arbitraryValue(type[1])), { maxLength: 4 }).map(objectValue);
    case "tuple":
      return fc.tuple(...type[1].map(arbitraryValue));
    case "object":
      return fc
        .tuple(
          ...Object.entries(type[1]).map(([name, inner]) =>
            arbitraryValue(inner).map((value) => [name, value] as const),
          ),
        )
        .map(objectValue);
  }
}

const typeAndValue = types(3).chain((type) =>
  arbitraryValue(type).map((value): [Type, Value] => [type, value]),
);

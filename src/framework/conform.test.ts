import { Problem } from "../core/problem";
import { conform, conformConfig, conformState } from "./conform";
import { toyConfig, toySchema } from "./toy-provider.test-support";
import { isUnknown, objectValue, UNKNOWN, type Value } from "./value";

describe("conform", () => {
  it("gives every attribute and block, and nothing else", () => {
    const result = conform(
      toySchema,
      objectValue([
        ["name", "one"],
        ["extra", 1],
      ]),
    );
    expect(Object.keys(result)).toEqual([
      ...Object.keys(toySchema.attributes),
      ...Object.keys(toySchema.blocks),
    ]);
    expect(result.name).toBe("one");
    expect(result.extra).toBeUndefined();
  });

  it("does not change what it made", () => {
    const once = conform(toySchema, toyConfig({ rules: [{ key: "a" }] }));
    expect(conform(toySchema, once)).toStrictEqual(once);
  });

  it("takes an object that is unknown as a whole for one of unknowns", () => {
    expect(isUnknown(conform(toySchema, UNKNOWN).name)).toBe(true);
  });

  it.each<[string, Value]>([
    ["null", null],
    ["a list", []],
    ["a string", "s3cr3t"],
  ])("throws a problem that quotes nothing: %s", (_, value) => {
    expect(() => conform(toySchema, value)).toThrow(Problem);
    expect(() => conform(toySchema, value)).not.toThrow(/s3cr3t/);
  });

  it.each<[string, Value]>([
    ["the whole", UNKNOWN],
    ["an attribute", toyConfig({ name: UNKNOWN })],
    ["a list of objects", toyConfig({ rules: UNKNOWN })],
    ["an element's attribute", toyConfig({ rules: [{ key: UNKNOWN }] })],
  ])("takes no state in which something is unknown: %s", (_, value) => {
    expect(() => conformState(toySchema, value)).toThrow(
      expect.objectContaining({ code: "invalid_input", detail: expect.stringContaining("known") }),
    );
  });

  it("takes no configuration of what is computed alone", () => {
    const computed =
      Object.entries(toySchema.attributes).find(([, { mode }]) => mode === "computed")?.[0] ?? "";
    expect(() => conformConfig(toySchema, toyConfig({ [computed]: UNKNOWN }))).toThrow(
      expect.objectContaining({ code: "invalid_input", path: [computed] }),
    );
    expect(conformConfig(toySchema, toyConfig())).toStrictEqual(conform(toySchema, toyConfig()));
  });

  it("lets null be null where objects may be missing", () => {
    expect(conformState(toySchema, null)).toBeNull();
    expect(conformState(toySchema, toyConfig())).not.toBeNull();
  });
});

import { flagOf, textOf } from "./environment";

describe("textOf", () => {
  it.each<[string, string | undefined, string | null]>([
    ["the value", "a b", "a b"],
    ["no white space around it", " a\r\n", "a"],
    ["nothing where it is empty", "", null],
    ["nothing where it is blank", "  ", null],
    ["nothing where it is not set", undefined, null],
  ])("gives %s", (_, value, expected) => {
    expect(textOf({ NAME: value }, "NAME")).toBe(expected);
  });

  it.each(["constructor", "hasOwnProperty", "__proto__"])(
    "takes no member of every object for a variable: %s",
    (name) => {
      expect(textOf({}, name)).toBeNull();
      expect(textOf(process.env, name)).toBeNull();
    },
  );
});

describe("flagOf", () => {
  it.each<[string | undefined, boolean | null]>([
    ["true", true],
    ["TRUE", true],
    ["1", true],
    ["t", true],
    ["false", false],
    ["F", false],
    ["0", false],
    ["", null],
    [undefined, null],
  ])("reads %s as %s", (value, expected) => {
    expect(flagOf({ NAME: value }, "NAME")).toBe(expected);
  });

  it.each(["yes", "enabled", "2", "hidden-value"])("refuses %s without quoting it", (value) => {
    expect(() => flagOf({ NAME: value }, "NAME")).toThrow(
      expect.objectContaining({ code: "invalid_input", detail: expect.not.stringContaining(value) }),
    );
  });
});

import { z } from "zod";
import { Problem } from "../../core/problem";
import { checkJson, parseJson, tryParseJson } from "./parse-json";

const schema = z.object({ items: z.array(z.object({ id: z.string() })) });
const context = { call: "the request for things", status: 200, requestId: "r-1" };

describe("parseJson", () => {
  it("gives the value, without what the schema does not name", () => {
    expect(parseJson('{"items":[{"id":"a","more":1}],"x":1}', schema, context)).toEqual({
      items: [{ id: "a" }],
    });
  });

  it.each([
    ["secret-token", "is not JSON"],
    ["", "is not JSON"],
    ['{"items":[{"id":"secret-token"', "is not JSON"],
    ['"secret-token"', "has another shape"],
    ['{"items":[{"id":"a"},{"id":{"secret-token":1}}]}', "is not as documented at items[1].id"],
    ["null", "has another shape"],
  ])("refuses %s, naming the call and never the text", (text, what) => {
    try {
      parseJson(text, schema, context);
      throw new Error("nothing was thrown");
    } catch (caught) {
      const problem = Problem.from(caught);
      expect(problem.code).toBe("unexpected_response");
      expect(problem.detail).toContain(`The answer to the request for things ${what}`);
      expect(problem).toMatchObject({ status: 200, requestId: "r-1" });
      expect(problem.message).not.toContain("secret-token");
    }
  });
});

it("refuses what zod cannot even check", () => {
  const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
  expect(() => parseJson(`{"length":${deep}}`, z.string().min(1), context)).toThrow(
    expect.objectContaining({ code: "unexpected_response" }),
  );
});

describe("checkJson", () => {
  it.each(["", " \n", "{}", "null"])("takes %j", (text) => {
    expect(() => checkJson(text, context)).not.toThrow();
  });

  it.each(["<html>", '{"value":[', "secret-token"])("refuses %j, and does not quote it", (text) => {
    expect(() => checkJson(text, context)).toThrow(
      expect.objectContaining({
        code: "unexpected_response",
        message: expect.not.stringContaining("secret-token"),
      }),
    );
  });
});

describe("tryParseJson", () => {
  it.each([
    ['{"items":[]}', { items: [] }],
    ["{}", null],
    ["<html>", null],
  ])("%s", (text, expected) => {
    expect(tryParseJson(text, schema)).toEqual(expected);
  });
});

import type { Planned } from "./infer";
import { defineSchema, string } from "./schema";
import { settle } from "./settle";
import { UNKNOWN } from "./value";

const schema = defineSchema({
  description: "d",
  attributes: {
    name: string({ mode: "required", description: "n" }),
    id: string({ mode: "computed", description: "i" }),
  },
});
const planned: Planned<typeof schema> = { name: "a", id: UNKNOWN };

it("puts what was decided into what was planned", () => {
  expect(settle<typeof schema>(planned, { id: "1" })).toEqual({ name: "a", id: "1" });
});

it("names what nothing was decided for", () => {
  expect(() => settle<typeof schema>(planned, {})).toThrow(
    expect.objectContaining({ code: "internal", detail: expect.stringContaining("id") }),
  );
});

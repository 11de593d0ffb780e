import { z } from "zod";
import { conform } from "../conform";
import { Diagnostics } from "../diagnostics";
import { defineSchema, number, type Rule, string } from "../schema";
import { type Plain, value } from "../toy-provider.test-support";
import { RuleChecker } from "./check-rules";

async function check(rule: Rule, given: Plain, more: { sensitive?: boolean } = {}) {
  const attribute =
    typeof given === "number"
      ? number({ mode: "optional", description: "a", rule, ...more })
      : string({ mode: "optional", description: "a", rule, ...more });
  const schema = defineSchema({ description: "x", attributes: { a: attribute } });
  const diagnostics = new Diagnostics();
  const checker = new RuleChecker(() => Promise.resolve(z));
  await checker.check(schema, conform(schema, value({ a: given })), diagnostics);
  return diagnostics.items.map((item) => item.detail);
}

describe("rules", () => {
  it.each<[string, Rule, Plain, string]>([
    [
      "one without a message never lets zod's text through",
      (zod) => zod.literal("b"),
      "s3cr3t",
      "a does not follow the rule of this attribute.",
    ],
    [
      "of several broken ones the first is told",
      (zod) => zod.string().min(3, "first").regex(/x/, "second"),
      "é",
      "a first. It has 1 character.",
    ],
    [
      "an empty text is called empty",
      (zod) => zod.string().min(1, "must not be empty"),
      "",
      "a must not be empty. It is empty.",
    ],
    [
      "a number is told",
      (zod) => zod.number().min(2, "must be at least 2"),
      1,
      "a must be at least 2. It is 1.",
    ],
    ["a refinement", (zod) => zod.string().refine(() => false, "must be nice"), "x", "a must be nice."],
  ])("%s", async (_, rule, given, detail) => {
    expect(await check(rule, given)).toEqual([detail]);
  });

  it("tells nothing at all of a sensitive value", async () => {
    expect(await check((zod) => zod.string().min(9, "must be long"), "s3cr3t", { sensitive: true })).toEqual([
      "a must be long.",
    ]);
  });

  it("makes each rule once", async () => {
    let made = 0;
    const rule: Rule = (zod) => {
      made++;
      return zod.string();
    };
    const schema = defineSchema({
      description: "x",
      attributes: {
        a: string({ mode: "optional", description: "a", rule }),
        b: string({ mode: "optional", description: "b", rule }),
      },
    });
    const checker = new RuleChecker(() => Promise.resolve(z));
    const config = conform(schema, value({ a: "x", b: "y" }));
    await checker.check(schema, config, new Diagnostics());
    await checker.check(schema, config, new Diagnostics());
    expect(made).toBe(1);
  });
});

import { z } from "zod";
import { ruleInWords } from "./rule-in-words";
import type { Rule } from "./schema";

describe("a rule in words", () => {
  it.each<[string, Rule, string]>([
    [
      "messages of checks, in order",
      (zod) => zod.string().min(1, "must be there").regex(/a/, "must hold an a"),
      "It must be there, and must hold an a.",
    ],
    [
      "the message of a type",
      (zod) => zod.enum(["a", "b"], "must be one of a, b"),
      "It must be one of a, b.",
    ],
    [
      "the message of a refinement",
      (zod) => zod.string().refine(() => true, "must be nice"),
      "It must be nice.",
    ],
    [
      "messages of elements",
      (zod) => zod.array(zod.string().min(1, "must be there")),
      "Each element must be there.",
    ],
    ["an enum without a message", (zod) => zod.enum(["a", "b"]), "It must be one of a, b."],
    ["a literal without a message", (zod) => zod.literal("a"), "It must be a."],
    [
      "lengths and a pattern without messages",
      (zod) => zod.string().min(1).max(3).regex(/^a$/),
      "It must be at least 1 characters long, and must be at most 3 characters long, and must match `^a$`.",
    ],
    [
      "bounds without messages",
      (zod) => zod.number().min(1).max(3),
      "It must be at least 1, and must be at most 3.",
    ],
    ["nothing to say", (zod) => zod.string(), ""],
    ["a refinement without a message", (zod) => zod.string().refine(() => true), ""],
  ])("%s", (_, rule, words) => {
    expect(ruleInWords(rule, z)).toBe(words);
  });
});

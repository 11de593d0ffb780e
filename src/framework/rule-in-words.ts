import type { z } from "zod";
import type { Rule } from "./schema";

/**
 * A rule in full sentences for documentation: the messages of its checks, in order. A check without a message of its
 * own is told by what JSON Schema says of it; the text is empty where that says nothing either.
 */
export function ruleInWords(rule: Rule, zod: typeof z): string {
  const type = rule(zod);
  const definition = type.def as Definition;
  const own = messagesOf(definition);
  const words = own.length > 0 ? own : wordsOfJsonSchema(zod.toJSONSchema(type, { unrepresentable: "any" }));
  const ofElements = definition.element?.def === undefined ? [] : messagesOf(definition.element.def);
  return [...sentence("It", words), ...sentence("Each element", ofElements)].join(" ");
}

function sentence(subject: string, words: readonly string[]): readonly string[] {
  return words.length === 0 ? [] : [`${subject} ${words.join(", and ")}.`];
}

/** What is read of zod's definitions, which it documents for authors of libraries. */
interface Definition {
  readonly error?: unknown;
  readonly element?: { readonly def?: Definition };
  readonly checks?: readonly { readonly _zod?: { readonly def?: Definition } }[];
}

/** @see https://zod.dev/packages/core#schemas */
function messagesOf({ error, checks }: Definition): readonly string[] {
  return [...messageOf(error), ...(checks ?? []).flatMap((check) => messageOf(check._zod?.def?.error))];
}

function messageOf(error: unknown): readonly string[] {
  if (typeof error !== "function") return [];
  const message: unknown = error({ input: undefined });
  return typeof message === "string" ? [message] : [];
}

function wordsOfJsonSchema(schema: Readonly<Record<string, unknown>>): readonly string[] {
  const { enum: values, const: value, minLength, maxLength, minimum, maximum, pattern } = schema;
  return [
    ...(Array.isArray(values) ? [`must be one of ${values.map(String).join(", ")}`] : []),
    ...(value === undefined ? [] : [`must be ${String(value)}`]),
    ...(minLength === undefined ? [] : [`must be at least ${String(minLength)} characters long`]),
    ...(maxLength === undefined ? [] : [`must be at most ${String(maxLength)} characters long`]),
    ...(minimum === undefined ? [] : [`must be at least ${String(minimum)}`]),
    ...(maximum === undefined ? [] : [`must be at most ${String(maximum)}`]),
    ...(typeof pattern === "string" ? [`must match \`${pattern}\``] : []),
  ];
}

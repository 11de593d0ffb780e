import type { ZodSafeParseResult, ZodType } from "zod";
import { formatPath } from "../../core/attribute-path";
import { Problem } from "../../core/problem";

/** Which answer is read, for the message when it cannot be. */
export interface AnswerContext {
  /** The call in words, as it follows "The answer to": "the list of secrets of Infisical". */
  readonly call: string;
  readonly status?: number;
  readonly requestId?: string | undefined;
}

/**
 * The text of an answer as a typed value. What the schema does not name is dropped.
 *
 * Throws `unexpected_response` that names the call and, for JSON of another shape, the field that is wrong; never
 * the text, which may be a token. Field names come from our schemas, so a schema must not use records for what a
 * server may choose.
 */
export function parseJson<T>(text: string, schema: ZodType<T>, context: AnswerContext): T {
  const result = check(toJson(text, context), schema);
  if (result?.success) return result.data;
  const path = formatPath((result?.error.issues[0]?.path ?? []).filter((step) => typeof step !== "symbol"));
  throw unexpected(
    context,
    path === "" ? "has another shape than documented" : `is not as documented at ${path}`,
  );
}

/** Null where zod itself throws: it compares the lengths of what is no text, too, and those may be nested too deep. */
function check<T>(json: unknown, schema: ZodType<T>): ZodSafeParseResult<T> | null {
  try {
    return schema.safeParse(json);
  } catch {
    return null;
  }
}

/** Throws the same for a text that is neither empty nor JSON: for answers of which only that they came matters. */
export function checkJson(text: string, context: AnswerContext): void {
  if (text.trim() !== "") toJson(text, context);
}

/** The same as {@link parseJson}, but null for text that is no JSON or has another shape: for bodies of errors, which may be anything. */
export function tryParseJson<T>(text: string, schema: ZodType<T>): T | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function toJson(text: string, context: AnswerContext): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unexpected(context, "is not JSON");
  }
}

function unexpected({ call, status, requestId }: AnswerContext, what: string): Problem {
  return new Problem("unexpected_response", {
    summary: "An answer was not understood",
    detail: `The answer to ${call} ${what}. Check that the host is right and that no proxy or login page answers in its place.`,
    ...(status === undefined ? {} : { status }),
    ...(requestId === undefined ? {} : { requestId }),
  });
}

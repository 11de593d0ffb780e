import { inspect } from "node:util";
import { Problem } from "../../../src/core/problem";
import { assertMessage, assertNoSecret } from "./safe-text";

/** Throws for what is no problem, or one that blames us or quotes what must not be seen. */
export function checkProblem(caught: unknown): void {
  if (!(caught instanceof Problem)) throw caught;
  const { code, summary, detail, vendorCode, requestId } = caught;
  if (code === "internal") throw new Error(`an internal problem: ${summary}: ${detail}`);
  assertMessage([summary, detail, vendorCode, requestId].join("\n"), "a problem");
  assertNoSecret(inspect(caught, { depth: 8, showHidden: true }), "a problem");
}

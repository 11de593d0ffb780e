import { Problem } from "../core/problem";
import { wellFormed } from "./well-formed";

/** The status codes that are answered (`statuscodes.md` of gRPC). */
export const GrpcCode = {
  ok: 0,
  invalidArgument: 3,
  resourceExhausted: 8,
  unimplemented: 12,
  internal: 13,
} as const;

/** One of {@link GrpcCode}. */
export type GrpcCode = (typeof GrpcCode)[keyof typeof GrpcCode];

/** A call that ends in a status instead of an answer. Its message is ours, never a foreign error's. */
export class GrpcError extends Error {
  override readonly name = "GrpcError";

  constructor(
    readonly code: GrpcCode,
    message: string,
  ) {
    super(wellFormed(message));
  }

  /** Whatever was thrown: what Terraform sent wrongly as `INVALID_ARGUMENT`, all else as `INTERNAL`. */
  static from(caught: unknown): GrpcError {
    if (caught instanceof GrpcError) return caught;
    const problem = Problem.from(caught);
    const code = problem.code === "invalid_input" ? GrpcCode.invalidArgument : GrpcCode.internal;
    return new GrpcError(code, problem.message);
  }
}

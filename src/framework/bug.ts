import { type AttributePath, formatPath } from "../core/attribute-path";
import { Problem } from "../core/problem";
import type { Diagnostics } from "./diagnostics";

/** Where a value that breaks its schema came from. */
export type ValueOrigin = "Terraform sent" | "the provider returned";

/**
 * A value that has not the shape its schema declares: a bug when the provider made it, `invalid_input` when it came
 * from Terraform. It names the attribute and never the value.
 */
export function shapeProblem(origin: ValueOrigin, expected: string, path: AttributePath): Problem {
  const ours = origin === "the provider returned";
  const report = ours
    ? "This is a bug; please report it."
    : "Please report it with the versions of Terraform and of the provider.";
  return new Problem(ours ? "internal" : "invalid_input", {
    summary: `Unexpected value for ${quotePath(path)}`,
    detail: `The schema says that ${quotePath(path)} is ${expected}, and ${origin} something else. ${report}`,
    ...(path.length === 0 ? {} : { path }),
  });
}

/** Reports that resource code broke a promise. `what` is a full sentence that names the attribute and no value. */
export function reportBug(diagnostics: Diagnostics, what: string, path: AttributePath): void {
  diagnostics.error(
    "The provider has a bug",
    `${what} Please report it to the provider's developers.`,
    path.length === 0 ? undefined : path,
  );
}

/** The path in quotes, or what stands for the whole. */
export function quotePath(path: AttributePath): string {
  return path.length === 0 ? "the object" : `"${formatPath(path)}"`;
}

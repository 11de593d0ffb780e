import { type AttributePath, formatPath } from "../core/attribute-path";
import { Problem } from "../core/problem";
import { pathInShape } from "./path-in-shape";
import type { Shape } from "./shape";

/** One message to the person who runs Terraform. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  /** A short title, without a full stop. */
  readonly summary: string;
  /** What happened, where, and what to do, in full sentences. */
  readonly detail: string;
  /** The attribute or block that it is about. */
  readonly path?: AttributePath;
}

/** Collects the diagnostics of one call, in order, each once. */
export class Diagnostics {
  readonly #items: Diagnostic[] = [];
  #shape: Shape | null = null;

  /** What was collected so far. */
  get items(): readonly Diagnostic[] {
    return this.#items;
  }

  /** True when an error is among them. */
  get hasErrors(): boolean {
    return this.#items.some((item) => item.severity === "error");
  }

  /**
   * From now on paths end where this shape ends: what is thrown inside a resource may point at an attribute of the
   * provider's configuration, which Terraform would look for in the resource.
   */
  pointInto(shape: Shape): void {
    this.#shape = shape;
  }

  /** Adds one, unless the very same is there already. */
  add(diagnostic: Diagnostic): void {
    const placed = this.#placed(diagnostic);
    const key = identity(placed);
    if (!this.#items.some((item) => identity(item) === key)) this.#items.push(placed);
  }

  error(summary: string, detail: string, path?: AttributePath): void {
    this.add({ severity: "error", summary, detail, ...(path === undefined ? {} : { path }) });
  }

  warning(summary: string, detail: string, path?: AttributePath): void {
    this.add({ severity: "warning", summary, detail, ...(path === undefined ? {} : { path }) });
  }

  /** Whatever was thrown, as an error: the only place where errors become diagnostics. */
  thrown(caught: unknown): void {
    this.problem("error", Problem.from(caught));
  }

  /** A problem as an error or a warning, with the vendor's request id where there is one. */
  problem(severity: Diagnostic["severity"], problem: Problem): void {
    const request = problem.requestId === undefined ? "" : ` (request id ${problem.requestId})`;
    this.add({
      severity,
      summary: problem.summary,
      detail: `${problem.detail}${request}`,
      ...(problem.path === undefined ? {} : { path: problem.path }),
    });
  }

  #placed({ path, ...message }: Diagnostic): Diagnostic {
    if (path === undefined) return message;
    const placed = this.#shape === null ? path : pathInShape(this.#shape, path);
    return placed === null ? message : { ...message, path: placed };
  }
}

function identity(diagnostic: Diagnostic): string {
  return JSON.stringify([
    diagnostic.severity,
    diagnostic.summary,
    diagnostic.detail,
    diagnostic.path === undefined ? null : formatPath(diagnostic.path),
  ]);
}

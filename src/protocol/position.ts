import { formatPath } from "../core/attribute-path";
import { Problem } from "../core/problem";
import type { Type } from "../framework/value";

/** Values nested deeper than this are refused: far more than any schema has, and far less than the stack holds. */
const MAX_DEPTH = 200;

/**
 * Where a walk through a value stands. Children are made for each step down, and a path is only written out for an
 * error. Keys of maps are part of it, values never are.
 */
export class Position {
  private constructor(
    private readonly parent: Position | undefined,
    private readonly step: string | number | undefined,
    private readonly depth: number,
  ) {}

  /** The start of a walk. */
  static readonly root = new Position(undefined, undefined, 0);

  /** One step down; without a step for a value inside a dynamic one. Throws `invalid_input` when it goes too deep. */
  down(step?: string | number): Position {
    if (this.depth >= MAX_DEPTH) throw this.misfit("a value that is nested less deeply");
    return new Position(this, step, this.depth + 1);
  }

  /** The problem that something else than `expected` stands here. */
  misfit(expected: string): Problem {
    const path = formatPath(this.#path());
    const where = path === "" ? "The value" : `The value of ${path}`;
    return new Problem("invalid_input", {
      summary: "Terraform sent a value that does not fit the provider's schema",
      detail: `${where} should be ${expected}. Please report this with the versions of Terraform and of the provider.`,
    });
  }

  #path(): (string | number)[] {
    const path = this.parent === undefined ? [] : this.parent.#path();
    return this.step === undefined ? path : [...path, this.step];
  }
}

/** A type in words, for messages. */
export function describeType(type: Type): string {
  return typeof type === "string" ? `a ${type}` : `a ${type[0]}`;
}

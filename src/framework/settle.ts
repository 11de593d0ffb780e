import { Problem } from "../core/problem";
import type { Planned, State } from "./infer";
import { unknownPaths } from "./known";
import type { Schema } from "./schema";

/**
 * The state that a planned object becomes, once what was left unknown has been decided. Throws an `internal`
 * problem that names the members when something stays unknown: Terraform would refuse such a state.
 */
export function settle<S extends Schema>(planned: Planned<S>, decided: Partial<State<S>>): State<S> {
  const state = { ...(planned as object), ...decided };
  const open = unknownPaths(state);
  if (open.length > 0) {
    throw new Problem("internal", {
      summary: "The provider has a bug",
      detail: `Nothing was decided for the planned ${open.join(", ")}. Please report it.`,
    });
  }
  return state as State<S>;
}

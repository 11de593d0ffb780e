import { type Argument, argumentOf, type Body, blocksOf } from "./body";

/** Where the value of an expression comes from, as far as a configuration tells. */
export interface Origins {
  /** True when a part of it is ephemeral, which makes all of it ephemeral: it is in no plan and no state. */
  readonly isEphemeral: boolean;
  /** Variables that it comes from, directly or by way of locals. */
  readonly variables: readonly string[];
}

/**
 * Follows references through the locals of a configuration. A reference that leads nowhere (a data source, a module)
 * is not ephemeral.
 */
export function originsOf(references: readonly string[], bodies: readonly Body[]): Origins {
  const variables = new Set<string>();
  const followed = new Set<string>();
  let isEphemeral = false;
  const follow = (reference: string): void => {
    const [kind = "", name = ""] = reference.split(".");
    if (kind === "ephemeral") isEphemeral = true;
    if (kind === "var") {
      variables.add(name);
      isEphemeral ||= isEphemeralVariable(name, bodies);
    }
    if (kind !== "local" || followed.has(name)) return;
    followed.add(name);
    for (const local of localsNamed(name, bodies)) local.expression.references.forEach(follow);
  };
  references.forEach(follow);
  return { isEphemeral, variables: [...variables] };
}

function isEphemeralVariable(name: string, bodies: readonly Body[]): boolean {
  const blocks = bodies.flatMap((body) => blocksOf(body, "variable", name));
  return blocks.some(({ body }) => argumentOf(body, "ephemeral")?.expression.isTrue === true);
}

function localsNamed(name: string, bodies: readonly Body[]): readonly Argument[] {
  return bodies
    .flatMap((body) => blocksOf(body, "locals"))
    .map(({ body }) => argumentOf(body, name))
    .filter((argument) => argument !== undefined);
}

import type { DoctorContext } from "../check";
import { type Body, blocksOf } from "./body";

/**
 * True when a provider block of the configuration has this nested block: then what the environment lacks may stand
 * there, which is not evaluated. False without a configuration.
 */
export async function providerBlockHas(context: DoctorContext, ...path: readonly string[]): Promise<boolean> {
  const bodies = await bodiesOf(context, (body) => blocksOf(body, "provider", "entrascim"));
  return bodies.some((body) => hasBlock(body, path));
}

/** True when the configuration has connections, and each says itself how it signs in. */
export async function connectionsSignIn(context: DoctorContext): Promise<boolean> {
  const bodies = await bodiesOf(context, (body) => blocksOf(body, "resource", "entrascim_connection"));
  return bodies.length > 0 && bodies.every((body) => hasBlock(body, ["auth"]));
}

async function bodiesOf(
  context: DoctorContext,
  find: (body: Body) => readonly { readonly body: Body }[],
): Promise<readonly Body[]> {
  const configuration = await context.configuration().catch(() => null);
  const files = configuration?.files ?? [];
  return files.flatMap(({ body }) => (body === null ? [] : find(body).map((block) => block.body)));
}

function hasBlock(body: Body, [type, ...rest]: readonly string[]): boolean {
  if (type === undefined) return true;
  return blocksOf(body, type).some((block) => hasBlock(block.body, rest));
}

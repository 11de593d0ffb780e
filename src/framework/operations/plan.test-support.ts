import { conform } from "../conform";
import {
  configuredToy,
  type Plain,
  type ToyOptions,
  type ToyResource,
  toySchema,
  value,
} from "../toy-provider.test-support";
import type { ObjectValue, Value } from "../value";

/** No private state. */
export const NO_PRIVATE = new Uint8Array();

/** The state that a create of `toyConfig()` leaves. */
export function stored(changes: { readonly [key: string]: Plain } = {}): Value {
  return conform(
    toySchema,
    value({
      name: "one",
      source: { project_id: "p", key: "K", mode: "latest" },
      destination: { connection: { client_id: null }, target: "t-1" },
      on_destroy: "retain",
      enabled: true,
      tenant: "ten",
      settings: { level: "low", stamp: "s" },
      id: "t-1",
      version: 4,
      job: { status: "Active" },
      ...changes,
    }),
  );
}

/** A plan in a new process. */
export async function plan(
  request: { prior?: Value; config: Value; proposed?: Value },
  options: ToyOptions = {},
) {
  const { server } = await configuredToy(options);
  const result = await server.plan({
    type: "toy_thing",
    prior: request.prior ?? null,
    proposed: request.proposed ?? request.config,
    config: request.config,
    private: NO_PRIVATE,
  });
  return { ...result, at: (...path: (string | number)[]) => get(result.planned, path) };
}

/** What stands at a path. */
export function get(from: Value, path: readonly (string | number)[]): Value {
  return path.reduce<Value>((inner, step) => (inner as ObjectValue)[step] ?? null, from);
}

/** A toy with this plan hook. */
export const withPlan = (hook: ToyResource["plan"]): ToyOptions => ({
  resource: { plan: hook as NonNullable<typeof hook> },
});

import type { Connection } from "../../sync/model";
import { HIDDEN, hiddenTexts, hide, redactor } from "../terraform/hidden-values";
import { connectionKey, parseConnection, parseSync } from "../terraform/sync-attributes";
import type { Plan, PlannedChange } from "./plan/read-plan";

/** What the report of one sync needs to know of the plan as a whole. */
export interface PlanContext {
  /** Display name of an application by its service principal's object id, or null. */
  nameOf(servicePrincipalId: string | null): string | null;
  /** The connection of this plan that has these values, as they are after the apply, or before it. */
  connectionWith(values: Connection): NamedConnection | null;
  /** Addresses of syncs that push to this service principal after the apply. */
  pushingTo(servicePrincipalId: string | null): readonly string[];
  /** True when refresh did not find the object of this address any more. */
  isGone(address: string): boolean;
  /** A sentence without the values that are sensitive in this plan. */
  redact(text: string): string;
}

/** A connection by its address and name. */
export interface NamedConnection {
  readonly address: string;
  readonly name: string | null;
}

/** Prepares what reports of single syncs look up. */
export function planContext(plan: Plan): PlanContext {
  const names = new Map(plan.applicationNames);
  const pushing = new Map<string, string[]>();
  for (const change of plan.syncs) {
    for (const side of [before(change), after(change)]) {
      const { id, service_principal_display_name: name } = parseSync(side);
      if (id !== null && name !== null && name !== HIDDEN) names.set(id.toLowerCase(), name);
    }
    const target = parseSync(change.after).destination?.service_principal_id?.toLowerCase();
    if (target !== undefined) pushing.set(target, [...(pushing.get(target) ?? []), change.address]);
  }
  const connections = namedConnections(plan.connections);
  return {
    nameOf: (id) => (id === null ? null : (names.get(id.toLowerCase()) ?? null)),
    connectionWith: (values) => connections.get(connectionKey(values)) ?? null,
    pushingTo: (id) => (id === null ? [] : (pushing.get(id.toLowerCase()) ?? [])),
    isGone: (address) => plan.gone.has(address),
    redact: redactor(
      [...plan.syncs, ...plan.connections].flatMap((change) => [
        ...hiddenTexts(change.before, change.beforeMask),
        ...hiddenTexts(change.after, change.afterMask),
      ]),
    ),
  };
}

/** The value before the change, without what is sensitive. */
export function before(change: PlannedChange): unknown {
  return hide(change.before, change.beforeMask);
}

/** The value after the change, without what is sensitive; what is known after apply only is absent. */
export function after(change: PlannedChange): unknown {
  return hide(change.after, change.afterMask);
}

function namedConnections(changes: readonly PlannedChange[]): ReadonlyMap<string, NamedConnection> {
  const found = new Map<string, NamedConnection>();
  const sorted = [...changes].sort((a, b) => (a.address < b.address ? -1 : 1));
  // What a connection will be comes before what it was, and the first address before another.
  for (const side of [after, before]) {
    for (const change of sorted) {
      const value = side(change);
      if (value === null) continue;
      const connection = parseConnection(value);
      const key = connectionKey(connection);
      if (!found.has(key)) found.set(key, { address: change.address, name: connection.name });
    }
  }
  return found;
}

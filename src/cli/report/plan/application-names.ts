import { z } from "zod";
import { HIDDEN, hide } from "../../terraform/hidden-values";
import { stateResources } from "../../terraform/state-resources";

/**
 * Display names of applications, by the object id of the service principal in lower case, from what a state knows:
 * our syncs and data sources, and the service principals of the azuread provider. Of all else in the state, and of
 * what is sensitive, nothing is taken.
 */
export function applicationNames(rootModule: unknown): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { type, values, sensitive_values: mask } of stateResources(rootModule).map((it) =>
    resource.parse(it),
  )) {
    for (const [id, name] of readers.get(type)?.(hide(values, mask)) ?? []) {
      if (id !== null && name !== null && name !== HIDDEN) names.set(id.toLowerCase(), name);
    }
  }
  return names;
}

type NamedApplication = readonly [id: string | null, name: string | null];

const text = z.string().nullable().catch(null);
const principal = z
  .object({ object_id: text, display_name: text })
  .catch({ object_id: null, display_name: null })
  .transform((it): NamedApplication => [it.object_id, it.display_name]);
const principals = z.object({ service_principals: z.array(principal) }).catch({ service_principals: [] });
const sync = z
  .object({ id: text, service_principal_display_name: text })
  .catch({ id: null, service_principal_display_name: null });

const readers = new Map<string, (values: unknown) => readonly NamedApplication[]>([
  ["azuread_service_principal", (values) => [principal.parse(values)]],
  ["entrascim_service_principal", (values) => [principal.parse(values)]],
  ["entrascim_service_principals", (values) => principals.parse(values).service_principals],
  [
    "entrascim_sync",
    (values) => {
      const { id, service_principal_display_name: name } = sync.parse(values);
      return [[id, name]];
    },
  ],
]);

const resource = z
  .object({
    type: z.string(),
    values: z.unknown().optional(),
    sensitive_values: z.unknown().optional(),
  })
  .catch({ type: "" });

import { z } from "zod";
import type { StoredObject } from "./state";

/**
 * Objects of managed resources in the output of `terraform show -json` for a state; null for JSON of another form.
 * What an interrupted replacement left behind (deposed) is none of them.
 *
 * https://developer.hashicorp.com/terraform/internals/json-format#state-representation
 */
export function objectsOfShownState(json: unknown): readonly StoredObject[] | null {
  const parsed = shownState.safeParse(json);
  if (!parsed.success) return null;
  // A list of what is still to be read: modules of a hostile state may lie deeper than calls can.
  const modules: unknown[] = [parsed.data.values?.root_module ?? {}];
  const objects: StoredObject[] = [];
  for (let next = modules.pop(); next !== undefined; next = modules.pop()) {
    const { resources, child_modules: children } = stateModule.parse(next);
    objects.push(...resources.flatMap(objectOf));
    modules.push(...children.toReversed());
  }
  return objects;
}

const shownState = z.object({
  format_version: z.string().regex(/^[01]\./),
  values: z.object({ root_module: z.unknown().optional() }).nullish(),
  // What a plan has beside a format version.
  planned_values: z.undefined().optional(),
  resource_changes: z.undefined().optional(),
});

const list = z.array(z.unknown()).catch([]);
const stateModule = z
  .object({ resources: list, child_modules: list })
  .catch({ resources: [], child_modules: [] });

const resource = z.object({
  address: z.string(),
  mode: z.literal("managed"),
  type: z.string(),
  deposed_key: z.undefined().optional(),
  tainted: z.boolean().catch(false),
  values: z.unknown().optional(),
  sensitive_values: z.unknown().optional(),
});

function objectOf(json: unknown): readonly StoredObject[] {
  const parsed = resource.safeParse(json);
  if (!parsed.success) return [];
  const { address, type, tainted, values: attributes, sensitive_values: mask } = parsed.data;
  return [{ address, type, tainted, attributes, mask }];
}

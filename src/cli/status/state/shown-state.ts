import { z } from "zod";
import { stateResources } from "../../terraform/state-resources";
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
  return stateResources(parsed.data.values?.root_module).flatMap(objectOf);
}

const shownState = z.object({
  format_version: z.string().regex(/^[01]\./),
  values: z.object({ root_module: z.unknown().optional() }).nullish(),
  // What a plan has beside a format version.
  planned_values: z.undefined().optional(),
  resource_changes: z.undefined().optional(),
});

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

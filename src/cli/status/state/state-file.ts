import { z } from "zod";
import { maskOf } from "./sensitive-paths";
import type { StoredObject } from "./state";

/**
 * Objects of managed resources in a state file of version 4, which is what local backends write and
 * `terraform state pull` prints; null for JSON of another form. What an interrupted replacement left behind (deposed)
 * is none of them.
 */
export function objectsOfStateFile(json: unknown): readonly StoredObject[] | null {
  const parsed = stateFile.safeParse(json);
  return parsed.success ? parsed.data.resources.flatMap(objectsOf) : null;
}

const list = z.array(z.unknown()).catch([]);
const stateFile = z.object({ version: z.literal(4), resources: list });

const resource = z.object({
  module: z.string().optional(),
  mode: z.literal("managed"),
  type: z.string(),
  name: z.string(),
  instances: list,
});

const instance = z.object({
  index_key: z.union([z.string(), z.number()]).optional(),
  status: z.unknown().optional(),
  deposed: z.undefined().optional(),
  attributes: z.unknown().optional(),
  sensitive_attributes: z.unknown().optional(),
});

function objectsOf(json: unknown): readonly StoredObject[] {
  const parsed = resource.safeParse(json);
  if (!parsed.success) return [];
  const { module, type, name, instances } = parsed.data;
  const prefix = module === undefined || module === "" ? "" : `${module}.`;
  return instances.flatMap((each) => {
    const found = instance.safeParse(each);
    if (!found.success) return [];
    const { index_key: key, status, attributes, sensitive_attributes: paths } = found.data;
    return {
      address: `${prefix}${type}.${name}${key === undefined ? "" : `[${JSON.stringify(key)}]`}`,
      type,
      tainted: status === "tainted",
      attributes,
      mask: maskOf(paths),
    };
  });
}

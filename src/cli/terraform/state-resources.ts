import { z } from "zod";

/** The resources of a module and of all modules below it, as `terraform show -json` tells them, unchecked. */
export function stateResources(rootModule: unknown): readonly unknown[] {
  const found: unknown[] = [];
  // A list of what is still to be read: modules of a hostile state may lie deeper than calls can.
  const modules: unknown[] = [rootModule];
  for (let next = modules.pop(); next !== undefined; next = modules.pop()) {
    const { resources, child_modules: children } = stateModule.parse(next);
    found.push(...resources);
    modules.push(...children.toReversed());
  }
  return found;
}

const list = z.array(z.unknown()).catch([]);
const stateModule = z
  .object({ resources: list, child_modules: list })
  .catch({ resources: [], child_modules: [] });

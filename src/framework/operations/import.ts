import { Problem } from "../../core/problem";
import { planDefaults } from "../passes/plan-defaults";
import { rewritePlan } from "../passes/rewrite-plan";
import { PrivateState } from "../private-state";
import type { ProviderServer } from "../provider-server";
import type { Value } from "../value";
import type { Runtime } from "./runtime";
import { takeResult } from "./take-result";
import { timeoutOf } from "./timeout-of";

const NOTHING: { readonly state: Value; readonly private: Uint8Array } = {
  state: null,
  private: new Uint8Array(),
};

/**
 * Imports an object: what the resource says of the id, with defaults where an attribute has one (in the blocks that
 * it returned too) and null everywhere else. Terraform refreshes it afterwards.
 */
export function importResource<P>(
  runtime: Runtime<P>,
  request: Parameters<ProviderServer["import"]>[0],
): ReturnType<ProviderServer["import"]> {
  return runtime.run("import", request.type, NOTHING, async (operation) => {
    const { schema, resource } = await runtime.loadResource(request.type, operation);
    if (resource.import === undefined) throw notImportable(request.type);
    const privateState = new PrivateState();
    const returned = await resource.import({
      ...operation.context(runtime.provider, timeoutOf("read", schema, null)),
      id: request.id,
      private: privateState,
    });
    if (operation.diagnostics.hasErrors) return NOTHING;
    const said = takeResult(schema, returned, operation.diagnostics);
    if (said === null || operation.diagnostics.hasErrors) return NOTHING;
    const state = rewritePlan(schema, { config: said, prior: null, planned: said }, planDefaults);
    return { state, private: privateState.encode() };
  });
}

function notImportable(type: string): Problem {
  return new Problem("invalid_input", {
    summary: `${type} cannot be imported`,
    detail: `Objects of type ${type} cannot be imported. Declare the resource without an import block; creating it does what is needed.`,
  });
}

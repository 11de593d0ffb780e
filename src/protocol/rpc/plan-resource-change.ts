import { encodeDiagnostics, encodePath } from "../diagnostics-codec";
import { PlanResourceChange_Request, PlanResourceChange_Response } from "../gen/tfplugin6";
import { rpc } from "./rpc";
import { fromWire, resourceType, toWire } from "./wire-value";

/** Plans a create (prior is null), an update or a destroy (proposed is null). */
export const planResourceChange = rpc(
  PlanResourceChange_Request,
  PlanResourceChange_Response,
  async (provider, request) => {
    const type = resourceType(provider, request.typeName);
    const result = await provider.plan({
      type: request.typeName,
      prior: fromWire(request.priorState, type),
      proposed: fromWire(request.proposedNewState, type),
      config: fromWire(request.config, type),
      private: request.priorPrivate,
    });
    return {
      plannedState: toWire(result.planned, type),
      requiresReplace: result.replaces.map(encodePath),
      plannedPrivate: result.private,
      diagnostics: encodeDiagnostics(result.diagnostics),
    };
  },
);

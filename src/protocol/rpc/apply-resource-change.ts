import { encodeDiagnostics } from "../diagnostics-codec";
import { ApplyResourceChange_Request, ApplyResourceChange_Response } from "../gen/tfplugin6";
import { rpc } from "./rpc";
import { fromWire, resourceType, toWire } from "./wire-value";

/** Does what was planned: a create (prior is null), an update or a destroy (planned is null). */
export const applyResourceChange = rpc(
  ApplyResourceChange_Request,
  ApplyResourceChange_Response,
  async (provider, request) => {
    const type = resourceType(provider, request.typeName);
    const result = await provider.apply({
      type: request.typeName,
      prior: fromWire(request.priorState, type),
      planned: fromWire(request.plannedState, type),
      config: fromWire(request.config, type),
      private: request.plannedPrivate,
    });
    return {
      newState: toWire(result.state, type),
      private: result.private,
      diagnostics: encodeDiagnostics(result.diagnostics),
    };
  },
);

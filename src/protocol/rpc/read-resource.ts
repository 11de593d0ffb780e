import { encodeDiagnostics } from "../diagnostics-codec";
import { ReadResource_Request, ReadResource_Response } from "../gen/tfplugin6";
import { rpc } from "./rpc";
import { fromWire, resourceType, toWire } from "./wire-value";

/** Refreshes an object; null says that it is gone. */
export const readResource = rpc(ReadResource_Request, ReadResource_Response, async (provider, request) => {
  const type = resourceType(provider, request.typeName);
  const result = await provider.read({
    type: request.typeName,
    state: fromWire(request.currentState, type),
    private: request.private,
  });
  return {
    newState: toWire(result.state, type),
    private: result.private,
    diagnostics: encodeDiagnostics(result.diagnostics),
  };
});

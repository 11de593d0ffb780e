import { encodeDiagnostics } from "../diagnostics-codec";
import { MoveResourceState_Request, MoveResourceState_Response } from "../gen/tfplugin6";
import { plainName } from "../plain-name";
import { rpc } from "./rpc";

/** A move from another type or provider, of which none can be taken over. Moves of addresses never come here. */
export const moveResourceState = rpc(MoveResourceState_Request, MoveResourceState_Response, (_, request) => ({
  diagnostics: encodeDiagnostics([
    {
      severity: "error",
      summary: "This resource cannot take over another one's state",
      detail: `${plainName(request.targetTypeName)} cannot be moved from ${plainName(request.sourceTypeName)} of ${plainName(request.sourceProviderAddress)}. Remove the "moved" block, forget the old resource with a "removed" block, and import the object instead.`,
    },
  ]),
}));

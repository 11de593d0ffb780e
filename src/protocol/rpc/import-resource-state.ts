import { Problem } from "../../core/problem";
import { encodeDiagnostics } from "../diagnostics-codec";
import { ImportResourceState_Request, ImportResourceState_Response } from "../gen/tfplugin6";
import { rpc } from "./rpc";
import { resourceType, toWire } from "./wire-value";

/** Adopts an object by the id that the user gave. */
export const importResourceState = rpc(
  ImportResourceState_Request,
  ImportResourceState_Response,
  async (provider, request) => {
    const type = resourceType(provider, request.typeName);
    if (request.id === "" && request.identity !== undefined) throw identityNotSupported();
    const result = await provider.import({ type: request.typeName, id: request.id });
    const failed = result.diagnostics.some(({ severity }) => severity === "error");
    const imported = {
      typeName: request.typeName,
      state: toWire(result.state, type),
      private: result.private,
    };
    return {
      importedResources: failed ? [] : [imported],
      diagnostics: encodeDiagnostics(result.diagnostics),
    };
  },
);

function identityNotSupported(): Problem {
  return new Problem("invalid_input", {
    summary: "Import by identity is not supported",
    detail: `Give the import block an "id" instead of an "identity".`,
  });
}

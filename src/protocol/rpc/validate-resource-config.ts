import { encodeDiagnostics } from "../diagnostics-codec";
import { ValidateResourceConfig_Request, ValidateResourceConfig_Response } from "../gen/tfplugin6";
import { rpc } from "./rpc";
import { fromWire, resourceType } from "./wire-value";

/** Validates a resource block; values may be unknown. */
export const validateResourceConfig = rpc(
  ValidateResourceConfig_Request,
  ValidateResourceConfig_Response,
  async (provider, request) => {
    const { diagnostics } = await provider.validateResource({
      type: request.typeName,
      config: fromWire(request.config, resourceType(provider, request.typeName)),
      writeOnlyAllowed: request.clientCapabilities?.writeOnlyAttributesAllowed ?? false,
    });
    return { diagnostics: encodeDiagnostics(diagnostics) };
  },
);

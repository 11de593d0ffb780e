import { encodeDiagnostics } from "../diagnostics-codec";
import { ValidateDataResourceConfig_Request, ValidateDataResourceConfig_Response } from "../gen/tfplugin6";
import { rpc } from "./rpc";
import { dataSourceType, fromWire } from "./wire-value";

/** Validates a data block; values may be unknown. */
export const validateDataResourceConfig = rpc(
  ValidateDataResourceConfig_Request,
  ValidateDataResourceConfig_Response,
  async (provider, request) => {
    const { diagnostics } = await provider.validateDataSource({
      type: request.typeName,
      config: fromWire(request.config, dataSourceType(provider, request.typeName)),
    });
    return { diagnostics: encodeDiagnostics(diagnostics) };
  },
);

import { schemaType } from "../../framework/schema-type";
import { encodeDiagnostics } from "../diagnostics-codec";
import { ValidateProviderConfig_Request, ValidateProviderConfig_Response } from "../gen/tfplugin6";
import { rpc } from "./rpc";
import { fromWire } from "./wire-value";

/** Validates the provider block; values may be unknown. */
export const validateProviderConfig = rpc(
  ValidateProviderConfig_Request,
  ValidateProviderConfig_Response,
  async (provider, request) => {
    const config = fromWire(request.config, schemaType(provider.schemas().provider));
    const { diagnostics } = await provider.validateProvider({ config });
    return { diagnostics: encodeDiagnostics(diagnostics) };
  },
);

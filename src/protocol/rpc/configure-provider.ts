import { schemaType } from "../../framework/schema-type";
import { encodeDiagnostics } from "../diagnostics-codec";
import { ConfigureProvider_Request, ConfigureProvider_Response } from "../gen/tfplugin6";
import { rpc } from "./rpc";
import { fromWire } from "./wire-value";

/** Hands the provider its configuration, before anything else is done with it. */
export const configureProvider = rpc(
  ConfigureProvider_Request,
  ConfigureProvider_Response,
  async (provider, request) => {
    const { diagnostics } = await provider.configure({
      config: fromWire(request.config, schemaType(provider.schemas().provider)),
      terraformVersion: request.terraformVersion,
    });
    return { diagnostics: encodeDiagnostics(diagnostics) };
  },
);

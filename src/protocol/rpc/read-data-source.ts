import { encodeDiagnostics } from "../diagnostics-codec";
import { ReadDataSource_Request, ReadDataSource_Response } from "../gen/tfplugin6";
import { rpc } from "./rpc";
import { dataSourceType, fromWire, toWire } from "./wire-value";

/** Reads a data source. */
export const readDataSource = rpc(
  ReadDataSource_Request,
  ReadDataSource_Response,
  async (provider, request) => {
    const type = dataSourceType(provider, request.typeName);
    const result = await provider.readDataSource({
      type: request.typeName,
      config: fromWire(request.config, type),
    });
    return { state: toWire(result.state, type), diagnostics: encodeDiagnostics(result.diagnostics) };
  },
);

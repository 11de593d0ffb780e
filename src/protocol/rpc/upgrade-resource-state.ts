import { Problem } from "../../core/problem";
import { encodeDiagnostics } from "../diagnostics-codec";
import { type RawState, UpgradeResourceState_Request, UpgradeResourceState_Response } from "../gen/tfplugin6";
import { type Json, parseJson } from "../json-value";
import { rpc } from "./rpc";
import { resourceType, toWire } from "./wire-value";

/** Brings stored state, of this or an earlier version of the schema, to today's. */
export const upgradeResourceState = rpc(
  UpgradeResourceState_Request,
  UpgradeResourceState_Response,
  async (provider, request) => {
    const type = resourceType(provider, request.typeName);
    const { state, diagnostics } = await provider.upgradeState({
      type: request.typeName,
      version: request.version,
      json: storedJson(request.rawState),
    });
    return { upgradedState: toWire(state, type), diagnostics: encodeDiagnostics(diagnostics) };
  },
);

function storedJson(state: RawState | undefined): Json {
  if (state !== undefined && state.json.length > 0) return parseJson(state.json);
  throw new Problem("invalid_input", {
    summary: "The stored state has a format that is not supported",
    detail: "It is not JSON, but the format of Terraform 0.11 and before, which this provider never wrote.",
  });
}

import { encodeDiagnostics } from "../diagnostics-codec";
import * as wire from "../gen/tfplugin6";
import { plainName } from "../plain-name";
import { rpc } from "./rpc";

/*
 * Functions, ephemeral resources and resource identities, of which there are none: what lists them answers with an
 * empty set, and what names one with an error.
 */

/** No resource has an identity. */
export const getResourceIdentitySchemas = rpc(
  wire.GetResourceIdentitySchemas_Request,
  wire.GetResourceIdentitySchemas_Response,
  () => ({ diagnostics: [] }),
);

/** There are no functions. */
export const getFunctions = rpc(wire.GetFunctions_Request, wire.GetFunctions_Response, () => ({
  diagnostics: [],
}));

/** No function can be called. */
export const callFunction = rpc(wire.CallFunction_Request, wire.CallFunction_Response, (_, { name }) => ({
  error: { text: `The provider has no function "${plainName(name)}".` },
}));

/** No identity can be upgraded. */
export const upgradeResourceIdentity = rpc(
  wire.UpgradeResourceIdentity_Request,
  wire.UpgradeResourceIdentity_Response,
  (_, { typeName }) => missing(`identity for the resource "${plainName(typeName)}"`),
);

/** No ephemeral resource can be validated. */
export const validateEphemeralResourceConfig = rpc(
  wire.ValidateEphemeralResourceConfig_Request,
  wire.ValidateEphemeralResourceConfig_Response,
  (_, { typeName }) => noEphemeralResource(typeName),
);

/** No ephemeral resource can be opened. */
export const openEphemeralResource = rpc(
  wire.OpenEphemeralResource_Request,
  wire.OpenEphemeralResource_Response,
  (_, { typeName }) => noEphemeralResource(typeName),
);

/** No ephemeral resource can be renewed. */
export const renewEphemeralResource = rpc(
  wire.RenewEphemeralResource_Request,
  wire.RenewEphemeralResource_Response,
  (_, { typeName }) => noEphemeralResource(typeName),
);

/** No ephemeral resource can be closed. */
export const closeEphemeralResource = rpc(
  wire.CloseEphemeralResource_Request,
  wire.CloseEphemeralResource_Response,
  (_, { typeName }) => noEphemeralResource(typeName),
);

function noEphemeralResource(typeName: string) {
  return missing(`ephemeral resource "${plainName(typeName)}"`);
}

function missing(what: string) {
  return {
    diagnostics: encodeDiagnostics([
      {
        severity: "error",
        summary: `The provider has no ${what}`,
        detail: `It may be of another version than the one that Terraform asked for its schema: run "terraform init -upgrade".`,
      },
    ]),
  };
}

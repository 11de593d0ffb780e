import type { ServerCapabilities } from "../gen/tfplugin6";

/** What of the protocol's options a provider of ours uses. */
export const SERVER_CAPABILITIES: ServerCapabilities = {
  // A destroy is planned, so that it can be warned about.
  planDestroy: true,
  // Terraform starts a provider up to five times in a command, and one look at the schema is enough.
  getProviderSchemaOptional: true,
  moveResourceState: false,
};

import {
  type AzureEntraIdConnectionAttributes,
  ConnectionAuth,
  InfisicalSecret,
  type PromotionStage,
} from "entrascim/constructs";
import { stateBackend } from "./state-backend";

// Tenant, client and object ids are those of the emulator with emulator-seed.json: put your own here.

export const dev: PromotionStage = {
  name: "dev",
  connection: connection("dev"),
  backend: stateBackend("dev"),
  applications: {
    servicenow: { servicePrincipalId: "5e4b1ce0-0000-4000-8000-0000000000d1" },
    slack: { servicePrincipalId: "5e4b1ce0-0000-4000-8000-0000000000d2" },
  },
};

export const staging: PromotionStage = {
  name: "staging",
  connection: connection("staging"),
  backend: stateBackend("staging"),
  applications: {
    servicenow: { servicePrincipalId: "5e4b1ce0-0000-4000-8000-0000000000e1" },
    slack: { servicePrincipalId: "5e4b1ce0-0000-4000-8000-0000000000e2" },
  },
};

export const prod: PromotionStage = {
  name: "prod",
  connection: connection("prod"),
  backend: stateBackend("prod"),
  // a token that Entra cannot test is refused here, and pushed with a warning in the stages before
  validation: "strict",
  applications: {
    // a new token goes to prod when a pull request raises this number
    servicenow: { servicePrincipalId: "5e4b1ce0-0000-4000-8000-0000000000f1", version: 1 },
    // follows the newest version, as the stages before do
    slack: { servicePrincipalId: "5e4b1ce0-0000-4000-8000-0000000000f2" },
  },
};

/** Each stage may have a tenant of its own. Its client secret lies in its own environment of Infisical. */
function connection(environment: string): AzureEntraIdConnectionAttributes {
  return {
    tenantId: "7e4a4700-0000-4000-8000-000000000001",
    clientId: "c11e4700-0000-4000-8000-000000000001",
    auth: ConnectionAuth.clientSecret(
      InfisicalSecret.of({ environment, path: "/azure", key: "ENTRA_CLIENT_SECRET" }),
    ),
  };
}

import { TerraformStack } from "cdktf";
import {
  AzureEntraIdConnection,
  AzureEntraIdScimSync,
  ConnectionAuth,
  EnterpriseApp,
  EntrascimProvider,
  InfisicalSecret,
  LocalProviderApp,
} from "entrascim/constructs";

// takes the provider from where `npx entrascim install` has put it
const app = new LocalProviderApp();
const stack = new TerraformStack(app, "scim");
new EntrascimProvider(stack, "entrascim");

const entra = new AzureEntraIdConnection(stack, "entra", {
  name: "entra-prod",
  auth: ConnectionAuth.clientSecret(
    InfisicalSecret.of({ environment: "prod", path: "/azure", key: "ENTRA_CLIENT_SECRET" }),
  ),
});

new AzureEntraIdScimSync(stack, "servicenow", {
  name: "servicenow-scim",
  source: InfisicalSecret.of({ environment: "prod", path: "/scim", key: "SERVICENOW_SCIM_TOKEN" }),
  // the object id of the enterprise application
  destination: EnterpriseApp.fromServicePrincipalId(entra, "5e4b1ce0-0000-4000-8000-000000000001"),
});

app.synth();

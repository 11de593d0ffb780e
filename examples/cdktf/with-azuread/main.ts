import { LocalProviderApp } from "entrascim/constructs";
import { WithAzureadStack } from "./with-azuread-stack";

const app = new LocalProviderApp();
new WithAzureadStack(app, "with-azuread", {
  tenantId: setting("ARM_TENANT_ID"),
  clientId: setting("ARM_CLIENT_ID"),
});
app.synth();

function setting(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(`${name} is not set: set the tenant and the client that Terraform signs in with.`);
}

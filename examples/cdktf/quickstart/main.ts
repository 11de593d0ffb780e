import { LocalProviderApp } from "entrascim/constructs";
import { QuickstartStack } from "./quickstart-stack";

const app = new LocalProviderApp();
new QuickstartStack(app, "quickstart", {
  tenantId: setting("ARM_TENANT_ID"),
  clientId: setting("ARM_CLIENT_ID"),
  // the context of cdktf.json has ServiceNow's id in the emulator
  servicePrincipalId: setting("SERVICENOW_SERVICE_PRINCIPAL_ID"),
});
app.synth();

/** From the environment, else from the context in cdktf.json. */
function setting(name: string): string {
  const value = process.env[name] ?? app.node.tryGetContext(name);
  if (typeof value === "string" && value !== "") return value;
  throw new Error(
    `${name} is not set. Run "npx entrascim emulator" and set the variables that it prints, or set those of your own tenant.`,
  );
}

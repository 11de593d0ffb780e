import { LocalProviderApp } from "entrascim/constructs";
import { QuickstartStack } from "./quickstart-stack";

const app = new LocalProviderApp();
new QuickstartStack(app, "quickstart", {
  tenantId: setting("ENTRASCIM_DEMO_TENANT_ID"),
  clientId: setting("ENTRASCIM_DEMO_CLIENT_ID"),
  servicePrincipalId: setting("ENTRASCIM_DEMO_SERVICE_PRINCIPAL_ID"),
});
app.synth();

function setting(name: string): string {
  const value = process.env[name] ?? app.node.tryGetContext(name);
  if (typeof value === "string" && value !== "") return value;
  throw new Error(
    `${name} is not set. Run "npx entrascim emulator" and set the variables that it prints, or set your tenant's own ids here or in the "context" of cdktf.json.`,
  );
}

import { join } from "node:path";
import { LocalBackend } from "cdktf";
import { type IStateBackend, LocalProviderApp, ScimPromotion } from "entrascim/constructs";
import { STAGES } from "./stages";

// What a team keeps in its repository, for the pipelines of examples/pipelines. Who signs in is the pipeline's matter.

const app = new LocalProviderApp();
new ScimPromotion(app, "scim", {
  applications: [{ name: "servicenow", path: "/scim", key: "SERVICENOW_SCIM_TOKEN" }],
  stages: STAGES.map(({ name, ...servicenow }) => ({
    name,
    connection: { tenantId: "7e4a4700-0000-4000-8000-000000000001" },
    backend: backend(name),
    applications: { servicenow },
  })),
});
app.synth();

/** In a folder that all machines of the test share, as a storage account would be. */
function backend(stage: string): IStateBackend {
  const path = join(process.env.STATE_DIRECTORY ?? "", `${stage}.tfstate`);
  return { bind: (stack) => new LocalBackend(stack, { path }) };
}

import { LocalProviderApp, ScimPromotion } from "entrascim/constructs";
import { dev, prod, staging } from "./stages";

const app = new LocalProviderApp();
new ScimPromotion(app, "scim", {
  applications: [
    { name: "servicenow", path: "/scim", key: "SERVICENOW_SCIM_TOKEN" },
    { name: "slack", path: "/scim", key: "SLACK_SCIM_TOKEN" },
  ],
  stages: [dev, staging, prod],
});
app.synth();

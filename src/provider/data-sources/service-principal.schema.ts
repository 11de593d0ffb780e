import { defineSchema, nestedList, string } from "../../framework/schema";
import { connectionAttribute, jobSummary, nonEmpty, uuid } from "../common.schema";

/** `entrascim_service_principal`: one enterprise application (DESIGN §4). */
export const servicePrincipalSchema = defineSchema({
  description: "One enterprise application, by object id, application id or display name.",
  constraints: [{ kind: "exactly_one_of", members: ["object_id", "app_id", "display_name"] }],
  attributes: {
    connection: connectionAttribute(
      "optional",
      "The connection to look with. Default: the provider's credentials.",
    ),
    object_id: string({
      mode: "optional_computed",
      description: "Object id of the service principal.",
      rule: uuid,
    }),
    app_id: string({ mode: "optional_computed", description: "Application (client) id.", rule: uuid }),
    display_name: string({
      mode: "optional_computed",
      description: "Display name, exactly. Several with the same name are an error that lists them.",
      rule: nonEmpty,
    }),
    jobs: nestedList({ mode: "computed", description: "Its provisioning jobs.", attributes: jobSummary }),
  },
});

import { bool, defineSchema, nestedList, string } from "../../framework/schema";
import { connectionAttribute, jobSummary, text } from "../common.schema";

/** `entrascim_service_principals`: enterprise applications, found by search (DESIGN §4). */
export const servicePrincipalsSchema = defineSchema({
  description: "Enterprise applications of a tenant, all pages, with their provisioning jobs.",
  attributes: {
    connection: connectionAttribute(
      "optional",
      "The connection to look with. Default: the provider's credentials.",
    ),
    search: string({ mode: "optional", description: "Word prefixes of the display name.", rule: text(120) }),
    with_provisioning: bool({
      mode: "optional_computed",
      default: true,
      description: "Only those that have a provisioning job.",
    }),
    service_principals: nestedList({
      mode: "computed",
      description: "What was found, by display name.",
      attributes: {
        object_id: string({ mode: "computed", description: "Object id of the service principal." }),
        app_id: string({ mode: "computed", description: "Application (client) id." }),
        display_name: string({ mode: "computed", description: "Display name." }),
        jobs: nestedList({ mode: "computed", description: "Its provisioning jobs.", attributes: jobSummary }),
      },
    }),
  },
});

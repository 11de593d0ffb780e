import { bool, defineSchema, nestedList, string } from "../../framework/schema";
import { connectionAttribute, jobSummary, uuid } from "../common.schema";

/** `entrascim_provisioning_status`: whether an application provisions (DESIGN §4). */
export const provisioningStatusSchema = defineSchema({
  description:
    "The provisioning jobs of an enterprise application and whether they are healthy: for preconditions and for checks beside it (a data source nested in a check block makes every `plan -detailed-exitcode` exit with 2).",
  attributes: {
    connection: connectionAttribute(
      "optional",
      "The connection to look with. Default: the provider's credentials.",
    ),
    service_principal_id: string({
      mode: "required",
      description: "Object id of the service principal.",
      rule: uuid,
    }),
    jobs: nestedList({
      mode: "computed",
      description: "Its provisioning jobs; empty when there are none.",
      attributes: {
        ...jobSummary,
        quarantine_reason: string({
          mode: "computed",
          description: "Why it is in quarantine; null when it is not.",
        }),
        last_success_at: string({
          mode: "computed",
          description: "When a cycle last succeeded (RFC 3339); null when none has.",
        }),
      },
    }),
    healthy: bool({
      mode: "computed",
      description:
        "True when there is a job and none is in quarantine, paused, not configured, or off its schedule.",
    }),
  },
});

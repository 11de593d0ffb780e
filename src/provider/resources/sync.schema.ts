import { block, bool, defineSchema, nested, number, type Rule, secret, string } from "../../framework/schema";
import { timeoutsBlock } from "../../framework/timeouts";
import {
  connectionAttribute,
  environmentDescription,
  httpsUrl,
  nonEmpty,
  projectIdDescription,
  secretKey,
  secretPath,
  secretPathDescription,
  slug,
  text,
  uuid,
} from "../common.schema";

const MINUTE = 60_000;
const timeouts = { create: 5 * MINUTE, update: 5 * MINUTE, delete: 5 * MINUTE, read: 2 * MINUTE };

const oneOf =
  (...values: [string, ...string[]]): Rule =>
  (z) =>
    z.enum(values, `must be one of ${values.join(", ")}`);

const wholeNumber: Rule = (z) => z.number().int("must be a whole number").min(1, "must be at least 1");

/** `entrascim_sync`: which secret belongs on which service principal (DESIGN §4). */
export const syncSchema = defineSchema({
  description:
    "An Azure Entra ID SCIM sync: the token in Infisical (or from any ephemeral value) that belongs on an enterprise application's service principal. Applying it pushes the token when it has changed; the token itself is never stored.",
  timeouts,
  constraints: [
    {
      kind: "exactly_one_of",
      members: ["source", "token_wo"],
      hint: "Give a source block that names the secret in Infisical, or token_wo with token_wo_version. After an import, add the source block by hand.",
    },
    {
      kind: "requires",
      member: "token_wo",
      needs: ["token_wo_version"],
      hint: "Terraform cannot see a change of a write-only value; raise token_wo_version to push again.",
    },
    { kind: "requires", member: "token_wo_version", needs: ["token_wo"] },
  ],
  attributes: {
    name: string({
      mode: "required",
      description: "Name of the sync: a slug of at most 256 characters.",
      rule: slug(256),
    }),
    description: string({
      mode: "optional",
      description: "What it is for, at most 256 characters.",
      rule: text(256),
    }),
    token_wo: secret({
      mode: "optional",
      writeOnly: true,
      description:
        "The token itself, from an ephemeral value (Vault, Key Vault, …). Never stored; needs Terraform 1.11 and `token_wo_version`.",
    }),
    token_wo_version: number({
      mode: "optional",
      description: "Raise it to push `token_wo` again.",
      rule: wholeNumber,
    }),
    initial_sync_behavior: string({
      mode: "optional_computed",
      default: "overwrite-destination",
      description: "What the first push does with a token that is there. Only `overwrite-destination`.",
      rule: oneOf("overwrite-destination"),
    }),
    auto_sync_enabled: bool({
      mode: "optional_computed",
      default: true,
      description:
        "Push when the secret in Infisical has a new version. When off, a new version is told and `sync_trigger` pushes it.",
    }),
    validation: string({
      mode: "optional_computed",
      default: "standard",
      description:
        "Whether Entra tests the new token with the application before it overwrites the old one: `standard` (an untestable token is pushed with a warning), `strict` (it is refused) or `off`.",
      rule: oneOf("standard", "strict", "off"),
    }),
    recover_from_quarantine: bool({
      mode: "optional_computed",
      default: true,
      description: "Start a provisioning job again that is in quarantine for bad credentials, after a push.",
    }),
    on_destroy: string({
      mode: "optional_computed",
      default: "retain",
      description: "What a destroy does with the token on the service principal: `retain` or `clear`.",
      rule: oneOf("retain", "clear"),
    }),
    plan_checks: string({
      mode: "optional_computed",
      default: "error",
      description:
        "What a plan says of a source or destination that does not exist: `error`, or `warn` for those that the same run creates.",
      rule: oneOf("error", "warn"),
    }),
    sync_trigger: string({
      mode: "optional",
      description:
        "Any string; a change pushes again. For manual syncing, or for a secret that the same run rotates.",
    }),
    id: string({ mode: "computed", description: "The service principal's object id." }),
    service_principal_display_name: string({
      mode: "computed",
      description: "Display name of the enterprise application; null without permission to read it.",
    }),
    destination_base_address: string({
      mode: "computed",
      description: "Where the token was last sent, origin and path only. Written by a push alone.",
    }),
    source_version: number({ mode: "computed", description: "Version of the secret in Infisical." }),
    source_secret_id: string({ mode: "computed", description: "Id of the secret in Infisical." }),
    source_updated_at: string({ mode: "computed", description: "When that version was written (RFC 3339)." }),
    source_updated_by: string({ mode: "computed", description: "Who wrote it, as Infisical says." }),
    synced_version: number({ mode: "computed", description: "Version of the secret that was pushed last." }),
    synced_secret_id: string({ mode: "computed", description: "Id of the secret that was pushed last." }),
    last_synced_at: string({ mode: "computed", description: "When it was pushed (RFC 3339, UTC)." }),
    sync_status: string({
      mode: "computed",
      description:
        "`synced`, `rotated`, `secret_replaced`, `secret_missing`, `token_missing`, `base_address_changed`, `unreadable` or `incomplete`.",
    }),
    sync_message: string({ mode: "computed", description: "One sentence on the status; null when synced." }),
    provisioning_job: nested({
      mode: "computed",
      description:
        "The provisioning job of the service principal (the first on schedule, else the first); null when there is none.",
      attributes: {
        id: string({ mode: "computed", description: "Id of the job." }),
        template_id: string({ mode: "computed", description: "Template of the job, such as `scim`." }),
        status: string({
          mode: "computed",
          description:
            "`NotConfigured`, `NotRun`, `Active`, `Paused` or `Quarantine`, as Microsoft Graph names it.",
        }),
        quarantine_reason: string({
          mode: "computed",
          description: "Why it is in quarantine; null when it is not.",
        }),
        next_attempt: string({
          mode: "computed",
          description: "When Entra tries again (RFC 3339); null when not in quarantine.",
        }),
      },
    }),
  },
  blocks: {
    source: block({
      description: "The secret in Infisical that holds the token.",
      attributes: {
        project_id: string({ mode: "optional_computed", description: projectIdDescription, rule: nonEmpty }),
        environment: string({ mode: "required", description: environmentDescription, rule: slug(64) }),
        secret_path: string({ mode: "required", description: secretPathDescription, rule: secretPath }),
        secret_key: string({ mode: "required", description: "Key of the secret.", rule: secretKey }),
        version: number({
          mode: "optional",
          description: "Pins one version of the secret; left out, the newest is pushed.",
          rule: wholeNumber,
        }),
      },
    }),
    destination: block({
      required: true,
      description: "The enterprise application that provisions with the token.",
      attributes: {
        connection: connectionAttribute(
          "required",
          "The connection: assign a whole `entrascim_connection`, or an object with all of these members.",
        ),
        service_principal_id: string({
          mode: "required",
          replaces: true,
          description:
            "Object id of the enterprise application's service principal. Changing it replaces the sync.",
          rule: uuid,
        }),
        base_address: string({
          mode: "optional",
          description:
            "Also manage the tenant URL (`BaseAddress`) of the provisioning configuration. https only.",
          rule: httpsUrl,
        }),
      },
    }),
    timeouts: timeoutsBlock(timeouts),
  },
});

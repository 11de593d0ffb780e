import { z } from "zod";
import { syncActions } from "./classify-sync";

/*
 * The shape of a report: what `--format json` prints and every other format shows. The JSON schema in
 * docs/report.schema.json is made of it. Additions are a new minor version; anything else is a new major version.
 */

/** Version of the shape. */
export const FORMAT_VERSION = "1.0";

/** What a warning is about; each is also a gate. */
export const warningCodes = [
  "overwrites_token",
  "cross_environment",
  "shared_destination",
  "quarantine",
  "pinned_behind",
  "newer_version_waiting",
  "token_missing",
  "secret_missing",
  "base_address_changed",
  "unreadable",
  "recreated_elsewhere",
  "connection_refused",
  "provider_warning",
  "provider_error",
] as const;

/** One of {@link warningCodes}. */
export type WarningCode = (typeof warningCodes)[number];

const text = z.string().nullable();
const count = z.number().int().nonnegative();

const warning = z.object({
  code: z.enum(warningCodes),
  message: z.string().describe("One or two sentences."),
  address: text.describe("The resource that it is about; null for the provider as a whole."),
});

const application = z.object({
  service_principal_id: text.describe("Object id; null when it is known after apply only."),
  display_name: text.describe("Null when nothing in the plan tells it."),
});

const source = z.object({
  project_id: text,
  environment: text,
  secret_path: text,
  secret_key: text,
  version: z.number().nullable().describe("The version that is pinned; null follows the newest."),
});

const connection = z.object({
  address: text.describe("The entrascim_connection in this plan that it is, or null."),
  name: text,
  tenant_id: text,
  client_id: text,
  cloud: text,
  sign_in: text.describe(
    "client_secret, client_certificate, workload_identity, managed_identity, azure_cli; null as the provider does.",
  ),
});

const sync = z.object({
  address: z.string(),
  previous_address: text.describe("Where it was before a moved block."),
  name: text,
  action: z.enum(syncActions),
  sends: z
    .enum(["yes", "no", "maybe"])
    .describe("Whether the apply sends a token; maybe: it depends on what is known after apply only."),
  imported: z.boolean(),
  reasons: z
    .array(z.string())
    .describe(
      "Why it is sent: created, rotated, secret_replaced, token_missing, incomplete, never_pushed, source, token_wo_version, sync_trigger, base_address, managed_base_address_changed, tenant.",
    ),
  changed: z.array(z.string()).describe("Attributes that the configuration changes, dotted."),
  why: z.string().describe("What will happen and why, in a sentence or two."),
  application,
  previous_application: application.nullable().describe("Where the token went before a retarget."),
  previous_token: z
    .enum(["retained", "cleared", "none"])
    .nullable()
    .describe("What becomes of the token at the application that is left; null when none is left."),
  source: source.nullable().describe("Null for a write-only token, or when it is known after apply only."),
  connection: connection.nullable().describe("Null when it is known after apply only, or not known yet."),
  synced_version: z.number().nullable().describe("What was pushed last."),
  source_version: z.number().nullable().describe("What refresh found in Infisical."),
  source_updated_at: text,
  source_updated_by: text,
  validation: text,
  auto_sync_enabled: z.boolean().nullable(),
  on_destroy: text,
  sync_status: text.describe("As refresh found it."),
  sync_message: text,
  provisioning_job: z
    .object({ status: text, quarantine_reason: text, next_attempt: text })
    .nullable()
    .describe("As refresh found it."),
  warnings: z.array(warning),
});

const connectionChange = z.object({
  address: z.string(),
  previous_address: text,
  name: text,
  action: z.enum(["destroy", "forget", "replace", "create", "update", "none"]),
  changed: z.array(z.string()),
  why: z.string(),
  tenant_id: text,
  client_id: text,
  sign_in: text,
  status: text,
  warnings: z.array(warning),
});

const gate = z.object({
  gate: z.string().describe("As given to --fail-on, `only-rotation`, or `errored`."),
  passed: z.boolean(),
  because: z.array(z.string()).describe("What did not pass: addresses, or a sentence."),
});

/** The whole report. */
export const reportSchema = z.object({
  format_version: z.literal(FORMAT_VERSION),
  name: z.string().describe("As given by --name."),
  plan: z.object({
    created_at: text,
    terraform_version: text,
    errored: z.boolean(),
    complete: z.boolean().nullable(),
  }),
  log: z
    .boolean()
    .describe(
      "Whether the provider's warnings were given (--log, or a directory); overwrites_token needs them.",
    ),
  summary: z.object({
    actions: z.object(
      Object.fromEntries(syncActions.map((action) => [action, count])) as Record<SyncActionKey, typeof count>,
    ),
    warnings: count,
    connections: count.describe("Connections that change."),
    other_changes: count.describe("Changes of everything that is not entrascim's."),
    other_diagnostics: z.object({ errors: count, warnings: count }).describe("In the log, not entrascim's."),
  }),
  gates: z.array(gate),
  syncs: z.array(sync).describe("All syncs of the plan: what needs most attention first, then by address."),
  connections: z.array(connectionChange),
  warnings: z.array(warning).describe("Of no single resource in the plan."),
});

type SyncActionKey = (typeof syncActions)[number];

/** See {@link reportSchema}. */
export type Report = z.infer<typeof reportSchema>;
/** A sync in a report. */
export type SyncReport = z.infer<typeof sync>;
/** A connection in a report. */
export type ConnectionReport = z.infer<typeof connectionChange>;
/** The connection that a sync uses, in a report. */
export type UsedConnection = z.infer<typeof connection>;
/** An application in a report. */
export type ApplicationReport = z.infer<typeof application>;
/** A warning in a report. */
export type Warning = z.infer<typeof warning>;
/** How a gate went. */
export type GateResult = z.infer<typeof gate>;

/** The JSON schema of `--format json`. */
export function reportJsonSchema(): unknown {
  return {
    ...z.toJSONSchema(reportSchema, { io: "input" }),
    title: "entrascim report",
    description: `What \`entrascim report --format json\` prints, version ${FORMAT_VERSION}.`,
  };
}

import { buildReport } from "../build-report";
import { withGates } from "../gates";
import { readPlan } from "../plan/read-plan";
import type { Report } from "../report-schema";
import {
  connectionChange,
  destination,
  planJson,
  rotatedSync,
  syncAttributes,
  syncChange,
} from "./plan-fixture";

/** The report of a plan with these changes. */
export function reportOf(
  changes: readonly object[],
  failOn: readonly string[] = [],
  name = "default",
): Report {
  const plan = readPlan(planJson(changes as Record<string, unknown>[]));
  return withGates(buildReport(plan, { name, environments: [], log: null }), failOn, false);
}

const APPLICATIONS = {
  gone: "Legacy CRM",
  from: "Slack",
  to: "Databricks",
  rotated: "ServiceNow",
  waiting: "Notion",
};

/** Attributes of a sync for one of a few applications. */
function syncFor(
  application: keyof typeof APPLICATIONS,
  parts: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    destination: destination({ service_principal_id: `sp-${application}` }),
    service_principal_display_name: APPLICATIONS[application],
    ...parts,
  };
}

/** A plan with a bit of everything: a destroy, a retarget, a rotation in quarantine, a waiting version, and more. */
export function richReport(): Report {
  const quarantined = syncFor("rotated", {
    provisioning_job: {
      status: "Quarantine",
      quarantine_reason: "EncounteredQuarantineException",
      next_attempt: "2026-11-24T16:44:18Z",
    },
  });
  const waiting = rotatedSync(syncFor("waiting", { auto_sync_enabled: false }));
  return reportOf(
    [
      connectionChange("prod", {}, { actions: ["update"] }),
      syncChange("rotated", ["update"], rotatedSync(quarantined), rotatedSync(quarantined), { sends: true }),
      syncChange(
        "moved",
        ["delete", "create"],
        syncAttributes(syncFor("from")),
        syncAttributes(syncFor("to")),
      ),
      syncChange("gone", ["delete"], syncAttributes(syncFor("gone", { on_destroy: "clear" })), null),
      syncChange("waiting", ["no-op"], waiting, waiting),
      syncChange("same", ["no-op"], syncAttributes(), syncAttributes()),
      { address: "a.b", mode: "managed", type: "a", change: { actions: ["create"] } },
    ],
    ["destroy", "create"],
    "prod",
  );
}

/** Texts of others that try what they can. */
export const HOSTILE =
  "x | y</details><script>alert(1)</script><!-- entrascim report: prod --> @octocat #1 [a](https://evil.example) `c` *b* $m$ \"q'\n\n## heading\n| row |\u001b[31m\u0007\u202e";

/** A report in which every text of others is {@link HOSTILE}. */
export function hostileReport(): Report {
  const parts = {
    service_principal_display_name: HOSTILE,
    name: HOSTILE,
    sync_message: HOSTILE,
    sync_status: "secret_missing",
    source_updated_by: HOSTILE,
    validation: HOSTILE,
    source: {
      project_id: HOSTILE,
      environment: HOSTILE,
      secret_path: HOSTILE,
      secret_key: HOSTILE,
      version: null,
    },
    provisioning_job: { status: "Quarantine", quarantine_reason: HOSTILE, next_attempt: HOSTILE },
  };
  const key = `apps[${JSON.stringify(HOSTILE)}]`;
  return reportOf(
    [
      connectionChange(
        key,
        { name: HOSTILE, status: "refused", status_message: HOSTILE },
        { actions: ["update"] },
      ),
      syncChange(key, ["delete"], syncAttributes(parts), null),
      syncChange(`${key}x`, ["no-op"], syncAttributes(parts), syncAttributes(parts)),
      syncChange(`${key}y`, ["update"], rotatedSync({ source_updated_by: HOSTILE }), rotatedSync(parts), {
        sends: true,
      }),
    ],
    ["destroy"],
  );
}

/** A plan of so many syncs: destroys first, then pushes of rotations. */
export function largeReport(destroys: number, pushes: number): Report {
  const at = (index: number, parts: Record<string, unknown> = {}) => ({
    destination: destination({
      service_principal_id: `5e4b1ce0-0000-4000-8000-${String(index).padStart(12, "0")}`,
    }),
    service_principal_display_name: `Application number ${index}`,
    ...parts,
  });
  const label = (index: number) => `applications["${String(index).padStart(4, "0")}"]`;
  return reportOf([
    ...Array.from({ length: destroys }, (_, index) =>
      syncChange(label(index), ["delete"], syncAttributes(at(index)), null),
    ),
    ...Array.from({ length: pushes }, (_, index) => {
      const rotated = rotatedSync(at(destroys + index));
      return syncChange(label(destroys + index), ["update"], rotated, rotated, { sends: true });
    }),
  ]);
}

import type { ProvisionedApplication } from "../../clients/clients";
import type { FoundApplications } from "../../clients/find-applications";
import type { DestinationJob } from "../../sync/ports";
import type { CliIo } from "../cli-io";
import { colorsFor } from "../text/colors";
import { plainText } from "../text/plain-text";
import { someOf } from "../text/some-of";
import { renderTable } from "../text/table";

/** Applications as a table for people. */
export function applicationsTable(
  applications: readonly ProvisionedApplication[],
  io: Pick<CliIo, "stdout" | "env">,
): string {
  const colors = colorsFor(io.stdout, io.env);
  const status = (job: DestinationJob) => {
    const reason = job.quarantineReason === null ? "" : ` (${job.quarantineReason})`;
    const text = plainText(`${job.status}${reason}`);
    if (job.status === "Quarantine") return colors.red(text);
    return job.status === "Active" ? colors.green(text) : colors.yellow(text);
  };
  const rows = applications.map(({ displayName, objectId, appId, jobs }) => [
    plainText(displayName),
    objectId,
    appId,
    jobs.length === 0
      ? colors.dim("none")
      : jobs.map((job) => `${plainText(job.templateId)}: ${status(job)}`).join("\n"),
  ]);
  return renderTable(["Application", "Object id", "Application id", "Provisioning"], rows, io.stdout, io.env);
}

/** What a person has to know beside the list, in sentences; empty when nothing. */
export function searchRemarks(
  found: FoundApplications,
  listed: readonly ProvisionedApplication[],
  search: string | null,
): readonly string[] {
  const { applications, refused } = found;
  const remarks: string[] = [];
  if (listed.length === 0 && applications.length === 0 && refused.length === 0) {
    remarks.push(
      search === null
        ? "The tenant lists no application to this identity. It needs Application.Read.All of Microsoft Graph to see all."
        : `No application has words that begin like "${plainText(search)}". A search takes the beginnings of words of the display name.`,
    );
  } else if (listed.length === 0 && applications.length > 0) {
    const none =
      applications.length === 1 ? "It has no" : `None of ${applications.length} applications has a`;
    remarks.push(`${none} provisioning job. --all lists them too.`);
  }
  if (refused.length > 0) {
    const names = someOf(refused.map(({ displayName }) => displayName));
    remarks.push(
      `${refused.length} left out, since this identity may not read their provisioning: ${names}. It needs Synchronization.ReadWrite.All of Microsoft Graph, or Application.ReadWrite.OwnedBy and to own them.`,
    );
  }
  return remarks;
}

/** The same for applications that were named. */
export function selectionRemarks(applications: readonly ProvisionedApplication[]): readonly string[] {
  const without = applications.filter(({ jobs }) => jobs.length === 0);
  if (without.length === 0) return [];
  return [`Without a provisioning job: ${someOf(without.map(({ displayName }) => displayName))}.`];
}

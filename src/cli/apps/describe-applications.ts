import type { ProvisionedApplication } from "../../clients/clients";
import type { FoundApplications } from "../../clients/find-applications";
import type { DestinationJob } from "../../sync/ports";
import type { CliIo } from "../cli-io";
import { colorsFor } from "../text/colors";
import { fitColumns } from "../text/fit-columns";
import { plainText } from "../text/plain-text";
import { someOf } from "../text/some-of";
import { COLUMN_LINE, renderTable } from "../text/table";
import { textWidth } from "../text/text-width";
import { widthOf } from "../text/wrapped";

const HEAD = ["APPLICATION", "OBJECT ID", "APPLICATION ID", "PROVISIONING"] as const;
const OBJECT_ID_COLUMN = HEAD.indexOf("OBJECT ID");
const APP_ID_COLUMN = HEAD.indexOf("APPLICATION ID");

/**
 * Applications as a table for people, with a line for each job. A terminal that is too narrow for all of it does not
 * show the application ids, which are the ones that are least asked for; then names and jobs are cut, never the ids.
 */
export function applicationsTable(
  applications: readonly ProvisionedApplication[],
  io: Pick<CliIo, "stdout" | "env">,
): string {
  const lines = applications.flatMap(linesOf);
  const plain = [HEAD, ...lines.map(({ cells }) => cells)];
  const [head = HEAD, ...rows] = io.stdout.isTTY ? fitted(plain, widthOf(io.stdout)) : plain;
  const colors = colorsFor(io.stdout, io.env);
  return renderTable(
    head,
    rows.map((row, index) => [
      ...row.slice(0, -1),
      colors[colorOf(lines[index]?.job ?? null)](row.at(-1) ?? ""),
    ]),
    io.stdout,
    io.env,
  );
}

interface Line {
  readonly cells: readonly string[];
  /** Null for an application without any. */
  readonly job: DestinationJob | null;
}

function linesOf({ displayName, objectId, appId, jobs }: ProvisionedApplication): readonly Line[] {
  const ids = [plainText(displayName), objectId, appId];
  if (jobs.length === 0) return [{ cells: [...ids, "none"], job: null }];
  return jobs.map((job, index) => ({ cells: [...(index === 0 ? ids : ["", "", ""]), inWords(job)], job }));
}

function fitted(rows: readonly (readonly string[])[], width: number): readonly (readonly string[])[] {
  const widest = (column: number) => Math.max(...rows.map((row) => textWidth(row[column] ?? "")));
  const needed = HEAD.reduce(
    (sum, _, column) => sum + widest(column) + COLUMN_LINE.length,
    -COLUMN_LINE.length,
  );
  if (needed <= width) return rows;
  const shown = rows.map((row) => row.filter((_, column) => column !== APP_ID_COLUMN));
  return fitColumns(shown, width, COLUMN_LINE.length, [OBJECT_ID_COLUMN]);
}

function inWords({ templateId, status, quarantineReason }: DestinationJob): string {
  return plainText(`${templateId}: ${status}${quarantineReason === null ? "" : ` (${quarantineReason})`}`);
}

function colorOf(job: DestinationJob | null): "dim" | "red" | "green" | "yellow" {
  if (job === null) return "dim";
  if (job.status === "Quarantine") return "red";
  return job.status === "Active" ? "green" : "yellow";
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

import type { CliIo, CliOutput } from "../../cli-io";
import { placeInWords } from "../../secret-place";
import { colorsFor } from "../../text/colors";
import { fitColumns } from "../../text/fit-columns";
import { plainText } from "../../text/plain-text";
import { COLUMN_LINE, renderTable } from "../../text/table";
import { widthOf } from "../../text/wrapped";
import { type StatusProblem, severityOf } from "../problem-codes";
import type { StatusReport, SyncReport } from "../status-report";
import { jobInWords } from "./job-in-words";
import { relativeTime } from "./relative-time";
import { syncLabels } from "./sync-labels";

const HEAD = ["SYNC", "APPLICATION", "STATUS", "VERSION", "JOB", "LAST SYNCED", "SOURCE"] as const;
const STATUS_COLUMN = HEAD.indexOf("STATUS");
const JOB_COLUMN = HEAD.indexOf("JOB");
/** Narrower terminals have no room for the source, which comes last. */
const COLUMNS_FOR_ALL = 110;
/** Still narrower ones have none for times either, which come before it. */
const COLUMNS_FOR_TIMES = 72;
/** From here on there is room for whole reasons of a quarantine. */
const COLUMNS_FOR_JOBS = 130;

/**
 * The syncs as a table. On a terminal, times are told from now, cells are cut so that each sync keeps to one line, and
 * narrow ones do not show the last columns; piped, times are RFC 3339 and nothing is cut.
 */
export function statusTable(
  { syncs, checked_at }: StatusReport,
  output: CliOutput,
  env: CliIo["env"],
): string {
  const labelOf = syncLabels(syncs);
  const now = Date.parse(checked_at);
  const inWords = (time: string) => (output.isTTY ? relativeTime(time, now) : time);
  const plain = [HEAD, ...syncs.map((sync) => cellsOf(sync, labelOf(sync), inWords).map(plainText))];
  const [head = HEAD, ...rows] = output.isTTY ? fitted(plain, widthOf(output)) : plain;
  const paint = painter(output, env);
  return renderTable(
    head,
    rows.map((row, index) => {
      const sync = syncs[index];
      return sync === undefined ? row : paint(row, sync);
    }),
    output,
    env,
  );
}

function fitted(rows: readonly (readonly string[])[], width: number): readonly (readonly string[])[] {
  const left = [COLUMNS_FOR_ALL, COLUMNS_FOR_TIMES].filter((needed) => width < needed).length;
  return fitColumns(
    rows.map((row) => row.slice(0, HEAD.length - left)),
    width,
    COLUMN_LINE.length,
    width < COLUMNS_FOR_JOBS ? [STATUS_COLUMN] : [STATUS_COLUMN, JOB_COLUMN],
  );
}

function cellsOf(sync: SyncReport, label: string, inWords: (time: string) => string): readonly string[] {
  const { application, last_synced_at, status, jobs } = sync;
  return [
    label,
    application.display_name ?? application.service_principal_id ?? "?",
    status.replaceAll("_", " "),
    versionsInWords(sync),
    jobInWords(jobs, inWords),
    last_synced_at === null ? "never" : inWords(last_synced_at),
    sourceInWords(sync),
  ];
}

function sourceInWords({ source, token_wo_version: version }: SyncReport): string {
  if (source === null) return version === null ? "?" : `token_wo (${version})`;
  return placeInWords(source, "?");
}

/** `3`, or `3 → 4` where Infisical holds another; `3 → ?` where that is not known. */
function versionsInWords(sync: SyncReport): string {
  const { source, synced_version: synced, source_version: latest, status } = sync;
  const pushed = synced === null ? "none" : `${synced}`;
  if (source === null) return synced === null ? "-" : pushed;
  if (latest === null) return `${pushed} → ${status === "secret_missing" ? "none" : "?"}`;
  if (latest === synced) return pushed;
  return `${pushed} → ${latest}${source.version === null ? "" : " (pinned)"}`;
}

function painter(output: CliOutput, env: CliIo["env"]) {
  const { green, yellow, red } = colorsFor(output, env);
  const colorOf = (problems: readonly StatusProblem[]) => {
    if (problems.length === 0) return green;
    return problems.some(({ code }) => severityOf(code) === "error") ? red : yellow;
  };
  return (row: readonly string[], { problems, jobs }: SyncReport): readonly string[] => {
    const ofJob = problems.filter(({ code }) => code === "quarantine" || code.startsWith("job_"));
    const ofCopy = problems.filter((problem) => !ofJob.includes(problem));
    return row.map((cell, column) => {
      if (column === STATUS_COLUMN) return colorOf(ofCopy)(cell);
      return column === JOB_COLUMN && jobs !== null ? colorOf(ofJob)(cell) : cell;
    });
  };
}

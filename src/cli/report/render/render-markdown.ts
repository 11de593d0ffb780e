import { counted } from "../../text/counted";
import type { SyncAction } from "../classify-sync";
import type { Report, SyncReport, Warning } from "../report-schema";
import { applicationInWords, connectionInWords, sourceInWords, warningInWords } from "../words";
import { markdownCode, markdownText } from "./escape-markdown";
import { fitRows, type Row } from "./fit-rows";
import {
  ACTION_WORDS,
  actionCounts,
  failureInWords,
  headline,
  notable,
  notableConnections,
  remarks,
  stateLabels,
} from "./headline";
import { marker } from "./marker";

/** Characters that GitHub takes in one comment. */
export const COMMENT_LIMIT = 65_536;

/** Room that is left for what a pipeline adds to the comment. */
const RESERVE = 1_536;
/** Tables up to this length are shown open. */
const MOST_OPEN = 15;
const MOST_WARNINGS = 20;

/**
 * The report as a comment on a pull request: a marker line, by which the comment can be found and updated, the
 * counts, gates that did not pass, and one collapsible table. What does not fit into a comment of GitHub's is left
 * out and counted, what destroys or retargets last.
 */
export function renderMarkdown(report: Report): string {
  const syncs = notable(report);
  const top = [
    marker(report.name),
    `### entrascim${report.name === "default" ? "" : ` ${markdownText(report.name)}`}: ${headline(report)}`,
    ...failures(report),
  ];
  const bottom = [
    ...connections(report),
    ...list(report.warnings.map(warning)),
    ...list(remarks(report).map(markdownText)),
  ];
  const room = COMMENT_LIMIT - RESERVE - [...top, ...bottom, tableAround([], [], 0)].join("\n\n").length;
  return `${[...top, ...table(syncs, room), ...bottom].join("\n\n")}\n`;
}

function failures({ gates }: Report): readonly string[] {
  const failed = gates.filter(({ passed }) => !passed);
  if (failed.length === 0) return [];
  const lines = failed.map((gate) => `> - ❌ ${markdownText(failureInWords(gate))}`);
  return [["> [!CAUTION]", ...lines].join("\n")];
}

function table(syncs: readonly SyncReport[], room: number): readonly string[] {
  if (syncs.length === 0) return [];
  const { rows, left } = fitRows(syncs.map(row), room);
  const leftOut = actionCounts((action) => left.filter((sync) => sync.action === action).length).map(
    ({ count, counted }) => `${count} ${counted}`,
  );
  return [tableAround(rows, leftOut, syncs.length)];
}

function tableAround(rows: readonly string[], leftOut: readonly string[], total: number): string {
  return [
    `<details${total > MOST_OPEN ? "" : " open"}><summary>${counted(total, "sync")}</summary>`,
    "",
    "| Sync | What happens, and why |",
    "|:---|:---|",
    ...rows,
    ...(leftOut.length === 0
      ? []
      : [
          "",
          `**Left out, since a comment cannot be longer: ${leftOut.join(", ")}.** The whole report is in the other formats.`,
        ]),
    "",
    "</details>",
  ].join("\n");
}

const DESTRUCTIVE: readonly SyncAction[] = ["destroy", "forget", "retarget", "replace"];

function row(sync: SyncReport): Row<SyncReport> {
  const { action } = sync;
  const isDestructive = DESTRUCTIVE.includes(action);
  const label = `${isDestructive ? "🔴 " : ""}**${ACTION_WORDS[action].label}** ${markdownText(applicationInWords(sync.application))}`;
  const address = markdownCode(sync.address);
  const fate = sync.previous_token === null ? "" : `token ${sync.previous_token}`;
  return {
    item: sync,
    full: rowOf([
      `${label}<br>${address}`,
      [markdownText(sync.why), ...sync.warnings.map(warning), facts(sync)].join("<br>"),
    ]),
    brief: isDestructive ? rowOf([`${label} ${address}`, fate]) : null,
  };
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Where the token comes from, over which connection, and how it is checked. */
function facts(sync: SyncReport): string {
  const { source, connection } = sync;
  const via = connectionInWords(connection);
  const parts = [
    ...(source === null ? [] : [markdownCode(sourceInWords(source))]),
    ...(via === null ? [] : [`via ${markdownText(via)}`]),
    ...stateLabels(sync).map(markdownText),
  ];
  return `<sub>${parts.join(" · ")}</sub>`;
}

function warning({ code, message }: Warning): string {
  return `${code === "provider_error" ? "❌" : "⚠️"} **${warningInWords(code)}**: ${markdownText(message)}`;
}

function connections(report: Report): readonly string[] {
  return list(
    notableConnections(report).map(({ address, why, warnings }) =>
      [`Connection ${markdownCode(address)}: ${markdownText(why)}`, ...warnings.map(warning)].join("<br>"),
    ),
  );
}

function list(items: readonly string[]): readonly string[] {
  if (items.length === 0) return [];
  const more = items.length > MOST_WARNINGS ? [`- and ${items.length - MOST_WARNINGS} more`] : [];
  return [[...items.slice(0, MOST_WARNINGS).map((item) => `- ${item}`), ...more].join("\n")];
}

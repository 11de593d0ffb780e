import type { CliIo } from "../../cli-io";
import { colorsFor } from "../../text/colors";
import { plainText } from "../../text/plain-text";
import type { SyncAction } from "../classify-sync";
import type { Report, SyncReport, Warning } from "../report-schema";
import { applicationInWords, connectionInWords, sourceInWords, warningInWords } from "../words";
import {
  ACTION_WORDS,
  failureInWords,
  headline,
  notable,
  notableConnections,
  remarks,
  stateLabels,
} from "./headline";

type Colors = ReturnType<typeof colorsFor>;

/**
 * The report for a terminal, or for a log when it is piped: what matters most first. Each sync has its lines below its
 * address instead of columns beside it, since addresses in modules, and sentences, are long.
 */
export function renderText(report: Report, { stdout, env }: Pick<CliIo, "stdout" | "env">): string {
  const colors = colorsFor(stdout, env);
  const failed = report.gates.filter(({ passed }) => !passed);
  return [
    [colors.bold(headline(report))],
    ...groups(report).map(([action, syncs]) => [
      paint(action, colors)(`${ACTION_WORDS[action].label} (${syncs.length})`),
      ...syncs.flatMap((sync) => syncLines(sync, colors)),
    ]),
    connectionLines(report, colors),
    report.warnings.map((warning) => inLine(warning, colors)),
    remarks(report).map(plainText),
    failed.map((gate) => colors.red(plainText(failureInWords(gate)))),
  ]
    .filter((block) => block.length > 0)
    .map((block) => `${block.join("\n")}\n`)
    .join("\n");
}

function groups(report: Report): readonly (readonly [SyncAction, readonly SyncReport[]])[] {
  const byAction = new Map<SyncAction, SyncReport[]>();
  for (const sync of notable(report)) {
    const group = byAction.get(sync.action) ?? [];
    if (group.length === 0) byAction.set(sync.action, group);
    group.push(sync);
  }
  return [...byAction];
}

function syncLines(sync: SyncReport, colors: Colors): readonly string[] {
  const source = sync.source === null ? "" : `${sourceInWords(sync.source)} → `;
  const connection = connectionInWords(sync.connection);
  const via = connection === null ? "" : ` (${connection})`;
  const path = `${source}${applicationInWords(sync.application)}${via}`;
  return [
    `  ${plainText(sync.address)}`,
    `    ${plainText(sync.why)}`,
    `    ${colors.dim([path, ...stateLabels(sync)].map(plainText).join(", "))}`,
    ...sync.warnings.map((warning) => `    ${inLine(warning, colors)}`),
  ];
}

function connectionLines(report: Report, colors: Colors): readonly string[] {
  const shown = notableConnections(report);
  if (shown.length === 0) return [];
  return [
    colors.bold(`Connections (${shown.length})`),
    ...shown.flatMap(({ address, why, warnings }) => [
      `  ${plainText(address)}`,
      `    ${plainText(why)}`,
      ...warnings.map((warning) => `    ${inLine(warning, colors)}`),
    ]),
  ];
}

function inLine({ code, message }: Warning, colors: Colors): string {
  const paintCode = code === "provider_error" ? colors.red : colors.yellow;
  return `${paintCode(`! ${warningInWords(code)}:`)} ${plainText(message)}`;
}

function paint(action: SyncAction, colors: Colors): (text: string) => string {
  if (action === "destroy" || action === "forget" || action === "retarget" || action === "replace") {
    return (text) => colors.bold(colors.red(text));
  }
  return action === "create" ? (text) => colors.bold(colors.green(text)) : colors.bold;
}

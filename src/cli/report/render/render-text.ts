import type { CliIo, CliOutput } from "../../cli-io";
import { colorsFor } from "../../text/colors";
import { plainText } from "../../text/plain-text";
import { wrapped } from "../../text/wrapped";
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

/** Where it is shown, and in which colours. */
interface Style {
  readonly output: CliOutput;
  readonly colors: ReturnType<typeof colorsFor>;
}

/**
 * The report for a terminal, or for a log when it is piped: what matters most first. Each sync has its lines below its
 * address instead of columns beside it, since addresses in modules, and sentences, are long. Sentences are broken where
 * a terminal ends; addresses never are, since they are there to be copied.
 */
export function renderText(report: Report, { stdout, env }: Pick<CliIo, "stdout" | "env">): string {
  const colors = colorsFor(stdout, env);
  const style = { output: stdout, colors };
  const failed = report.gates.filter(({ passed }) => !passed);
  return [
    [colors.bold(headline(report))],
    ...groups(report).map(([action, syncs]) => [
      paint(action, style)(`${ACTION_WORDS[action].label} (${syncs.length})`),
      ...syncs.flatMap((sync) => syncLines(sync, style)),
    ]),
    connectionLines(report, style),
    report.warnings.flatMap((warning) => warningLines(warning, 0, style)),
    remarks(report).flatMap((remark) => textLines(remark, 0, style)),
    failed.flatMap((gate) => textLines(failureInWords(gate), 0, style).map(colors.red)),
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

function syncLines(sync: SyncReport, style: Style): readonly string[] {
  const source = sync.source === null ? "" : `${sourceInWords(sync.source)} → `;
  const connection = connectionInWords(sync.connection);
  const via = connection === null ? "" : ` (${connection})`;
  const path = `${source}${applicationInWords(sync.application)}${via}`;
  return [
    `  ${plainText(sync.address)}`,
    ...textLines(sync.why, 4, style),
    ...textLines([path, ...stateLabels(sync)].join(", "), 4, style).map(style.colors.dim),
    ...sync.warnings.flatMap((warning) => warningLines(warning, 4, style)),
  ];
}

function connectionLines(report: Report, style: Style): readonly string[] {
  const shown = notableConnections(report);
  if (shown.length === 0) return [];
  return [
    style.colors.bold(`Connections (${shown.length})`),
    ...shown.flatMap(({ address, why, warnings }) => [
      `  ${plainText(address)}`,
      ...textLines(why, 4, style),
      ...warnings.flatMap((warning) => warningLines(warning, 4, style)),
    ]),
  ];
}

function warningLines({ code, message }: Warning, indent: number, style: Style): readonly string[] {
  const title = `! ${warningInWords(code)}:`;
  const paintTitle = code === "provider_error" ? style.colors.red : style.colors.yellow;
  const [first = "", ...more] = wrapped(plainText(`${title} ${message}`), style.output, indent, indent + 2);
  return [first.replace(title, paintTitle(title)), ...more];
}

function textLines(text: string, indent: number, { output }: Style): readonly string[] {
  return wrapped(plainText(text), output, indent);
}

function paint(action: SyncAction, { colors }: Style): (text: string) => string {
  if (action === "destroy" || action === "forget" || action === "retarget" || action === "replace") {
    return (text) => colors.bold(colors.red(text));
  }
  return action === "create" ? (text) => colors.bold(colors.green(text)) : colors.bold;
}

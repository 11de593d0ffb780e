import type { CliIo } from "../cli-io";
import { colorsFor } from "../colors";
import { renderTable } from "../table";
import type { SyncAction } from "./classify-sync";
import {
  ACTION_WORDS,
  failureInWords,
  headline,
  notable,
  notableConnections,
  remarks,
  stateLabels,
} from "./headline";
import { plainText } from "./plain-text";
import type { Report, SyncReport, Warning } from "./report-schema";
import { applicationInWords, sourceInWords } from "./words";

type Colors = ReturnType<typeof colorsFor>;

/** The report for a terminal, or for a log when it is piped: what matters most first. */
export async function renderText(
  report: Report,
  { stdout, env }: Pick<CliIo, "stdout" | "env">,
): Promise<string> {
  const colors = colorsFor(stdout, env);
  const rows = [
    ...groups(report).flatMap(([action, syncs]) => [
      [paint(action, colors)(`${ACTION_WORDS[action].label} (${syncs.length})`), ""],
      ...syncs.map((sync) => syncRow(sync, colors)),
    ]),
    ...connectionRows(report, colors),
  ];
  const gates = report.gates.filter(({ passed }) => !passed);
  return [
    `${colors.bold(headline(report))}\n`,
    ...(rows.length === 0 ? [] : [await renderTable(["SYNC", "WHAT HAPPENS, AND WHY"], rows, stdout, env)]),
    lines(report.warnings.map((warning) => inLine(warning, colors))),
    lines(remarks(report)),
    lines(gates.map((gate) => colors.red(plainText(failureInWords(gate))))),
  ]
    .filter((part) => part !== "")
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

function syncRow(sync: SyncReport, colors: Colors): readonly string[] {
  const source = sync.source === null ? "" : `${sourceInWords(sync.source)} → `;
  const via =
    sync.connection === null ? "" : ` (${sync.connection.name ?? sync.connection.tenant_id ?? "connection"})`;
  const path = plainText(`${source}${applicationInWords(sync.application)}${via}`);
  const state = stateLabels(sync);
  return [
    `  ${plainText(sync.address)}`,
    [
      plainText(sync.why),
      colors.dim(state.length === 0 ? path : `${path}, ${state.join(", ")}`),
      ...sync.warnings.map((warning) => inLine(warning, colors)),
    ].join("\n"),
  ];
}

function connectionRows(report: Report, colors: Colors): readonly (readonly string[])[] {
  const shown = notableConnections(report);
  if (shown.length === 0) return [];
  return [
    [colors.bold(`Connections (${shown.length})`), ""],
    ...shown.map((connection) => [
      `  ${plainText(connection.address)}`,
      [plainText(connection.why), ...connection.warnings.map((warning) => inLine(warning, colors))].join(
        "\n",
      ),
    ]),
  ];
}

function inLine({ code, message }: Warning, colors: Colors): string {
  const paintCode = code === "provider_error" ? colors.red : colors.yellow;
  return `${paintCode(`! ${code.replaceAll("_", "-")}:`)} ${plainText(message)}`;
}

function paint(action: SyncAction, colors: Colors): (text: string) => string {
  if (action === "destroy" || action === "forget" || action === "retarget" || action === "replace") {
    return (text) => colors.bold(colors.red(text));
  }
  return action === "create" ? (text) => colors.bold(colors.green(text)) : colors.bold;
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join("");
}

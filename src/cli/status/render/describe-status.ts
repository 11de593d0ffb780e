import type { CliIo, CliOutput } from "../../cli-io";
import { colorsFor } from "../../text/colors";
import { counted } from "../../text/counted";
import { plainText } from "../../text/plain-text";
import { wrapped } from "../../text/wrapped";
import { severityOf } from "../problem-codes";
import type { StatusReport } from "../status-report";
import { statusTable } from "./status-table";
import { type Advice, whatToDo } from "./what-to-do";

/** The report for people: how many are well, the table, and what to do about the others. */
export function describeStatus(report: StatusReport, output: CliOutput, env: CliIo["env"]): string {
  const advice = whatToDo(report);
  const parts = [`${headline(report, output, env)}\n`, statusTable(report, output, env)];
  if (advice.length > 0) parts.push(adviceText(advice, output, env));
  return parts.join("\n");
}

function headline(
  { summary, state, checked_at }: StatusReport,
  output: CliOutput,
  env: CliIo["env"],
): string {
  const { green, red } = colorsFor(output, env);
  const ill = summary.syncs - summary.healthy;
  const verdict = ill === 0 ? green("all well") : red(`${ill} ${ill === 1 ? "needs" : "need"} attention`);
  return `${counted(summary.syncs, "sync")}: ${verdict} (${plainText(state)}, ${checked_at})`;
}

function adviceText(advice: readonly Advice[], output: CliOutput, env: CliIo["env"]): string {
  const { bold, yellow, red } = colorsFor(output, env);
  const blocks = advice.map(({ code, count, entries, remedy }) => {
    const color = severityOf(code) === "error" ? red : yellow;
    const [first = "", ...more] = wrapped(remedy, output, 2);
    return [
      `${color(code.replaceAll("_", " "))} (${count})`,
      ...entries.flatMap((entry) => wrapped(entry, output, 2)),
      first.replace(/^ {2}/, "> "),
      ...more,
      "",
    ].join("\n");
  });
  return [bold("What to do"), "", ...blocks].join("\n");
}

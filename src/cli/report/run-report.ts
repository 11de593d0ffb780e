import { Problem } from "../../core/problem";
import type { CliIo } from "../cli-io";
import { NeedsAttention } from "../needs-attention";
import { colorsFor } from "../text/colors";
import { plainText } from "../text/plain-text";
import { buildReport } from "./build-report";
import { LOG_GATES, parseGates, withGates } from "./gates";
import { openPlan } from "./plan/open-plan";
import { readPlan } from "./plan/read-plan";
import { failureInWords } from "./render/headline";
import { parseName } from "./render/marker";
import { type Report, reportJsonSchema } from "./report-schema";

/** What the command line says, as commander hands it over. */
export interface ReportFlags {
  readonly format: "text" | "markdown" | "json" | "html";
  readonly json?: true;
  readonly log?: string;
  readonly chdir?: string;
  readonly name: string;
  readonly environment?: readonly string[];
  readonly failOn?: readonly string[];
  readonly only?: "rotation";
  readonly schema?: true;
}

/**
 * Prints the report of a plan. Throws `NeedsAttention` after it is printed when a gate did not pass, and problems
 * before anything is printed.
 */
export async function runReport(target: string | undefined, flags: ReportFlags, io: CliIo): Promise<void> {
  if (flags.schema) {
    io.stdout.write(`${JSON.stringify(reportJsonSchema(), null, 2)}\n`);
    return;
  }
  if (target === undefined) throw noTarget();
  const name = parseName(flags.name);
  const gates = parseGates(flags.failOn ?? []);
  const { json, log } = await openPlan(target, flags, io);
  const blind = gates.find((gate) => LOG_GATES.includes(gate));
  if (log === null && blind !== undefined) throw noLog(blind);
  const built = buildReport(readPlan(json), { name, environments: flags.environment ?? [], log });
  const report = withGates(built, gates, flags.only === "rotation");
  io.stdout.write(await render(report, flags, io));
  tell(report, flags, io);
}

async function render(report: Report, { format, json }: ReportFlags, io: CliIo): Promise<string> {
  switch (json ? "json" : format) {
    case "json":
      return (await import("./render/render-json")).renderJson(report);
    case "markdown":
      return (await import("./render/render-markdown")).renderMarkdown(report);
    case "html":
      return (await import("./render/render-html")).renderHtml(report);
    case "text":
      return (await import("./render/render-text")).renderText(report, io);
  }
}

function tell({ gates }: Report, { format, json }: ReportFlags, { stderr, env }: CliIo): void {
  const failed = gates.filter(({ passed }) => !passed);
  if (failed.length === 0) return;
  const { red } = colorsFor(stderr, env);
  // The text for people says it itself; the others may have gone into a file.
  const silent = format === "text" && !json;
  for (const gate of silent ? [] : failed)
    stderr.write(`${red("error:")} ${plainText(failureInWords(gate))}\n`);
  throw new NeedsAttention();
}

function noTarget(): Problem {
  return new Problem("invalid_input", {
    summary: "No plan is named",
    detail:
      "Give the JSON of a plan (a file, or - for standard input), a plan file, or a directory to plan in.",
  });
}

function noLog(gate: string): Problem {
  return new Problem("invalid_input", {
    summary: `The gate ${gate} needs the provider's warnings`,
    detail:
      "They are not in a plan. Keep what `terraform plan -json -out=plan.tfplan` prints, and name that file with --log; or name the directory instead of a plan.",
  });
}

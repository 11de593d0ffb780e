import type { Report } from "../report-schema";

/** The report as JSON: its shape is docs/report.schema.json. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { renderJson } from "./render/render-json";
import { reportJsonSchema } from "./report-schema";
import { hostileReport, largeReport, reportOf, richReport } from "./testing/report-fixture";

const published: unknown = JSON.parse(
  readFileSync(join(__dirname, "..", "..", "..", "docs", "report.schema.json"), "utf8"),
);

describe("docs/report.schema.json", () => {
  it("is what the command prints with --schema", () => {
    expect(published).toEqual(reportJsonSchema());
  });

  const schema = z.fromJSONSchema(published as Parameters<typeof z.fromJSONSchema>[0]);

  it.each([
    ["a plan with a bit of everything", richReport()],
    ["hostile texts", hostileReport()],
    ["nothing", reportOf([])],
    ["1,000 syncs", largeReport(500, 500)],
  ])("describes the report of %s", (_, report) => {
    expect(schema.safeParse(JSON.parse(renderJson(report))).error).toBeUndefined();
  });

  it.each([
    ["another version", { format_version: "2.0" }],
    ["an action that does not exist", { syncs: [{ ...richReport().syncs[0], action: "explode" }] }],
    ["no summary", { summary: undefined }],
  ])("does not describe %s", (_, parts) => {
    expect(schema.safeParse(JSON.parse(JSON.stringify({ ...richReport(), ...parts }))).success).toBe(false);
  });
});

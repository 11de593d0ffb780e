import { z } from "zod";
import { Problem } from "../../../core/problem";

/** A diagnostic that our provider gave. */
export interface ProviderDiagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail: string;
  /** The resource, or null for the provider as a whole. */
  readonly address: string | null;
}

/** What of a log of `terraform plan -json` a report uses. */
export interface PlanLog {
  readonly diagnostics: readonly ProviderDiagnostic[];
  /** Diagnostics of Terraform itself and of other providers: counted, since their texts may quote anything. */
  readonly others: { readonly errors: number; readonly warnings: number };
}

/**
 * Reads the JSON lines that `terraform plan -json` printed; other lines between them are skipped.
 *
 * Throws `invalid_input` when there is text, and no line of it is Terraform's.
 */
export function readPlanLog(text: string): PlanLog {
  const lines = text.split("\n").flatMap(parseLine);
  if (lines.length === 0 && text.trim() !== "") {
    throw new Problem("invalid_input", {
      summary: "The log is not of `terraform plan -json`",
      detail:
        "No line of it is a JSON message of Terraform. Keep what `terraform plan -json -out=plan.tfplan` prints.",
    });
  }
  const found = lines.flatMap(({ diagnostic }) => (diagnostic === undefined ? [] : [diagnostic]));
  const others = found.filter((diagnostic) => !isOurs(diagnostic));
  return {
    diagnostics: found.filter(isOurs).map(({ severity, summary, detail, address }) => ({
      severity,
      summary,
      detail,
      address: address.startsWith("provider[") ? null : address,
    })),
    others: {
      errors: others.filter(({ severity }) => severity === "error").length,
      warnings: others.filter(({ severity }) => severity === "warning").length,
    },
  };
}

/** Titles of the errors in a log, whoever gave them. Titles are constants; what is quoted stands in details. */
export function errorSummaries(text: string): readonly string[] {
  const lines = text.split("\n").flatMap(parseLine);
  return lines.flatMap(({ diagnostic }) => (diagnostic?.severity === "error" ? [diagnostic.summary] : []));
}

const diagnostic = z.object({
  severity: z.enum(["error", "warning"]),
  summary: z.string().catch(""),
  detail: z.string().catch(""),
  address: z.string().catch(""),
  snippet: z
    .object({ values: z.array(z.unknown()).nullish(), function_call: z.unknown().optional() })
    .nullish()
    .catch({ values: [null] }),
});

const line = z.object({ "@module": z.string(), diagnostic: diagnostic.optional().catch(undefined) });

function parseLine(textLine: string): readonly z.infer<typeof line>[] {
  try {
    const parsed = line.safeParse(JSON.parse(textLine));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}

const RESOURCE = /(?:^|\.)entrascim_[a-z_]+\.[\p{L}_][\p{L}\p{N}_-]*(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?$/u;
const PROVIDER = /^provider\["[^"]*\/entrascim"\]/;

/**
 * True for what our provider said. What Terraform says about one of our resources quotes the configuration: its
 * expressions have values, and its conditions have messages that somebody wrote.
 */
function isOurs({ address, summary, snippet }: z.infer<typeof diagnostic>): boolean {
  if (!RESOURCE.test(address) && !PROVIDER.test(address)) return false;
  if ((snippet?.values ?? []).length > 0 || snippet?.function_call != null) return false;
  return !/^(?:Resource (?:pre|post)condition|Check block assertion) failed$/.test(summary);
}

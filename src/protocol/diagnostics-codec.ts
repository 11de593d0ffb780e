import type { AttributePath } from "../core/attribute-path";
import { oneLine } from "../core/one-line";
import type { Diagnostic } from "../framework/diagnostics";
import * as wire from "./gen/tfplugin6";

/** Diagnostics as Terraform wants them. It prints them as they are, so what would mislead a terminal is replaced. */
export function encodeDiagnostics(diagnostics: readonly Diagnostic[]): wire.Diagnostic[] {
  return diagnostics.map(({ severity, summary, detail, path }) => ({
    severity: severity === "error" ? wire.Diagnostic_Severity.ERROR : wire.Diagnostic_Severity.WARNING,
    summary: oneLine(summary),
    detail: detail.split("\n").map(oneLine).join("\n"),
    attribute: path === undefined || path.length === 0 ? undefined : encodePath(path),
  }));
}

/** A path as Terraform wants it: names are attributes or blocks, numbers are indexes. */
export function encodePath(path: AttributePath): wire.AttributePath {
  return {
    steps: path.map((step) => ({
      selector:
        typeof step === "number"
          ? { $case: "elementKeyInt", value: step }
          : { $case: "attributeName", value: step },
    })),
  };
}

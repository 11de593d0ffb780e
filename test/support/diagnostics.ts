import type { PrintedDiagnostic } from "./terraform-workspace";

/** What a diagnostic has to be. */
export interface ExpectedDiagnostic {
  /** `error` unless told. */
  readonly severity?: "error" | "warning";
  /** The address of the block that it is in, such as `entrascim_sync.slack`. */
  readonly in: string;
  /** The line of the configuration that it points at, without indentation. */
  readonly at: string | RegExp;
  /** Words of summary and detail. */
  readonly says: readonly (string | RegExp)[];
}

/**
 * Expects exactly one diagnostic in a block, at this line, with these words. All of them must read as written for the
 * person who runs Terraform: no stack frame, no bug, no unknown error.
 */
export function expectDiagnostic(all: readonly PrintedDiagnostic[], expected: ExpectedDiagnostic): void {
  expectReadable(all);
  const severity = expected.severity ?? "error";
  const found = all.filter((each) => each.severity === severity && blockOf(each) === expected.in);
  expect(found.map(lineOf)).toEqual([
    typeof expected.at === "string" ? expected.at : expect.stringMatching(expected.at),
  ]);
  const text = found.map(({ summary, detail }) => `${summary}\n${detail}`).join("\n");
  for (const words of expected.says) {
    expect(text).toEqual(
      typeof words === "string" ? expect.stringContaining(words) : expect.stringMatching(words),
    );
  }
}

/** Expects that no diagnostic shows our insides. */
export function expectReadable(all: readonly PrintedDiagnostic[]): void {
  for (const { summary, detail } of all) {
    expect(`${summary}\n${detail}`).not.toMatch(/unknown error|^\s{4}at |\bbug\b|undefined|\[object/im);
    expect(summary).toMatch(/\S/);
    expect(detail).toMatch(/[.?)]$|^ {2}\S.*$/m);
  }
}

/** The address of the block that a diagnostic points into. */
export function blockOf({ snippet }: PrintedDiagnostic): string {
  const [, kind, type, name] = /^(resource|data) "(\w+)" "(\w+)"/.exec(snippet?.context ?? "") ?? [];
  if (kind === undefined) return snippet?.context ?? "";
  return `${kind === "data" ? "data." : ""}${type}.${name}`;
}

function lineOf({ snippet }: PrintedDiagnostic): string {
  return (snippet?.code ?? "").trim();
}

import { stripVTControlCharacters } from "node:util";

/** What Terraform says that it does or has done, and in a diff how the sync is and will be. */
const TELLING = [
  /: (Creation|Modifications|Destruction) complete after/,
  /^(Apply|Destroy) complete!/,
  /^No changes\./,
  /^# entrascim_\w+\.\w+ \(.*\) will be/,
  /^[~+-] (sync_message|sync_status)\b/,
  /^Plan: /,
  /^│? *(Warning|Error): (?!Incomplete lock file)/,
];

/** Terraform's lines as cdktf prints them: without colours, frame, stack name and indentation. */
export function terraformLines(output: string): string[] {
  return stripVTControlCharacters(output)
    .split(/\r?\n/)
    .map((line) => line.replace(/^quickstart {2}/, "").trim())
    .filter((line) => line !== "");
}

/** The few lines that tell a person what happened. What a deploy says twice (plan, then apply) is told once. */
export function tellingLines(lines: readonly string[]): string[] {
  const done = lines.some((line) => /^(Apply|Destroy) complete!/.test(line));
  return lines
    .filter((line) => TELLING.some((pattern) => pattern.test(line)))
    .filter((line) => !done || !/^(Plan: |# |[~+-] )/.test(line))
    .map((line) =>
      line
        .replace(/^│ */, "")
        .replace(/ \[id=.*\]$/, "")
        .replace(/ +=/, " ="),
    );
}

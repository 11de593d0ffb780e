import type { Report, SyncReport, Warning } from "../report-schema";
import { applicationInWords, connectionInWords, sourceInWords, timeInWords, warningInWords } from "../words";
import { escapeHtml } from "./escape-html";
import {
  ACTION_WORDS,
  actionCounts,
  failureInWords,
  headline,
  notable,
  notableConnections,
  remarks,
  stateLabels,
} from "./headline";
import { HTML_STYLE } from "./html-style";

/** The report as one HTML file, which loads nothing and runs nothing. */
export function renderHtml(report: Report): string {
  const title = `entrascim${report.name === "default" ? "" : ` ${report.name}`}: ${headline(report)}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>
${HTML_STYLE}
</style>
</head>
<body>
${[
  header(report),
  counts(report),
  failures(report),
  ...groups(report),
  connections(report),
  notes("Also said", report.warnings.map(warning)),
  notes("Notes", remarks(report).map(escapeHtml)),
]
  .filter((part) => part !== "")
  .join("\n")}
</body>
</html>
`;
}

function header({ name, plan }: Report): string {
  const facts = [
    plan.created_at === null ? "" : `plan of ${timeInWords(plan.created_at)}`,
    plan.terraform_version === null ? "" : `Terraform ${plan.terraform_version}`,
  ].filter((fact) => fact !== "");
  const title =
    name === "default"
      ? "What this plan does with SCIM tokens"
      : `${name}: what this plan does with SCIM tokens`;
  return `<h1>${escapeHtml(title)}</h1>\n<p class="muted">${escapeHtml(facts.join(" · "))}</p>`;
}

function counts({ summary }: Report): string {
  const items = actionCounts((action) => summary.actions[action]).map(
    ({ count, counted }) => `<li><b>${count}</b> ${counted}</li>`,
  );
  return `<ul class="counts">${items.length === 0 ? "<li>no syncs</li>" : items.join("")}</ul>`;
}

function failures({ gates }: Report): string {
  const failed = gates.filter(({ passed }) => !passed);
  if (failed.length === 0) return "";
  return `<div class="box failed" role="alert"><ul>${failed.map((gate) => `<li>${escapeHtml(failureInWords(gate))}</li>`).join("")}</ul></div>`;
}

function groups(report: Report): readonly string[] {
  const syncs = notable(report);
  return Object.entries(ACTION_WORDS).flatMap(([action, { label }]) => {
    const group = syncs.filter((sync) => sync.action === action);
    if (group.length === 0) return [];
    const title = action === "none" ? "Unchanged, but worth a look" : label;
    return [`<h2 class="${action}">${title} (${group.length})</h2>`, ...group.map(sync)];
  });
}

function sync(report: SyncReport): string {
  const { warnings } = report;
  const flags = [...new Set(warnings.map(({ code }) => warningInWords(code)))].join(", ");
  const facts = factsOf(report).map(([term, text]) => `<dt>${term}</dt><dd>${text}</dd>`);
  return `<details class="${report.action}"${warnings.length > 0 ? " open" : ""}>
<summary><span class="app">${escapeHtml(applicationInWords(report.application))}</span><span class="flags">${flags === "" ? "" : `⚠ ${flags}`}</span><span class="path"><code>${escapeHtml(report.address)}</code>${from(report)}</span><span class="why">${escapeHtml(report.why)}</span></summary>
${warnings.length === 0 ? "" : `<div class="box noted"><ul>${warnings.map((each) => `<li>${warning(each)}</li>`).join("")}</ul></div>\n`}<dl>${facts.join("")}</dl>
</details>`;
}

function from({ source, connection }: SyncReport): string {
  const via = connectionInWords(connection);
  return [
    source === null ? "" : ` from <code>${escapeHtml(sourceInWords(source))}</code>`,
    via === null ? "" : ` via ${escapeHtml(via)}`,
  ].join("");
}

function factsOf(report: SyncReport): readonly (readonly [term: string, html: string])[] {
  const { source, connection, application, synced_version: pushed, source_version: held } = report;
  // Refresh looked at the source that the sync had until now.
  const isAnotherSource = report.changed.some((path) => path === "source" || path.startsWith("source."));
  const code = (text: string) => `<code>${escapeHtml(text)}</code>`;
  const facts: readonly (readonly [string, string | null])[] = [
    ["Sync", report.name === null ? null : escapeHtml(report.name)],
    ["Source", source === null ? null : code(sourceInWords(source))],
    ["Project", source?.project_id == null ? null : code(source.project_id)],
    [
      "Service principal",
      application.service_principal_id === null ? null : code(application.service_principal_id),
    ],
    [
      "Connection",
      connection === null
        ? null
        : escapeHtml(
            [connection.name, connection.tenant_id, connection.sign_in]
              .filter((part) => part !== null)
              .join(" · "),
          ),
    ],
    ["Pushed before", pushed === null ? null : `version ${pushed}`],
    ["In Infisical", held === null || isAnotherSource ? null : `version ${held}`],
    ["State", stateLabels(report).length === 0 ? null : escapeHtml(stateLabels(report).join(" · "))],
    ["Changes", report.changed.length === 0 ? null : report.changed.map(code).join(", ")],
  ];
  return facts.flatMap(([term, text]) => (text === null ? [] : [[term, text] as const]));
}

function connections(report: Report): string {
  const shown = notableConnections(report);
  if (shown.length === 0) return "";
  const items = shown.map(
    ({ address, why, warnings }) =>
      `<li><code>${escapeHtml(address)}</code> ${escapeHtml(why)}${warnings.map((each) => `<br>${warning(each)}`).join("")}</li>`,
  );
  return `<h2>Connections (${shown.length})</h2>\n<div class="box"><ul>${items.join("")}</ul></div>`;
}

function notes(title: string, items: readonly string[]): string {
  if (items.length === 0) return "";
  return `<h2>${title}</h2>\n<div class="box"><ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul></div>`;
}

function warning({ code, message }: Warning): string {
  return `<b>${warningInWords(code)}</b>: ${escapeHtml(message)}`;
}

import { HOSTILE, hostileReport, largeReport, reportOf, richReport } from "../testing/report-fixture";
import { COMMENT_LIMIT, renderMarkdown } from "./render-markdown";

describe("renderMarkdown", () => {
  it("is a comment: marker, counts, gates, one table, remarks", () => {
    expect(renderMarkdown(richReport())).toBe(`<!-- entrascim report: prod -->

### entrascim prod: 1 destroyed, 1 retargeted, 1 pushed, 2 unchanged

> [!CAUTION]
> - ❌ Gate destroy did not pass: entrascim\\_sync.gone

<details open><summary>4 syncs</summary>

| Sync | What happens, and why |
|:---|:---|
| 🔴 **Destroy** Legacy CRM<br><code>entrascim\\_sync.gone</code> | Destroyed. Its token is cleared from Legacy CRM, which stops provisioning.<br><sub><code>prod:/scim/SERVICENOW\\_SCIM\\_TOKEN</code> · via entra-prod · validation standard · on\\_destroy clear · job Active</sub> |
| 🔴 **Retarget** Databricks<br><code>entrascim\\_sync.moved</code> | Retargeted from Slack to Databricks. Its token stays on Slack, which goes on provisioning.<br><sub><code>prod:/scim/SERVICENOW\\_SCIM\\_TOKEN</code> · via entra-prod · validation standard</sub> |
| **Push** ServiceNow<br><code>entrascim\\_sync.rotated</code> | Rotated: version 4 → 7, changed by grace@&#8288;contoso.com on 2026-11-20 08:30 UTC.<br>⚠️ **quarantine**: The application is in quarantine (EncounteredQuarantineException); Entra tries again on 2026-11-24 16:44 UTC. The push starts the job again.<br><sub><code>prod:/scim/SERVICENOW\\_SCIM\\_TOKEN</code> · via entra-prod · validation standard · in quarantine</sub> |
| **Unchanged** Notion<br><code>entrascim\\_sync.waiting</code> | Unchanged.<br>⚠️ **newer-version-waiting**: Infisical holds version 7 (changed by grace@&#8288;contoso.com at 2026-11-20T08:30:00.000Z); version 4 was pushed. auto\\_sync\\_enabled is false: sync\\_trigger pushes it.<br><sub><code>prod:/scim/SERVICENOW\\_SCIM\\_TOKEN</code> · via entra-prod · validation standard · auto sync off · job Active</sub> |

</details>

- Connection <code>entrascim\\_connection.prod</code>: Updated.

- 1 change of other resources: see the plan itself.
- Without the provider's log (--log) it is not known whether a token that is there is overwritten.
- Gates that passed: create.
`);
  });

  it("is short where there is nothing to say", () => {
    expect(renderMarkdown(reportOf([]))).toBe(
      "<!-- entrascim report: default -->\n\n### entrascim: no syncs\n",
    );
  });

  it("lets no text of others be anything but text", () => {
    const text = renderMarkdown(hostileReport());
    for (const control of ["\u001b", "\u0007", "\u202e"]) expect(text).not.toContain(control);
    expect(text).toContain("alert(1)");
    expect(text.match(/<!--/g)).toHaveLength(1);
    expect(text.match(/<\/?details/g)).toHaveLength(2);
    expect(text).not.toMatch(/<script|<\/script|(?<!\\)\]\(|https:/);
    // Outside of code elements nobody is mentioned.
    expect(text.replace(/<code>.*?<\/code>/g, "")).not.toMatch(/@octocat|#1/);
    const rows = text.split("\n").filter((line) => line.startsWith("|"));
    expect(rows).toHaveLength(5);
    for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(3);
    expect(text.split("\n").filter((line) => line.startsWith("#"))).toHaveLength(1);
  });

  it.each([
    [0, 1000],
    [20, 980],
    [200, 800],
  ])("shows all of %i destroys, whatever %i pushes take, in one comment", (destroys, pushes) => {
    const text = renderMarkdown(largeReport(destroys, pushes));
    expect(text.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(text.match(/\*\*Destroy\*\*/g) ?? []).toHaveLength(destroys);
    const shown = (text.match(/\*\*Push\*\*/g) ?? []).length;
    expect(text).toContain(`**Left out, since a comment cannot be longer: ${pushes - shown} pushed.**`);
    expect(text).toContain(`<details><summary>${destroys + pushes} syncs</summary>`);
  });

  it("says how many destroys do not fit into any comment", () => {
    const text = renderMarkdown(largeReport(1000, 0));
    expect(text.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    const shown = (text.match(/\*\*Destroy\*\*/g) ?? []).length;
    expect(shown).toBeGreaterThan(400);
    expect(text).toContain(`${1000 - shown} destroyed.**`);
  });

  it("is the same for the same plan in another order", () => {
    const report = richReport();
    expect(renderMarkdown(richReport())).toBe(renderMarkdown(report));
    expect(HOSTILE).toContain("script");
  });
});

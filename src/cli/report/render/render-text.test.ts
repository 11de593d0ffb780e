import { recorder } from "../../testing/fake-io";
import { hostileReport, largeReport, reportOf, richReport } from "../testing/report-fixture";
import { renderText } from "./render-text";

const plain = { stdout: recorder(), env: {} };

describe("renderText", () => {
  it("puts what matters first, without colours when piped", () => {
    expect(renderText(richReport(), plain)).toBe(`1 destroyed, 1 retargeted, 1 pushed, 2 unchanged

Destroy (1)
  entrascim_sync.gone
    Destroyed. Its token is cleared from Legacy CRM, which stops provisioning.
    prod:/scim/SERVICENOW_SCIM_TOKEN → Legacy CRM (entra-prod), validation standard, on_destroy clear, job Active

Retarget (1)
  entrascim_sync.moved
    Retargeted from Slack to Databricks. Its token stays on Slack, which goes on provisioning.
    prod:/scim/SERVICENOW_SCIM_TOKEN → Databricks (entra-prod), validation standard

Push (1)
  entrascim_sync.rotated
    Rotated: version 4 → 7, changed by grace@contoso.com on 2026-11-20 08:30 UTC.
    prod:/scim/SERVICENOW_SCIM_TOKEN → ServiceNow (entra-prod), validation standard, in quarantine
    ! quarantine: The application is in quarantine (EncounteredQuarantineException); Entra tries again on 2026-11-24 16:44 UTC. The push starts the job again.

Unchanged (1)
  entrascim_sync.waiting
    Unchanged.
    prod:/scim/SERVICENOW_SCIM_TOKEN → Notion (entra-prod), validation standard, auto sync off, job Active
    ! newer-version-waiting: Infisical holds version 7 (changed by grace@contoso.com at 2026-11-20T08:30:00.000Z); version 4 was pushed. auto_sync_enabled is false: sync_trigger pushes it.

Connections (1)
  entrascim_connection.prod
    Updated.

1 change of other resources: see the plan itself.
Without the provider's log (--log) it is not known whether a token that is there is overwritten.
Gates that passed: create.

Gate destroy did not pass: entrascim_sync.gone
`);
  });

  it("breaks sentences where a terminal ends, and no address", () => {
    const stdout = { ...recorder(true), columns: 60 };
    const text = renderText(richReport(), { stdout, env: { NO_COLOR: "1" } });
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(60);
    expect(text).toContain(`  entrascim_sync.rotated
    Rotated: version 4 → 7, changed by grace@contoso.com on
    2026-11-20 08:30 UTC.
`);
    expect(text).toContain(`
    ! quarantine: The application is in quarantine
      (EncounteredQuarantineException); Entra tries again on
`);
    const narrow = { ...stdout, columns: 10 };
    expect(renderText(richReport(), { stdout: narrow, env: {} })).toContain("\n  entrascim_sync.waiting\n");
  });

  it("is one line where there is nothing to say", () => {
    expect(renderText(reportOf([]), plain)).toBe("no syncs\n");
  });

  it("colours for a terminal", () => {
    expect(renderText(richReport(), { stdout: recorder(true), env: { TERM: "xterm" } })).toContain(
      "\u001b[31mDestroy (1)",
    );
  });

  it("lets no text of others move the cursor, colour or break lines", () => {
    const text = renderText(hostileReport(), plain);
    expect(text).toContain("alert(1)");
    for (const control of ["\u001b", "\u0007", "\u202e"]) expect(text).not.toContain(control);
    expect(text).not.toMatch(/^\s*(?:## heading|\| row)/m);
  });

  it("has all of 1,000 syncs", () => {
    expect(renderText(largeReport(0, 1000), plain).match(/Rotated: version 4 → 7/g)).toHaveLength(1000);
  });
});

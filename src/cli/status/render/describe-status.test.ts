import { job, problem } from "../../../sync/testing/fakes";
import { recorder } from "../../testing/fake-io";
import { textWidth } from "../../text/text-width";
import { buildReport } from "../build-report";
import type { Look } from "../look";
import { syncOf } from "../testing/fake-clients";
import { describeStatus } from "./describe-status";

const newest = { id: "s1", version: 4, updatedAt: null, updatedBy: null };
const secrets = [{ key: "SecretToken", value: null }];
const seen = (version = 4, jobs = [job()]): Look => ({
  kind: "seen",
  observation: { source: { ...newest, version }, secrets, jobs },
});
const quarantined = job({
  status: "Quarantine",
  quarantineReason: "EncounteredQuarantineException",
  nextAttempt: "2026-01-02T06:00:00Z",
});

type Found = readonly (readonly [sync: ReturnType<typeof syncOf>, look: Look])[];

function describe_(found: Found, terminal?: { readonly columns: number; readonly color?: boolean }) {
  const syncs = found.map(([sync], index) => ({
    address: `entrascim_sync.s${index}`,
    tainted: false,
    attributes: { ...sync, destination_base_address: null },
  }));
  const report = buildReport(
    { syncs, connections: [], hidden: [] },
    found.map(([, look]) => look),
    { name: "prod.tfstate", checkedAt: "2026-01-02T00:00:00.000Z" },
  );
  const output = { ...recorder(terminal !== undefined), columns: terminal?.columns };
  return describeStatus(report, output, terminal?.color ? {} : { NO_COLOR: "1" });
}

describe("describeStatus", () => {
  it("is a table alone when all is well", async () => {
    expect(await describe_([[syncOf(1), seen()]])).toBe(
      [
        "1 sync: all well (prod.tfstate, 2026-01-02T00:00:00.000Z)",
        "",
        "SYNC   APPLICATION    STATUS  VERSION  JOB     LAST SYNCED               SOURCE",
        "app-1  Application 1  synced  4        active  2026-01-01T00:00:00.000Z  prod:/scim/TOKEN",
        "",
      ].join("\n"),
    );
  });

  it("says what to do, in full when piped", async () => {
    const text = await describe_([
      [syncOf(1), seen(5, [quarantined])],
      [
        syncOf(2, "c", { source: null, token_wo_version: 7, last_synced_at: null, synced_version: null }),
        { kind: "not_applied" },
      ],
    ]);
    expect(text).toContain("2 syncs: 2 need attention");
    expect(text).toMatch(/rotated +4 → 5 +quarantine: token or connection, next try 2026-01-02T06:00:00Z/);
    expect(text).toMatch(/not applied +- +\? +never +token_wo \(7\)/);
    expect(text).toContain(
      [
        "What to do",
        "",
        "quarantine (1)",
        "  app-1 (Application 1): In quarantine: the application refused the token or could not be reached; Entra tries again at 2026-01-02T06:00:00Z",
        "> Apply: the newest token is tested, pushed, and the job started again.",
        "",
        "rotated (1)",
      ].join("\n"),
    );
  });

  it("fits a terminal, with times from now", async () => {
    const long = syncOf(1, "c", { service_principal_display_name: "人事 ".repeat(40) });
    const text = await describe_([[long, seen(5, [quarantined])]], { columns: 100 });
    expect(Math.max(...text.split("\n").map(textWidth))).toBeLessThanOrEqual(100);
    expect(text).toMatch(/│ rotated │ 4 → 5 +│ quarantine.*│ 1 d ago$/m);
    expect(text).toContain("…");
  });

  it.each([
    [110, "LAST SYNCED │ SOURCE"],
    [109, "LAST SYNCED"],
    [72, "LAST SYNCED"],
    [71, "JOB"],
    [52, "JOB"],
  ])("leaves out the last columns of a terminal of %d", async (columns, last) => {
    const long = syncOf(1, "c", { service_principal_display_name: "Azure Databricks ".repeat(4) });
    const text = await describe_([[long, seen(5, [quarantined])]], { columns });
    const table = text.split("\n").filter((line) => line.includes("│"));
    expect(Math.max(...table.map(textWidth))).toBeLessThanOrEqual(columns);
    expect(table[0]?.replaceAll(/ +│ +/g, " │ ")).toMatch(new RegExp(`${last}$`));
  });

  it("colours by how grave it is", async () => {
    const text = await describe_(
      [
        [syncOf(1), seen(5)],
        [syncOf(2), seen()],
        [syncOf(3), { kind: "gone" }],
      ],
      {
        columns: 120,
        color: true,
      },
    );
    expect(text).toContain("\u001b[33mrotated\u001b[39m");
    expect(text).toContain("\u001b[32msynced\u001b[39m");
    expect(text).toContain("\u001b[31mgone\u001b[39m");
  });

  it("tells a connection's reason once for all of its syncs", async () => {
    const many = Array.from({ length: 500 }, (_, index) => syncOf(index, "bad"));
    const text = await describe_([
      ...many.map((sync) => [sync, { kind: "unseen", problem: problem("unauthenticated") }] as const),
      [syncOf(501, "good"), { kind: "unseen", problem: problem("unauthenticated") }],
    ]);
    const reasons = text.split("\n").filter((line) => line.includes("a unauthenticated problem"));
    expect(reasons).toEqual([
      "  app-0, app-1, app-2 and 497 more of client bad in tenant t: a unauthenticated problem: Detail",
      "  app-501 (Application 501): a unauthenticated problem: Detail",
    ]);
  });

  it("keeps long lists short", async () => {
    const text = await describe_(
      Array.from({ length: 300 }, (_, index) => [syncOf(index), seen(5)] as const),
    );
    const advice = text.slice(text.indexOf("What to do")).split("\n");
    expect(advice.length).toBeLessThan(20);
    expect(advice).toContain("  and 290 more");
  });

  it("tells syncs of one name apart by their addresses", async () => {
    const twin = { name: "twin" };
    const text = await describe_([
      [syncOf(1, "c", twin), seen()],
      [syncOf(2, "c", twin), seen()],
    ]);
    expect(text).toMatch(/^entrascim_sync\.s0 .*\nentrascim_sync\.s1 /m);
  });

  it("lets nobody steer the terminal", async () => {
    const evil = syncOf(1, "c", {
      name: "a\u001b[2J\nb",
      service_principal_display_name: "x\u202ey\u0007",
      sync_status: "incomplete",
      sync_message: "m\u001b]0;title\u0007",
    });
    const text = await describe_([[evil, seen()]], { columns: 200 });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });
});

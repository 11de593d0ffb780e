import { job } from "../../sync/testing/fakes";
import { fakeIo, recorder } from "../testing/fake-io";
import { applicationsTable, searchRemarks, selectionRemarks } from "./describe-applications";
import { appId, application, objectId } from "./testing/fake-tenant";

describe("applicationsTable", () => {
  const table = async (...applications: Parameters<typeof applicationsTable>[0]) =>
    (await applicationsTable(applications, fakeIo())).trimEnd().split("\n").slice(1);

  it("has a line for each job, with the reason of a quarantine", async () => {
    const jobs = [
      job({ templateId: "Slack" }),
      job({ status: "Quarantine", quarantineReason: "EncounteredQuarantineException" }),
    ];
    const [first, second] = await table({ ...application(1, "Slack"), jobs });
    expect(first).toMatch(/^Slack .* Slack: Active$/);
    expect(second?.trim()).toBe("scim: Quarantine (EncounteredQuarantineException)");
  });

  it("shows names without what would lead a terminal astray", async () => {
    expect(await table(application(1, "a\u001b[2Jb\nc"))).toEqual([
      `a\ufffd[2Jb c     ${objectId(1)}  ${appId(1)}  none`,
    ]);
  });
});

describe("applicationsTable on a terminal", () => {
  const databricks = {
    ...application(1, "Azure Databricks SCIM Provisioning Connector"),
    jobs: [
      job({
        templateId: "dataBricks",
        status: "Quarantine",
        quarantineReason: "EncounteredQuarantineException",
      }),
    ],
  };
  const lines = (columns: number, env: Record<string, string> = { NO_COLOR: "1" }) =>
    applicationsTable([databricks, application(2, "Box")], {
      stdout: { ...recorder(true), columns },
      env,
    }).split("\n");

  it("has all ids where they fit", () => {
    expect(lines(200)[0]).toMatch(/^APPLICATION +│ OBJECT ID +│ APPLICATION ID +│ PROVISIONING$/);
    expect(lines(200)[1]).toContain(appId(1));
  });

  it("leaves out application ids, and cuts names and jobs, where they do not", () => {
    expect(lines(80)[0]).toMatch(/^APPLICATION +│ OBJECT ID +│ PROVISIONING$/);
    expect(lines(80)[1]).toMatch(new RegExp(`^Azure .*… │ ${objectId(1)} │ dataBricks: .*…$`));
    expect(Math.max(...lines(80).map((line) => line.length))).toBe(80);
  });

  it("keeps object ids whole on the narrowest, since they are there to be copied", () => {
    expect(lines(20)[1]).toContain(objectId(1));
  });

  it("colours jobs, cut ones too", () => {
    const [, first, second] = lines(80, {});
    expect(first).toContain("\u001b[31mdataBricks: ");
    expect(second).toContain("\u001b[2mnone");
  });
});

describe("searchRemarks", () => {
  const asana = application(1, "Asana", "Active");
  const box = application(2, "Box");

  it("are none where something is listed and nothing left out", () => {
    expect(searchRemarks({ applications: [asana, box], refused: [] }, [asana], null)).toEqual([]);
  });

  it.each<[string, Parameters<typeof searchRemarks>, RegExp]>([
    ["a search that finds none", [{ applications: [], refused: [] }, [], "zo\nom"], /begin like "zo om"/],
    ["an empty tenant", [{ applications: [], refused: [] }, [], null], /Application\.Read\.All/],
    [
      "one without provisioning",
      [{ applications: [box], refused: [] }, [], null],
      /^It has no provisioning job/,
    ],
    [
      "several without",
      [{ applications: [box, box], refused: [] }, [], null],
      /^None of 2 applications has a/,
    ],
    ["refused ones", [{ applications: [asana], refused: [box] }, [asana], null], /^1 left out.*: Box\./],
  ])("tell of %s", (_, args, remark) => {
    expect(searchRemarks(...args)).toEqual([expect.stringMatching(remark)]);
  });
});

describe("selectionRemarks", () => {
  it("name those that do not provision", () => {
    expect(selectionRemarks([application(1, "Asana", "Active"), application(2, "Box")])).toEqual([
      "Without a provisioning job: Box.",
    ]);
    expect(selectionRemarks([application(1, "Asana", "Active")])).toEqual([]);
  });
});

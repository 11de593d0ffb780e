import { job, problem } from "./testing/fakes";
import { pushFixture, throwing } from "./testing/push-fixture";

describe("the test before the write", () => {
  it("tries the new token with what is readable, and no settings", async () => {
    const { destination, run } = pushFixture();
    destination.stored.set("SyncAll", "true");
    destination.stored.set("Domain", "contoso");
    await run();
    expect(destination.tested).toEqual([
      { BaseAddress: "https://app.example.com/scim?x=1", Domain: "contoso", SecretToken: "token-v4" },
    ]);
  });

  it("goes by the first active job", async () => {
    const { destination, run } = pushFixture({ validation: "strict" });
    destination.jobsNow = [job({ id: "off", scheduleState: "Disabled" }), job({ id: "on" })];
    await run();
    expect(destination.testedWith).toBe("on");
    expect(destination.calls).not.toContain("templates");
  });

  it("goes by the template before there is a job", async () => {
    const { destination, run } = pushFixture({ validation: "strict" });
    destination.jobsNow = [];
    destination.templatesNow = ["Slack", "scim"];
    expect((await run()).warnings).toEqual([]);
    expect(destination.testedWith).toBe("template Slack");
  });

  const untestable: [string, (s: ReturnType<typeof pushFixture>) => void][] = [
    [
      "neither job nor template",
      (s) => {
        s.destination.jobsNow = [];
        s.destination.templatesNow = [];
      },
    ],
    [
      "no job and no answer about templates",
      (s) => {
        s.destination.jobsNow = [];
        s.destination.on = { templates: throwing(problem("not_found")) };
      },
    ],
    [
      "another masked key",
      (s) => {
        s.destination.stored.set("Password", "x");
      },
    ],
    [
      "Entra being unable to",
      (s) => {
        s.destination.on = {
          validateCredentials: () => ({
            outcome: "untestable",
            code: "CredentialValidationUnavailable",
            status: null,
          }),
        };
      },
    ],
    [
      "a timeout",
      (s) => {
        s.destination.on = { validateCredentials: throwing(problem("timeout")) };
      },
    ],
  ];
  it.each(untestable)("warns under standard with %s, and pushes", async (_name, arrange) => {
    const fixture = pushFixture();
    arrange(fixture);
    const result = await fixture.run();
    expect(result.warnings).toEqual([
      expect.objectContaining({ summary: "The new token could not be tested" }),
    ]);
    expect(fixture.destination.stored.get("SecretToken")).toBe("token-v4");
  });
  it.each(untestable)("refuses under strict with %s", async (_name, arrange) => {
    const fixture = pushFixture({ validation: "strict" });
    arrange(fixture);
    await expect(fixture.run()).rejects.toMatchObject({ code: "rejected", path: ["validation"] });
    expect(fixture.destination.stored.get("SecretToken")).toBe("old");
  });

  it("is left out when it is off", async () => {
    const { destination, run } = pushFixture({ validation: "off" });
    await run();
    expect(destination.tested).toEqual([]);
  });

  it("stops the push when credentials are refused", async () => {
    const { destination, run } = pushFixture();
    destination.on = { validateCredentials: throwing(problem("forbidden")) };
    await expect(run()).rejects.toMatchObject({ code: "forbidden" });
  });
});

import { job, problem } from "../../sync/testing/fakes";
import { throwing } from "../../sync/testing/push-fixture";
import { dataSourceContext } from "../testing/data-source-context";
import { isHealthy, provisioningStatusDataSource } from "./provisioning-status";

it.each([
  ["no job", [], false],
  ["an active job", [job()], true],
  ["a job that has not run yet", [job({ status: "NotRun" })], true],
  ["a quarantined job", [job({ status: "Quarantine" })], false],
  ["a paused job", [job({ status: "Paused" })], false],
  ["a job without credentials", [job({ status: "NotConfigured" })], false],
  ["one of two that is not", [job(), job({ status: "Quarantine" })], false],
  ["a schedule that is off", [job({ status: "NotRun", scheduleState: "Disabled" })], false],
  ["a schedule that is paused", [job({ scheduleState: "Paused" })], false],
  ["a schedule that Graph does not tell", [job({ scheduleState: null })], true],
  ["a status that Graph adds later", [job({ status: "Sleeping" })], false],
] as const)("with %s it is healthy: %s", (_name, jobs, healthy) => {
  expect(isHealthy(jobs)).toBe(healthy);
});

it("lists the jobs", async () => {
  const { clients, context } = dataSourceContext();
  clients.destination.jobsNow = [
    job({
      status: "Quarantine",
      quarantineReason: "EncounteredQuarantineException",
      lastSuccessAt: "2026-01-01T00:00:00Z",
    }),
  ];
  const config = { connection: null, service_principal_id: "1", jobs: null, healthy: null };
  expect(await provisioningStatusDataSource.read({ config, ...context })).toEqual({
    ...config,
    healthy: false,
    jobs: [
      {
        id: "scim.1",
        template_id: "scim",
        status: "Quarantine",
        quarantine_reason: "EncounteredQuarantineException",
        last_success_at: "2026-01-01T00:00:00Z",
      },
    ],
  });
});

it.each([
  ["not_found", ["service_principal_id"]],
  ["forbidden", undefined],
] as const)("says of a %s where it is: %j", async (code, path) => {
  const { clients, context } = dataSourceContext();
  clients.destination.on = { jobs: throwing(problem(code)) };
  const config = { connection: null, service_principal_id: "1", jobs: null, healthy: null };
  await expect(provisioningStatusDataSource.read({ config, ...context })).rejects.toMatchObject({
    code,
    path,
  });
});

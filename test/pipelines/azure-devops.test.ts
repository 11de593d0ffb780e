import { appendFileSync } from "node:fs";
import { AZURE_DEVOPS_ISSUER } from "../../src/emulator/entra/identity-token";
import { AzureDevopsServer } from "./support/azure-devops/azure-devops-server";
import { AzurePipelinesRun, type RunOptions } from "./support/azure-devops/azure-pipelines-run";
import {
  type PipelineIdentity,
  PipelineWorld,
  STAGES,
  type Stage,
  VARIABLES,
} from "./support/pipeline-world";

/*
 * The pipelines of examples/pipelines/azure-devops, step by step: real Terraform, the built provider and command, the
 * emulated clouds. It is one story, told in order.
 */

jest.setTimeout(180_000);

const id = (kind: "c11e4700" | "1de47170" | "5c000000", end: string) =>
  `${kind}-0000-4000-8000-0000000000${end}`;

const NAMES = ["plan", ...STAGES] as const;
const CONNECTIONS = NAMES.map((name, index) => ({
  name: `scim-${name}`,
  id: id("5c000000", `d${index}`),
  clientId: id("c11e4700", `d${index}`),
  identityId: id("1de47170", `d${index}`),
}));
const IDENTITIES: readonly PipelineIdentity[] = CONNECTIONS.map(({ name, id: connection, ...ids }) => ({
  ...ids,
  subject: `sc://contoso/infrastructure/${connection}`,
  plansOnly: name === "scim-plan",
}));

let world: PipelineWorld;
let server: AzureDevopsServer;

beforeAll(async () => {
  // A service connection's token has one audience, which Infisical can be told to expect.
  const issuer = { issuer: AZURE_DEVOPS_ISSUER, audience: "api://AzureADTokenExchange" };
  world = await PipelineWorld.start(issuer, IDENTITIES);
  server = await AzureDevopsServer.start((subject) =>
    world.control.apps.issueIdentityToken({ ...issuer, subject }),
  );
});
afterAll(async () => {
  await server?.stop();
  await world?.close();
});
afterEach(() => expect(world.control.violations()).toEqual([]));

function run(file: string, reason: RunOptions["reason"], before?: RunOptions["before"]) {
  const groups = CONNECTIONS.map(({ name, identityId }) => [
    name,
    { ...VARIABLES, INFISICAL_MACHINE_IDENTITY_ID: identityId },
  ]);
  return new AzurePipelinesRun(world, server, {
    reason,
    commit: world.head(),
    tenantId: VARIABLES.ARM_TENANT_ID ?? "",
    groups: Object.fromEntries(groups),
    connections: Object.fromEntries(CONNECTIONS.map((connection) => [connection.name, connection])),
    ...(before === undefined ? {} : { before }),
  }).run(file);
}

const holdsItsToken = (stage: Stage) => world.held(stage) === world.accepted(stage);

it("deploys stage after stage, each by the plan that was approved", async () => {
  const { outcome, logs, ...done } = await run("deploy.yml", "IndividualCI").then((each) => ({
    outcome: each.outcome,
    logs: each.logs,
    apply: each.log("prod / apply"),
  }));
  expect({ outcome, logs }).toMatchObject({
    outcome: STAGES.flatMap((stage) => [`${stage} / plan: succeeded`, `${stage} / apply: succeeded`]),
  });
  expect(STAGES.map(holdsItsToken)).toEqual([true, true, true]);
  expect(done.apply).toContain("The plan is the one that was reviewed");
  expect(done.apply).not.toContain("Plan: ");
});

it("refuses another plan than the approved one, and does not go on", async () => {
  world.rotate("dev");
  const done = await run("deploy.yml", "IndividualCI", (job, artifacts) => {
    if (job === "dev / apply") appendFileSync(artifacts.get("plan-dev") ?? "", "x");
    return true;
  });
  expect(done.outcome).toEqual([
    "dev / plan: succeeded",
    "dev / apply: failed",
    "staging / plan: skipped",
    "staging / apply: skipped",
    "prod / plan: skipped",
    "prod / apply: skipped",
  ]);
  expect(done.log("dev / apply")).toContain("error: This is not the plan that was reviewed");
});

it("begins a thread on a pull request, closed, and updates and opens it when a gate does not pass", async () => {
  const marker = "<!-- entrascim report: dev -->";
  server.thread("mallory", `${marker}\nnothing changes`);
  const onlyDev = (job: string) => job === "plan_dev";
  const first = await run("pull-request.yml", "PullRequest", onlyDev);
  expect({ outcome: first.outcome, logs: first.logs }).toMatchObject({ outcome: ["plan_dev: succeeded"] });
  expect(server.threads.map(({ status, updates }) => [status, updates])).toEqual([
    ["active", 0],
    ["closed", 0],
  ]);
  expect(server.threads[1]?.content.split("\n", 3)).toEqual([marker, "", "### entrascim dev: 1 pushed"]);

  world.commit("Send the token to another application", { "stages.ts": ["0000000000d1", "000000000001"] });
  const second = await run("pull-request.yml", "PullRequest", onlyDev);
  world.commit("Undo", { "stages.ts": ["000000000001", "0000000000d1"] });
  expect(second.outcome).toEqual(["plan_dev: failed"]);
  expect(server.threads[1]).toMatchObject({ status: "active", updates: 1 });
  expect(server.threads[1]?.content).toContain("> [!CAUTION]");
});

it("needs no permission to comment", async () => {
  server.mayComment = false;
  const done = await run("pull-request.yml", "PullRequest", (job) => job === "plan_dev");
  server.mayComment = true;
  expect(done.outcome).toEqual(["plan_dev: succeeded"]);
  expect(done.log("plan_dev")).toContain("##vso[task.logissue type=warning]This run could not comment");
});

it("pushes what was rotated on a schedule, and nothing else", async () => {
  const first = await run("rotate.yml", "Schedule", (job) => job.startsWith("dev"));
  expect({ outcome: first.outcome.slice(0, 2), logs: first.logs }).toMatchObject({
    outcome: ["dev / plan: succeeded", "dev / apply: succeeded"],
  });
  expect(holdsItsToken("dev")).toBe(true);

  world.rotate("dev");
  world.commit("Say what it is", {
    "main.ts": ['name: "servicenow",', 'name: "servicenow", description: "Staff",'],
  });
  const second = await run("rotate.yml", "Schedule");
  expect(second.outcome).toEqual([
    "dev / plan: failed",
    "dev / apply: skipped",
    ...["staging", "prod"].flatMap((stage) => [`${stage} / plan: skipped`, `${stage} / apply: skipped`]),
  ]);
  expect(second.log("dev / plan")).toContain("only-rotation");
  expect(holdsItsToken("dev")).toBe(false);
});

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { KUBERNETES_ISSUER } from "../../src/emulator/entra/identity-token";
import {
  CONFIGURATION,
  type JobResult,
  type Pipeline,
  type PipelineOptions,
  type PipelineSource,
  resolvePipeline,
  runPipeline,
} from "./support/gitlab/gitlab-pipeline";
import { GitlabServer, NOTES_TOKEN } from "./support/gitlab/gitlab-server";
import {
  type PipelineIdentity,
  PipelineWorld,
  STAGES,
  type Stage,
  VARIABLES,
} from "./support/pipeline-world";

/*
 * examples/pipelines/gitlab/.gitlab-ci.yml, which gitlab-ci-local checks and resolves: real Terraform, the built
 * provider and command, the emulated clouds. It is one story, told in order.
 */

jest.setTimeout(180_000);

// The emulator does not know GitLab's issuer; what an issuer is called makes no difference to a login.
const ISSUER = KUBERNETES_ISSUER;
const AUDIENCE = "https://gitlab.com";
const BRANCH = "project_path:contoso/infrastructure:ref_type:branch:ref";
const id = (kind: "c11e4700" | "1de47170", end: string) => `${kind}-0000-4000-8000-0000000000${end}`;

const planner = { clientId: id("c11e4700", "a0"), plansOnly: true };
const IDENTITIES: readonly PipelineIdentity[] = [
  {
    ...planner,
    identityId: id("1de47170", "a0"),
    subject: `${BRANCH}:rotate`,
    reads: { environment: "pipelines", path: "/gitlab" },
  },
  { ...planner, identityId: id("1de47170", "a1"), subject: `${BRANCH}:main` },
  ...STAGES.map((_, index) => ({
    subject: `${BRANCH}:main`,
    clientId: id("c11e4700", `b${index}`),
    identityId: id("1de47170", `b${index}`),
  })),
];

let world: PipelineWorld;
let gitlab: GitlabServer;
const pipelines: Partial<Record<PipelineSource, Pipeline>> = {};

beforeAll(async () => {
  world = await PipelineWorld.start({ issuer: ISSUER, audience: AUDIENCE }, IDENTITIES, {
    pipelines: { "/gitlab": { NOTES_TOKEN } },
  });
  gitlab = await GitlabServer.start();
});
afterAll(async () => {
  await gitlab?.stop();
  await world?.close();
});
afterEach(() => expect(world.control.violations()).toEqual([]));

function resolved(source: PipelineSource): Pipeline {
  pipelines[source] ??= resolvePipeline(source, world.folder("configuration"));
  return pipelines[source];
}

function run(source: PipelineSource, before?: PipelineOptions["before"]): Promise<readonly JobResult[]> {
  const branch = source === "merge_request_event" ? "rotate" : "main";
  const identityOf = (environment: string | null) => {
    const index = STAGES.findIndex((stage) => environment?.startsWith(stage));
    if (index >= 0) return IDENTITIES[index + 2];
    return IDENTITIES[branch === "rotate" ? 0 : 1];
  };
  return runPipeline(world, resolved(source), {
    source,
    commit: world.head(),
    variables: (environment) => ({
      ...VARIABLES,
      ARM_CLIENT_ID: identityOf(environment)?.clientId ?? "",
      INFISICAL_MACHINE_IDENTITY_ID: identityOf(environment)?.identityId ?? "",
      CI_API_V4_URL: gitlab.api,
      CI_PROJECT_ID: "42",
      CI_MERGE_REQUEST_IID: "7",
    }),
    issue: (audience) =>
      world.control.apps.issueIdentityToken({ issuer: ISSUER, subject: `${BRANCH}:${branch}`, audience }),
    ...(before === undefined ? {} : { before }),
  });
}

const holdsItsToken = (stage: Stage) => world.held(stage) === world.accepted(stage);
const outcome = (results: readonly JobResult[]) => results.map(({ name, result }) => `${name}: ${result}`);
const logsOf = (results: readonly JobResult[]) =>
  results.filter(({ result }) => result === "failed").map(({ log }) => log);

describe("gitlab-ci-local", () => {
  it("finds the jobs of each kind of pipeline", () => {
    const jobsOf = (source: PipelineSource) => Object.keys(resolved(source).jobs);
    const stages = STAGES.flatMap((stage) => [`plan:${stage}`, `apply:${stage}`]);
    expect(jobsOf("merge_request_event")).toEqual(["review"]);
    expect(jobsOf("push")).toEqual(stages);
    expect(jobsOf("schedule")).toEqual(stages);
    expect(resolved("schedule").variables.REPORT_ONLY).toBe("rotation");
    expect(resolved("push").variables.REPORT_ONLY).toBeUndefined();
  });

  it("would refuse a key that GitLab does not have", () => {
    const broken = readFileSync(CONFIGURATION, "utf8").replace("resource_group:", "resource_groups:");
    const file = join(world.folder("broken"), ".gitlab-ci.yml");
    writeFileSync(file, broken);
    expect(() => resolvePipeline("push", world.folder("configuration"), file)).toThrow();
  });
});

it("deploys stage after stage, each by the plan that was approved", async () => {
  const results = await run("push");
  expect({ outcome: outcome(results), logs: logsOf(results) }).toMatchObject({
    outcome: STAGES.flatMap((stage) => [`plan:${stage}: success`, `apply:${stage}: success`]),
  });
  expect(STAGES.map(holdsItsToken)).toEqual([true, true, true]);
  expect(results[1]?.log).toContain("The plan is the one that was reviewed");
  expect(results[1]?.log).not.toContain("Plan: ");
});

it("refuses another plan than the approved one, and does not go on", async () => {
  world.rotate("dev");
  const results = await run("push", (job, artifacts) => {
    if (job === "apply:dev") {
      writeFileSync(join(artifacts("plan:dev"), "plan", "reviewed-plan.tar.gz"), "another one");
    }
    return true;
  });
  expect(outcome(results)).toEqual([
    "plan:dev: success",
    "apply:dev: failed",
    "plan:staging: skipped",
    "apply:staging: skipped",
    "plan:prod: skipped",
    "apply:prod: skipped",
  ]);
  expect(results[1]?.log).toContain("error: This is not the plan that was reviewed");
});

it("writes a note for a merge request, with a token from Infisical, and updates it with the next plan", async () => {
  const marker = "<!-- entrascim report: dev -->";
  gitlab.note({ id: 1 }, `${marker}\nnothing changes`);
  gitlab.note({ id: 2 }, "Looks good.");
  const first = await run("merge_request_event", (job) => job === "review: [dev]");
  expect({ outcome: outcome(first), logs: logsOf(first) }).toMatchObject({
    outcome: ["review: [dev]: success"],
  });
  expect(gitlab.notes.map(({ updates }) => updates)).toEqual([0, 0, 0]);
  expect(gitlab.notes[2]?.body.split("\n", 3)).toEqual([marker, "", "### entrascim dev: 1 pushed"]);
  expect(first[0]?.log).not.toContain(NOTES_TOKEN);

  world.commit("Send the token to another application", { "stages.ts": ["0000000000d1", "000000000001"] });
  const second = await run("merge_request_event", (job) => job === "review: [dev]");
  world.commit("Undo", { "stages.ts": ["000000000001", "0000000000d1"] });
  expect(outcome(second)).toEqual(["review: [dev]: failed"]);
  expect(gitlab.notes.map(({ updates }) => updates)).toEqual([0, 0, 1]);
  expect(gitlab.notes[2]?.body).toContain("> [!CAUTION]");
});

it("pushes what was rotated on a schedule, and nothing else", async () => {
  const isOfDev = (job: string) => job.endsWith(":dev");
  const first = await run("schedule", isOfDev);
  expect({ outcome: outcome(first).slice(0, 2), logs: logsOf(first) }).toMatchObject({
    outcome: ["plan:dev: success", "apply:dev: success"],
  });
  expect(holdsItsToken("dev")).toBe(true);

  world.rotate("dev");
  world.commit("Say what it is", {
    "main.ts": ['name: "servicenow",', 'name: "servicenow", description: "Staff",'],
  });
  const second = await run("schedule");
  expect(outcome(second)).toEqual([
    "plan:dev: failed",
    ...["apply:dev", "plan:staging", "apply:staging", "plan:prod", "apply:prod"].map(
      (job) => `${job}: skipped`,
    ),
  ]);
  expect(second[0]?.log).toContain("only-rotation");
  expect(holdsItsToken("dev")).toBe(false);
});

import { appendFileSync } from "node:fs";
import { GITHUB_ISSUER } from "../../src/emulator/entra/identity-token";
import { GithubRun, type RunEvent, type Variables } from "./support/github/github-runner";
import { GithubServer } from "./support/github/github-server";
import {
  type PipelineIdentity,
  PipelineWorld,
  STAGES,
  type Stage,
  VARIABLES,
} from "./support/pipeline-world";

/*
 * The workflows of examples/pipelines/github and the action at the root of the repository, step by step: real
 * Terraform, the built provider and command, the emulated clouds. It is one story, told in order.
 */

jest.setTimeout(180_000);

const AUDIENCE = "https://github.com/contoso";
const REPOSITORY = "repo:contoso/infrastructure";

const id = (kind: "c11e4700" | "1de47170", end: string) => `${kind}-0000-4000-8000-0000000000${end}`;
const environments = STAGES.flatMap((stage, index) => [
  { name: stage, clientId: id("c11e4700", `b${index}`), identityId: id("1de47170", `b${index}`) },
  {
    name: `${stage}-rotation`,
    clientId: id("c11e4700", `b${index}`),
    identityId: id("1de47170", `c${index}`),
  },
]);
// Infisical takes a pattern for a subject, and so needs one identity for both; the emulator compares.
const planners = [
  { subject: `${REPOSITORY}:pull_request`, identityId: id("1de47170", "a0") },
  { subject: `${REPOSITORY}:ref:refs/heads/main`, identityId: id("1de47170", "a1") },
];
const IDENTITIES: readonly PipelineIdentity[] = [
  ...planners.map((planner) => ({ ...planner, clientId: id("c11e4700", "a0"), plansOnly: true })),
  ...environments.map(({ name, ...ids }) => ({ ...ids, subject: `${REPOSITORY}:environment:${name}` })),
];

let world: PipelineWorld;
let server: GithubServer;

beforeAll(async () => {
  world = await PipelineWorld.start({ issuer: GITHUB_ISSUER, audience: AUDIENCE }, IDENTITIES);
  server = await GithubServer.start((subject, audience) =>
    world.control.apps.issueIdentityToken({ issuer: GITHUB_ISSUER, subject, audience }),
  );
});
afterAll(async () => {
  await server?.stop();
  await world?.close();
});
afterEach(() => expect(world.control.violations()).toEqual([]));

interface RunOptions {
  readonly fork?: string;
  /** Called before each job: what happens meanwhile. False leaves the job out. */
  readonly before?: (job: string, run: GithubRun) => boolean | undefined;
}

/** One run of a workflow, for the newest commit. */
function run(workflow: string, name: RunEvent["name"], options: RunOptions = {}): Promise<GithubRun> {
  const { fork, before } = options;
  const event: RunEvent = { name, commit: world.head(), ...(fork === undefined ? {} : { fork }) };
  const started: GithubRun = new GithubRun(world, server, variables(name), event, (job) =>
    before?.(job, started),
  );
  return started.run(workflow);
}

function variables(event: RunEvent["name"]): Variables {
  const [ofPullRequests, ofMain] = planners;
  const { identityId = "" } = (event === "pull_request" ? ofPullRequests : ofMain) ?? {};
  return {
    repository: {
      ...VARIABLES,
      ARM_CLIENT_ID: id("c11e4700", "a0"),
      INFISICAL_MACHINE_IDENTITY_ID: identityId,
    },
    environments: Object.fromEntries(
      environments.map(({ name, ...ids }) => [
        name,
        { ARM_CLIENT_ID: ids.clientId, INFISICAL_MACHINE_IDENTITY_ID: ids.identityId },
      ]),
    ),
  };
}

const holdsItsToken = (stage: Stage) => world.held(stage) === world.accepted(stage);
const onlyStage = (stage: Stage) => (job: string) => job.includes(stage);
const meanwhile = (name: string, happens: (run: GithubRun) => void) => (job: string, run: GithubRun) => {
  if (job === name) happens(run);
  return true;
};

describe("deploy.yml", () => {
  it("deploys stage after stage, each by the plan in its summary", async () => {
    const done = await run("deploy.yml", "push");
    expect({ outcome: done.outcome, logs: done.logs }).toMatchObject({
      outcome: STAGES.flatMap((stage) => [`${stage} / plan: success`, `${stage} / apply: success`]),
    });
    expect(STAGES.map(holdsItsToken)).toEqual([true, true, true]);
    const { summary } = done.job("prod / plan");
    expect(summary).toContain("### entrascim prod: ");
    const [, sha256 = "none"] =
      /SHA-256 of the plan that an approval applies - ([0-9a-f]{64})/.exec(summary) ?? [];
    const { log, steps } = done.job("prod / apply");
    expect(log).toContain(`The plan is the one that was reviewed: SHA-256 ${sha256}`);
    expect(log).toContain("Apply complete! Resources: 2 added");
    expect(steps).toEqual([
      "actions/checkout@v4",
      "actions/setup-node@v4",
      "hashicorp/setup-terraform@v3",
      "contoso/entrascim@v1",
      "Fetch the plan",
      "Apply the reviewed plan",
    ]);
  });

  it("refuses another plan than the reviewed one", async () => {
    world.rotate("dev");
    const done = await run("deploy.yml", "push", {
      before: meanwhile("dev / apply", ({ artifacts }) =>
        appendFileSync(artifacts.get("plan-dev") ?? "", "x"),
      ),
    });
    expect(done.outcome).toEqual([
      "dev / plan: success",
      "dev / apply: failure",
      "staging: skipped",
      "prod: skipped",
    ]);
    expect(done.job("dev / apply").log).toContain("error: This is not the plan that was reviewed");
    expect(holdsItsToken("dev")).toBe(false);
  });

  it("refuses a plan of a state that has moved on", async () => {
    const done = await run("deploy.yml", "push", {
      before: meanwhile("dev / apply", () => world.moveState("dev")),
    });
    expect(done.outcome.slice(0, 2)).toEqual(["dev / plan: success", "dev / apply: failure"]);
    expect(done.job("dev / apply").log).toContain("Saved plan is stale");
    expect(holdsItsToken("dev")).toBe(false);
  });

  it("stops where a token does not work, and leaves the later stages alone", async () => {
    world.store("staging", "mistyped");
    world.rotate("prod");
    const before = world.held("staging");
    const done = await run("deploy.yml", "push");
    expect(done.outcome).toEqual([
      "dev / plan: success",
      "dev / apply: success",
      "staging / plan: success",
      "staging / apply: failure",
      "prod: skipped",
    ]);
    expect(done.job("staging / apply").log).toContain("The application refused the new token");
    expect(holdsItsToken("dev")).toBe(true);
    expect(world.held("staging")).toBe(before);
    expect(holdsItsToken("prod")).toBe(false);
  });
});

describe("pull-request.yml", () => {
  it("comments for each stage, whatever others wrote, and updates the comment with the next plan", async () => {
    const marker = "<!-- entrascim report: dev -->";
    server.comment("mallory", `${marker}\nnothing changes`);
    server.comment("ada", "Looks good.");
    world.rotate("dev");
    const first = await run("pull-request.yml", "pull_request", { before: onlyStage("dev") });
    expect({ outcome: first.outcome, logs: first.logs }).toMatchObject({ outcome: ["plan (dev): success"] });
    expect(server.comments.map(({ author, updates }) => [author, updates])).toEqual([
      ["mallory", 0],
      ["ada", 0],
      ["github-actions", 0],
    ]);
    expect(server.comments[2]?.body.split("\n", 3)).toEqual([marker, "", "### entrascim dev: 1 pushed"]);
    expect(server.comments[2]?.body).toContain(`Planned for commit ${world.head()} by [this run](https://`);

    world.commit("Send the token to another application", {
      "stages.ts": ["0000000000d1", "000000000001"],
    });
    const second = await run("pull-request.yml", "pull_request", { before: onlyStage("dev") });
    expect(server.comments.map(({ updates }) => updates)).toEqual([0, 0, 1]);
    expect(second.outcome).toEqual(["plan (dev): failure"]);
    expect(server.comments[2]?.body).toContain("> [!CAUTION]");
    expect(second.job("plan (dev)").steps.slice(-3)).toEqual(["Plan", "Comment", "Gates"]);
    expect(second.job("plan (dev)").log).toContain("Process completed with exit code 5.");
    expect(second.artifacts.size).toBe(0);
  });

  it("updates the comment when there can be no plan, so that nobody reads an old one", async () => {
    world.commit("Lose the state", { "main.ts": ["{ path }", "{ path: join(path, '..') }"] });
    const done = await run("pull-request.yml", "pull_request", { before: onlyStage("dev") });
    expect(done.outcome).toEqual(["plan (dev): failure"]);
    expect(server.comments[2]).toMatchObject({ updates: 2, body: expect.stringContaining(": no plan\n") });
    world.commit("Undo both", {
      "main.ts": ["{ path: join(path, '..') }", "{ path }"],
      "stages.ts": ["000000000001", "0000000000d1"],
    });
  });

  it("needs no permission to comment: the report is in the summary", async () => {
    server.readOnly = true;
    const done = await run("pull-request.yml", "pull_request", { before: onlyStage("dev") });
    server.readOnly = false;
    expect(done.outcome).toEqual(["plan (dev): success"]);
    expect(done.job("plan (dev)").log).toContain("::notice title=No comment::");
    expect(done.job("plan (dev)").summary).toContain("### entrascim dev: 1 pushed");
    expect(server.comments[2]?.updates).toBe(2);
  });

  it("does not run for a fork", async () => {
    const done = await run("pull-request.yml", "pull_request", { fork: "mallory/infrastructure" });
    expect(done.outcome).toEqual(["plan: skipped"]);
  });
});

describe("rotate.yml", () => {
  it("pushes what was rotated, in order, and changes nothing else", async () => {
    world.rotate("staging");
    const done = await run("rotate.yml", "schedule");
    expect({ outcome: done.outcome, logs: done.logs }).toMatchObject({
      outcome: [
        "dev / plan: success",
        "dev / apply: success",
        "staging / plan: success",
        "staging / apply: success",
        "prod / plan: success",
        "prod / apply: success",
      ],
    });
    expect(STAGES.map(holdsItsToken)).toEqual([true, true, true]);
    const again = await run("rotate.yml", "schedule", { before: onlyStage("dev") });
    expect(again.outcome.slice(0, 2)).toEqual(["dev / plan: success", "dev / apply: skipped"]);
  });

  it("applies nothing when there is another change too, and does not go on", async () => {
    world.rotate("dev");
    world.commit("Say what it is", {
      "main.ts": ['name: "servicenow",', 'name: "servicenow", description: "Staff",'],
    });
    const done = await run("rotate.yml", "schedule");
    expect(done.outcome).toEqual([
      "dev / plan: failure",
      "dev / apply: skipped",
      "staging: skipped",
      "prod: skipped",
    ]);
    expect(done.job("dev / plan").log).toContain("only-rotation");
    expect(holdsItsToken("dev")).toBe(false);
  });
});

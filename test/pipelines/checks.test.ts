import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateAction } from "@action-validator/core";
import { marker } from "../../src/cli/report/render/marker";
import { type Job, readPipeline, type Step } from "./support/azure-devops/pipeline-file";
import { evaluate, isTruthy } from "./support/github/expression";
import { readAction, readWorkflow } from "./support/github/workflow";
import { ROOT } from "./support/pipeline-world";
import { runScript } from "./support/shell";

/* What checkers say of the action and of the pipelines, and rules of our own. Nothing here is run against the clouds. */

const PIPELINES = join(ROOT, "examples", "pipelines");
const read = (...path: readonly string[]) => readFileSync(join(ROOT, ...path), "utf8");
const filesIn = (folder: string, ending: string) =>
  readdirSync(folder).filter((name) => name.endsWith(ending));

const ACTIONLINT = join(ROOT, "node_modules", "@tktco", "node-actionlint", "bin", "node-actionlint.js");
const workflows = filesIn(join(PIPELINES, "github"), ".yml");
const scripts = filesIn(join(ROOT, "action"), ".sh");

let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "entrascim-checks-"));
});
afterAll(() => rmSync(scratch, { recursive: true }));

describe("workflows for GitHub", () => {
  /** Throws what it finds. */
  const actionlint = (folder: string) =>
    execFileSync(process.execPath, [ACTIONLINT, `${folder}/*.yml`], { encoding: "utf8", stdio: "pipe" });

  it("pass actionlint", () => {
    expect(actionlint(join(PIPELINES, "github"))).toContain(`Checking ${workflows.length} workflow file(s)`);
  });

  it("would not pass it with a value of somebody else in a script", () => {
    const folder = join(scratch, "workflows");
    mkdirSync(folder);
    const text = read("examples", "pipelines", "github", "deploy-stage.yml");
    // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's own
    writeFileSync(join(folder, "bad.yml"), text.replace("run: npm ci", "run: echo ${{ github.head_ref }}"));
    expect(() => actionlint(folder)).toThrow();
  });

  const jobs = workflows.flatMap((name) =>
    Object.entries(readWorkflow(name).jobs).map(([id, job]) => ({
      id: `${name}: ${id}`,
      job,
      text: read("examples", "pipelines", "github", name),
    })),
  );

  it.each(jobs)("$id asks for what it needs, and for no secret", ({ id, job, text }) => {
    const comment = id.startsWith("pull-request") ? { "pull-requests": "write" } : {};
    expect(job.permissions).toEqual({ contents: "read", "id-token": "write", ...comment });
    expect(text).toContain("\npermissions: {}\n");
    expect(text).not.toContain("secrets.");
    expect(text).not.toContain("pull_request_target");
  });

  it.each(jobs.filter(({ job }) => job.steps !== undefined))(
    "$id signs in by OIDC, to known hosts",
    ({ job }) => {
      expect(job.env).toMatchObject({
        ARM_USE_OIDC: "true",
        ARM_USE_CLI: "false",
        INFISICAL_AUTH_METHOD: "oidc",
        ENTRASCIM_ALLOWED_HOSTS: expect.any(String),
      });
    },
  );

  it.each(jobs.filter(({ job }) => job.steps !== undefined))(
    "$id gives the action inputs that it has",
    ({ job }) => {
      const { inputs } = readAction();
      const used = (job.steps ?? []).filter(({ uses }) => uses?.startsWith("contoso/entrascim@"));
      expect(used.length).toBeGreaterThan(0);
      expect(
        used.flatMap((step) => Object.keys(step.with ?? {})).filter((name) => !Object.hasOwn(inputs, name)),
      ).toEqual([]);
    },
  );
});

describe("action.yml", () => {
  const text = read("action.yml");

  it("passes action-validator", () =>
    expect(validateAction(text)).toEqual({ actionType: "action", errors: [] }));

  it("would not pass it with a step that does nothing", () => {
    expect(validateAction(`${text}\n    - name: nothing\n`).errors).not.toEqual([]);
  });

  it("hands every value to its scripts in the environment", () => {
    for (const { run = "" } of readAction().runs.steps) expect(run).not.toContain("${{");
  });

  it.each([
    ["plan", ["Restore", "Build", "Plan", "Comment"]],
    ["apply", ["Fetch the plan", "Apply"]],
    ["setup", ["Restore", "Build"]],
  ])("does for the command %s what is its matter", (command, expected) => {
    const inputs = { command, cache: "true", comment: "true", artifact: "" };
    const key = command === "apply" ? "" : "entrascim-linux";
    const steps = { key: { outputs: { key } }, plan: { outputs: { gate: "passed", changed: "true" } } };
    const run = readAction().runs.steps.filter((step) =>
      isTruthy(evaluate(step.if ?? "true", { inputs, steps })),
    );
    const names = run.map(({ name = "" }) => name).filter((name) => !name.startsWith("Find"));
    expect(names).toEqual(expected.map((begin) => expect.stringMatching(new RegExp(`^${begin}`))));
  });

  it("uses each of its inputs, and each is described in docs/how-to/run-in-pipelines.md", () => {
    const page = read("docs", "how-to", "run-in-pipelines.md");
    for (const name of Object.keys(readAction().inputs)) {
      expect(text.split("runs:")[1]).toContain(`inputs.${name}`);
      expect(page).toContain(`| \`${name}\` |`);
    }
  });
});

describe("pipelines for Azure DevOps", () => {
  const STEP = [
    "name",
    "displayName",
    "condition",
    "checkout",
    "path",
    "fetchDepth",
    "bash",
    "task",
    "inputs",
    "publish",
    "download",
    "artifact",
    "workingDirectory",
    "env",
  ];
  const JOB = [
    "job",
    "deployment",
    "displayName",
    "dependsOn",
    "condition",
    "environment",
    "variables",
    "steps",
    "strategy",
  ];
  const PIPELINE = [
    "trigger",
    "pr",
    "schedules",
    "resources",
    "pool",
    "variables",
    "lockBehavior",
    "stages",
    "jobs",
  ];

  it.each(["pull-request.yml", "deploy.yml", "rotate.yml"])("%s has what a pipeline can have", (name) => {
    const pipeline = readPipeline(name);
    const jobs = [...(pipeline.jobs ?? []), ...(pipeline.stages ?? []).flatMap((stage) => stage.jobs)];
    expect(jobs.length).toBeGreaterThan(2);
    expect(stray([pipeline], PIPELINE)).toEqual([]);
    expect(stray(jobs, JOB)).toEqual([]);
    expect(stray(jobs.flatMap(stepsOf), STEP)).toEqual([]);
  });

  it("maps the job's token only where it is needed", () => {
    const texts = filesIn(join(PIPELINES, "azure-devops"), ".yml").map((name) =>
      read("examples", "pipelines", "azure-devops", name),
    );
    for (const text of texts) expect(text.split("$(System.AccessToken)").length - 1).toBeLessThanOrEqual(1);
  });

  const stepsOf = ({ steps, strategy }: Job): readonly Step[] =>
    steps ?? strategy?.runOnce.deploy.steps ?? [];
  const stray = (nodes: readonly object[], known: readonly string[]) =>
    nodes.flatMap((node) => Object.keys(node)).filter((key) => !known.includes(key));
});

describe("scripts", () => {
  it.each(scripts)("action/%s is bash", (name) => {
    execFileSync("bash", ["-n", join(ROOT, "action", name)], { stdio: "pipe" });
  });

  const hasShellcheck = () => {
    try {
      execFileSync("shellcheck", ["--version"], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  };
  // It is in no npm package: this one is skipped, and shown as skipped, where the machine has none.
  (hasShellcheck() ? it : it.skip)("pass shellcheck", () => {
    const files = scripts.map((name) => join(ROOT, "action", name));
    execFileSync("shellcheck", ["--external-sources", ...files], { stdio: "pipe" });
  });

  it("mark a report of no plan as the command marks its own", () => {
    const line = marker("NAME").replace("NAME", "$REPORT_NAME");
    expect(read("action", "plan.sh")).toContain(`\n${line}\n`);
  });

  it("build entrascim where that was not done, once", async () => {
    const checkout = join(scratch, "checkout");
    const bin = join(scratch, "bin");
    mkdirSync(join(checkout, "action"), { recursive: true });
    mkdirSync(bin);
    for (const name of ["common.sh", "setup.sh"])
      cpSync(join(ROOT, "action", name), join(checkout, "action", name));
    const built =
      "mkdir -p dist/cli && echo 'console.log(\"entrascim\", process.argv[2])' > dist/cli/entrascim.cjs";
    writeFileSync(join(bin, "npm"), `#!/bin/sh\necho "npm $*"\nif [ "$1" = run ]; then ${built}; fi\n`);
    chmodSync(join(bin, "npm"), 0o755);
    const setup = () => runScript("action/setup.sh", checkout, { PATH: `${bin}:${process.env.PATH}` });
    expect(await setup()).toEqual({
      code: 0,
      log: "npm ci --no-audit --no-fund\nnpm run build -- --no-check\nentrascim install\n",
    });
    expect(await setup()).toEqual({ code: 0, log: "entrascim install\n" });
  });

  it("name a cache by the sources and by Node.js", async () => {
    const { code, log } = await runScript('"$ROOT/action/setup.sh" key', scratch, {
      PATH: process.env.PATH ?? "",
      ROOT,
    });
    expect({ code, log }).toEqual({
      code: 0,
      log: expect.stringMatching(
        new RegExp(`^entrascim-${process.platform}-${process.arch}-${process.version}-[0-9a-f]{32}\n$`),
      ),
    });
  });
});

describe("apply.sh", () => {
  let stack: string;
  let commit: string;
  beforeAll(() => {
    stack = join(scratch, "stack");
    mkdirSync(stack);
    const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: stack, encoding: "utf8" });
    git("init", "--quiet");
    const ada = ["-c", "user.name=Ada", "-c", "user.email=ada@contoso.com"];
    git(...ada, "commit", "--quiet", "--allow-empty", "--message", "Begin");
    commit = git("rev-parse", "HEAD").trim();
  });

  /** An archive as plan.sh makes one, and its checksum. */
  function archive(ofCommit: string, directory: string): { readonly file: string; readonly sha256: string } {
    const bundle = mkdtempSync(join(scratch, "bundle-"));
    mkdirSync(join(bundle, "stack"));
    mkdirSync(join(bundle, "providers"));
    writeFileSync(join(bundle, "commit"), `${ofCommit}\n`);
    writeFileSync(join(bundle, "directory"), `${directory}\n`);
    const file = `${bundle}.tar.gz`;
    execFileSync("tar", ["-czf", file, "-C", bundle, "."]);
    return { file, sha256: createHash("sha256").update(readFileSync(file)).digest("hex") };
  }

  const apply = (plan: { readonly file: string; readonly sha256: string }) =>
    runScript(join(ROOT, "action", "apply.sh"), stack, {
      PATH: process.env.PATH ?? "",
      STACK_DIRECTORY: ".",
      PLAN_FILE: plan.file,
      PLAN_SHA256: plan.sha256,
      TERRAFORM_BINARY_NAME: "false",
    });

  it("refuses a checksum that is none", async () => {
    const refused = await apply({ ...archive(commit, ""), sha256: "" });
    expect(refused).toEqual({ code: 1, log: expect.stringContaining("PLAN_SHA256 is not a SHA-256") });
  });

  it("refuses a plan that is not there", async () => {
    const refused = await apply({ ...archive(commit, ""), file: join(scratch, "none.tar.gz") });
    expect(refused).toEqual({ code: 1, log: expect.stringContaining("There is no plan in") });
  });

  it("refuses a plan for another commit", async () => {
    const refused = await apply(archive("0".repeat(40), ""));
    expect(refused).toEqual({
      code: 1,
      log: expect.stringContaining(`The plan is for commit ${"0".repeat(40)}, and ${commit} is checked out.`),
    });
  });

  it("refuses a plan for another directory", async () => {
    const refused = await apply(archive(commit, "prod/"));
    expect(refused).toEqual({ code: 1, log: expect.stringContaining("The plan is for the directory prod/") });
  });

  it("goes on to Terraform with the right one", async () => {
    const { code, log } = await apply(archive(commit, ""));
    expect(code).toBe(1);
    expect(log).toMatch(/^The plan is the one that was reviewed: SHA-256 [0-9a-f]{64}\n$/);
  });
});

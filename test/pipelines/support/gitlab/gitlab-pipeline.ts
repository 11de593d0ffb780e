import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { type PipelineWorld, ROOT } from "../pipeline-world";
import { runScript } from "../shell";

/** What starts a pipeline. */
export type PipelineSource = "merge_request_event" | "push" | "schedule" | "trigger";

/** A job as gitlab-ci-local resolves it: `extends` and `default` are gone. */
interface Job {
  readonly needs?: readonly (string | { readonly job: string })[];
  readonly variables?: Readonly<Record<string, string>>;
  readonly parallel?: { readonly matrix: readonly Readonly<Record<string, readonly string[]>>[] };
  readonly id_tokens?: Readonly<Record<string, { readonly aud: string }>>;
  readonly environment?: { readonly name: string } | string;
  readonly before_script?: readonly string[];
  readonly script: readonly string[];
  readonly artifacts?: {
    readonly when?: string;
    readonly paths?: readonly string[];
    readonly reports?: { readonly dotenv?: string };
  };
}

/** A pipeline as gitlab-ci-local resolves it. */
export interface Pipeline {
  /** Variables of the configuration, and those of the rule of `workflow` that let the pipeline start. */
  readonly variables: Readonly<Record<string, string>>;
  /** In order. */
  readonly jobs: Readonly<Record<string, Job>>;
}

/** How a job ended. */
export interface JobResult {
  readonly name: string;
  readonly result: "success" | "failed" | "skipped";
  readonly log: string;
}

/** What of the world a pipeline is told. */
export interface PipelineOptions {
  readonly source: PipelineSource;
  readonly commit: string;
  /** Predefined variables, and those of the project for the environment of a job (null: no environment). */
  readonly variables: (environment: string | null) => Readonly<Record<string, string>>;
  /** Makes an ID token. */
  readonly issue: (audience: string) => string;
  /** Called before each job: what happens meanwhile. False leaves the job out. */
  readonly before?: (job: string, artifacts: (name: string) => string) => boolean | undefined;
}

/** The configuration of the examples. */
export const CONFIGURATION = join(ROOT, "examples", "pipelines", "gitlab", ".gitlab-ci.yml");

/**
 * Lets gitlab-ci-local check and resolve a configuration for a pipeline, in an empty folder. Throws what it said when it
 * found the configuration wrong.
 */
export function resolvePipeline(source: PipelineSource, folder: string, file = CONFIGURATION): Pipeline {
  cpSync(file, join(folder, ".gitlab-ci.yml"));
  const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: folder, stdio: "pipe" });
  git("init", "--quiet", "--initial-branch=main");
  git("remote", "add", "origin", "https://gitlab.com/contoso/infrastructure.git");
  git("add", "--all");
  git("-c", "user.name=Ada", "-c", "user.email=ada@contoso.com", "commit", "--quiet", "--message", "Begin");
  const variables = {
    CI_PIPELINE_SOURCE: source,
    // Pipelines of merge requests have none.
    CI_COMMIT_BRANCH: source === "merge_request_event" ? "" : "main",
    CI_DEFAULT_BRANCH: "main",
  };
  const local = (command: string) =>
    execFileSync(
      process.execPath,
      [
        join(ROOT, "node_modules", "gitlab-ci-local", "dist", "index.js"),
        command,
        `--ignore-predefined-vars=${Object.keys(variables).join(",")}`,
        ...Object.entries(variables).map(([name, value]) => `--variable=${name}=${value}`),
      ],
      { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] },
    );
  const listed = JSON.parse(local("--list-json")) as { name: string; when: string }[];
  const { workflow, variables: own, ...all } = parse(local("--preview")) as Resolved;
  const names = listed
    .filter(({ when }) => when !== "never")
    .map(({ name }) => name.replace(/: \[.*\]$/, ""));
  const rule = workflow.rules.find((each) => matches(each.if, variables));
  if (rule === undefined) throw new Error(`no pipeline starts for ${source}`);
  return {
    variables: { ...own, ...rule.variables },
    jobs: Object.fromEntries([...new Set(names)].map((name) => [name, all[name] as Job])),
  };
}

interface Resolved {
  readonly workflow: {
    readonly rules: readonly { readonly if: string; readonly variables?: Readonly<Record<string, string>> }[];
  };
  readonly variables: Readonly<Record<string, string>>;
  readonly [job: string]: unknown;
}

/** As far as the rules of `workflow` need it: `==` and `=~` of variables, texts and patterns, and `&&`. */
function matches(rule: string, variables: Readonly<Record<string, string>>): boolean {
  return rule.split(" && ").every((part) => {
    const [, name = "", operator, right = ""] = /^\$(\w+) (==|=~) (.+)$/.exec(part) ?? [];
    const left = variables[name] ?? "";
    if (operator === "=~") return new RegExp(right.slice(1, -1)).test(left);
    if (operator !== "==") throw new Error(`cannot evaluate: ${part}`);
    return left === (right.startsWith("$") ? variables[right.slice(1)] : right.slice(1, -1));
  });
}

/** Runs the jobs of a pipeline as GitLab's shell runner does. Everybody approves at once. */
export async function runPipeline(
  world: PipelineWorld,
  { variables, jobs }: Pipeline,
  options: PipelineOptions,
): Promise<readonly JobResult[]> {
  const results: JobResult[] = [];
  const artifacts = new Map<string, { readonly folder: string; readonly dotenv: Record<string, string> }>();
  const folderOf = (name: string) => artifacts.get(name)?.folder ?? "";
  for (const [name, job] of Object.entries(jobs)) {
    const needs = (job.needs ?? []).map((need) => (typeof need === "string" ? need : need.job));
    for (const stage of job.parallel?.matrix[0]?.STAGE ?? [""]) {
      const fullName = stage === "" ? name : `${name}: [${stage}]`;
      if (needs.some((need) => results.find((each) => each.name === need)?.result !== "success")) {
        results.push({ name: fullName, result: "skipped", log: "" });
        continue;
      }
      if (options.before?.(fullName, folderOf) === false) continue;
      const project = world.folder("project");
      world.checkout(options.commit, project);
      const received: Record<string, string> = {};
      for (const need of needs) {
        const given = artifacts.get(need);
        if (given !== undefined) cpSync(given.folder, project, { recursive: true });
        Object.assign(received, given?.dotenv);
      }
      const matrix = stage === "" ? {} : { STAGE: stage };
      const env = environmentOf(world, job, options, [variables, { ...received, ...matrix }]);
      const script = [...(job.before_script ?? []), ...job.script].join("\n");
      // The image has the provider installed.
      await runScript("$ENTRASCIM/action/setup.sh", project, env);
      const { code, log } = await runScript(script, project, env, ["-eo", "pipefail"]);
      results.push({ name: fullName, result: code === 0 ? "success" : "failed", log });
      if (code === 0) artifacts.set(name, keepArtifacts(job, project, world.folder("artifacts")));
    }
  }
  return results;
}

function environmentOf(
  world: PipelineWorld,
  job: Job,
  options: PipelineOptions,
  [ofPipeline, ofRun]: readonly [Readonly<Record<string, string>>, Readonly<Record<string, string>>],
): Record<string, string> {
  const { environment } = job;
  const name = typeof environment === "string" ? environment : (environment?.name ?? null);
  const env: Record<string, string> = {
    ...world.machine("home"),
    ...ofPipeline,
    ENTRASCIM: ROOT,
    CI: "true",
    GITLAB_CI: "true",
    CI_JOB_URL: "https://gitlab.com/contoso/infrastructure/-/jobs/1",
    CI_SERVER_URL: "https://gitlab.com",
    ...options.variables(name),
    ...job.variables,
    ...ofRun,
  };
  const expand = (text: string): string =>
    text.replace(/\$(\w+)/g, (_, variable: string) => expand(env[variable] ?? ""));
  const expanded = Object.fromEntries(
    Object.entries(env).map(([key, value]) => [key, expand(String(value))]),
  );
  const tokens = Object.entries(job.id_tokens ?? {}).map(([key, { aud }]) => [
    key,
    options.issue(expand(aud)),
  ]);
  return { ...expanded, ...Object.fromEntries(tokens) };
}

function keepArtifacts({ artifacts }: Job, project: string, folder: string) {
  for (const path of artifacts?.paths ?? []) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(project, path), join(folder, path), { recursive: true });
  }
  const dotenv = artifacts?.reports?.dotenv;
  const file = dotenv === undefined ? "" : join(project, dotenv);
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  return {
    folder,
    dotenv: Object.fromEntries(
      lines.filter((line) => line !== "").map((line) => line.split("=", 2)),
    ) as Record<string, string>,
  };
}

import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { PipelineWorld } from "../pipeline-world";
import { ROOT } from "../pipeline-world";
import { runScript } from "../shell";
import { type Contexts, evaluate, interpolate, isTruthy } from "./expression";
import type { GithubServer } from "./github-server";
import { type Job, readAction, readWorkflow, type Step } from "./workflow";

/** What started a run. */
export interface RunEvent {
  readonly name: "pull_request" | "push" | "schedule";
  readonly commit: string;
  /** The repository of the pull request's branch, when that is a fork. */
  readonly fork?: string;
}

/** How a job ended. */
export interface JobResult {
  /** `dev`, or `plan (prod)` in a matrix, or `dev / apply` in a reusable workflow. */
  readonly name: string;
  readonly result: "success" | "failure" | "skipped" | "cancelled";
  readonly log: string;
  readonly summary: string;
  /** Names of the steps that were run. */
  readonly steps: readonly string[];
}

/** Variables of the repository, and those of its environments, which come before them. */
export interface Variables {
  readonly repository: Readonly<Record<string, string>>;
  readonly environments: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const REPOSITORY = "contoso/infrastructure";

interface RunningJob {
  readonly env: Record<string, string>;
  readonly workspace: string;
  readonly contexts: Record<string, Contexts>;
  readonly steps: string[];
  log: string;
}

type StepState = { outcome: "success" | "failure"; outputs: Record<string, string> };

/**
 * One run of a workflow, as GitHub Actions runs it: the `run` steps by bash, this repository's action by its own
 * steps, and what GitHub's own actions do. Everybody approves at once.
 */
export class GithubRun {
  readonly results: JobResult[] = [];
  /** Files by the name of their artifact. */
  readonly artifacts = new Map<string, string>();

  constructor(
    readonly world: PipelineWorld,
    readonly server: GithubServer,
    readonly variables: Variables,
    readonly event: RunEvent,
    /** Called before each job: what happens meanwhile. False leaves the job out. */
    readonly before: (job: string) => boolean | undefined = () => true,
  ) {}

  /** Runs a workflow of the examples. */
  async run(file: string): Promise<this> {
    await this.#workflow(file, "", {});
    return this;
  }

  /** A job's result. Throws an Error when it was not even looked at. */
  job(name: string): JobResult {
    const found = this.results.find((each) => each.name === name);
    if (found === undefined)
      throw new Error(`no job ${name}; jobs: ${this.results.map((each) => each.name)}`);
    return found;
  }

  /** All results, as `name: result`. */
  get outcome(): readonly string[] {
    return this.results.map(({ name, result }) => `${name}: ${result}`);
  }

  /** The logs of the jobs that did not succeed. */
  get logs(): readonly string[] {
    return this.results.filter(({ result }) => result === "failure").map(({ log }) => log);
  }

  async #workflow(file: string, prefix: string, inputs: Contexts): Promise<boolean> {
    const needs: Record<string, { result: string; outputs: Contexts }> = {};
    for (const [id, job] of Object.entries(readWorkflow(file).jobs)) {
      const wanted = [job.needs ?? []].flat();
      const contexts = { inputs, needs: needs as unknown as Contexts, github: this.#github() };
      const isReady = wanted.every((name) => needs[name]?.result === "success");
      if (!isReady || (job.if !== undefined && !isTruthy(evaluate(job.if, contexts)))) {
        this.#skip(prefix + id);
        needs[id] = { result: "skipped", outputs: {} };
        continue;
      }
      needs[id] = job.uses
        ? await this.#call(job, prefix + id, contexts)
        : await this.#matrix(job, prefix + id, contexts);
    }
    return Object.values(needs).every(({ result }) => result !== "failure");
  }

  async #call(job: Job, name: string, contexts: Contexts): Promise<{ result: string; outputs: Contexts }> {
    const inputs = mapValues(job.with ?? {}, (value) => interpolate(value, contexts));
    const isGood = await this.#workflow(basename(job.uses ?? ""), `${name} / `, inputs);
    return { result: isGood ? "success" : "failure", outputs: {} };
  }

  async #matrix(job: Job, name: string, contexts: Contexts): Promise<{ result: string; outputs: Contexts }> {
    const [[key, values] = ["", [""]]] = Object.entries(job.strategy?.matrix ?? {});
    let outputs: Contexts = {};
    let failed = false;
    for (const value of values) {
      const fullName = value === "" ? name : `${name} (${value})`;
      if (failed && job.strategy?.["fail-fast"] !== false) {
        this.results.push({ name: fullName, result: "cancelled", log: "", summary: "", steps: [] });
        continue;
      }
      const ended = await this.#job(job, fullName, { ...contexts, matrix: { [key]: value } });
      outputs = ended.outputs;
      failed ||= !ended.isGood;
    }
    return { result: failed ? "failure" : "success", outputs };
  }

  async #job(job: Job, name: string, outer: Contexts): Promise<{ isGood: boolean; outputs: Contexts }> {
    if (this.before(name) === false) return { isGood: true, outputs: {} };
    const running = this.#begin(job, name, outer);
    const states: Record<string, StepState> = {};
    let isGood = true;
    for (const step of job.steps ?? []) {
      if (!isGood) break;
      const state = await this.#step(step, running, { ...running.contexts, steps: stepContext(states) });
      if (state === null) continue;
      if (step.id !== undefined) states[step.id] = state;
      isGood = state.outcome === "success";
    }
    const contexts = { ...running.contexts, steps: stepContext(states) };
    const outputs = mapValues(job.outputs ?? {}, (value) => interpolate(value, contexts));
    this.results.push({
      name,
      result: isGood ? "success" : "failure",
      log: running.log,
      summary: readFileSync(running.env.GITHUB_STEP_SUMMARY ?? "", "utf8"),
      steps: running.steps,
    });
    return { isGood, outputs };
  }

  #begin(job: Job, name: string, outer: Contexts): RunningJob {
    const home = this.world.folder(name.replace(/\W+/g, "-"));
    const workspace = join(home, "workspace");
    const temporary = join(home, "temp");
    for (const folder of [workspace, temporary]) mkdirSync(folder);
    const files = { GITHUB_STEP_SUMMARY: join(home, "summary"), GITHUB_EVENT_PATH: join(home, "event.json") };
    writeFileSync(files.GITHUB_STEP_SUMMARY, "");
    writeFileSync(files.GITHUB_EVENT_PATH, JSON.stringify(this.#payload()));
    const environment = job.environment === undefined ? null : interpolate(job.environment, outer);
    const token = this.server.token(this.#subject(environment), job.permissions ?? {});
    const contexts = {
      ...outer,
      github: { ...this.#github(), token, action_path: ROOT },
      runner: { temp: temporary },
      vars: {
        ...this.variables.repository,
        ...(environment === null ? {} : this.variables.environments[environment]),
      },
    } as Record<string, Contexts>;
    const written = mapValues(job.env ?? {}, (value) => interpolate(value, contexts));
    const env = {
      ...this.world.machine(`${name.replace(/\W+/g, "-")}-home`),
      ...files,
      CI: "true",
      GITHUB_ACTIONS: "true",
      GITHUB_ACTION_PATH: ROOT,
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_GRAPHQL_URL: `${this.server.origin}/graphql`,
      RUNNER_TEMP: temporary,
      ...(job.permissions?.["id-token"] === "write"
        ? {
            ACTIONS_ID_TOKEN_REQUEST_URL: `${this.server.origin}/token?api-version=2.0`,
            ACTIONS_ID_TOKEN_REQUEST_TOKEN: token,
          }
        : {}),
      // The emulator stands in for the vendor's address.
      ...Object.fromEntries(Object.entries(written).filter(([key]) => key !== "INFISICAL_HOST")),
    };
    return { env, workspace, contexts, steps: [], log: "" };
  }

  async #step(step: Step, job: RunningJob, contexts: Contexts): Promise<StepState | null> {
    if (step.if !== undefined && !isTruthy(evaluate(step.if, contexts))) return null;
    job.steps.push(step.name ?? step.uses ?? step.run ?? "");
    const inputs = mapValues(step.with ?? {}, (value) => interpolate(String(value), contexts));
    if (step.run !== undefined) return await this.#script(step, job, contexts);
    const [action] = (step.uses ?? "").split("@");
    switch (action) {
      case "actions/checkout":
        this.world.checkout(this.event.commit, job.workspace);
        break;
      case "contoso/entrascim":
        return await this.#action(inputs, job, contexts);
      case "actions/upload-artifact":
        this.artifacts.set(inputs.name ?? "", inputs.path ?? "");
        break;
      case "actions/download-artifact":
        this.#download(inputs);
        break;
      case "actions/setup-node":
      case "hashicorp/setup-terraform":
      case "actions/cache":
        break;
      default:
        throw new Error(`the runner does not know ${step.uses}`);
    }
    return { outcome: "success", outputs: {} };
  }

  async #action(
    given: Readonly<Record<string, string>>,
    job: RunningJob,
    outer: Contexts,
  ): Promise<StepState> {
    const action = readAction();
    const unknown = Object.keys(given).filter((name) => !Object.hasOwn(action.inputs, name));
    if (unknown.length > 0) throw new Error(`the action has no input ${unknown}`);
    const defaults = mapValues(action.inputs, ({ default: value = "" }) => interpolate(value, outer));
    const states: Record<string, StepState> = {};
    const contexts = () => ({ ...outer, inputs: { ...defaults, ...given }, steps: stepContext(states) });
    let outcome: StepState["outcome"] = "success";
    for (const step of action.runs.steps) {
      const state = await this.#step(step, job, contexts());
      if (state === null) continue;
      if (step.id !== undefined) states[step.id] = state;
      outcome = state.outcome;
      if (outcome === "failure") break;
    }
    return { outcome, outputs: mapValues(action.outputs, ({ value }) => interpolate(value, contexts())) };
  }

  async #script(step: Step, job: RunningJob, contexts: Contexts): Promise<StepState> {
    if (step.run?.includes("${{")) throw new Error(`an expression in a script: ${step.run}`);
    const output = join(job.env.RUNNER_TEMP ?? "", `output-${job.steps.length}`);
    writeFileSync(output, "");
    const env = {
      ...job.env,
      ...mapValues(step.env ?? {}, (value) => interpolate(value, contexts)),
      GITHUB_OUTPUT: output,
    };
    const options = step.shell === "bash" ? ["-eo", "pipefail"] : ["-e"];
    const { code, log } = await runScript(step.run ?? "", job.workspace, env, options);
    job.log += `${log}${code === 0 ? "" : `Process completed with exit code ${code}.\n`}`;
    const lines = readFileSync(output, "utf8")
      .split("\n")
      .filter((line) => line !== "");
    return {
      outcome: code === 0 ? "success" : "failure",
      outputs: Object.fromEntries(lines.map((line) => /^(\w+)=(.*)$/.exec(line)?.slice(1) ?? ["", line])),
    };
  }

  /** An artifact has the files, without their permissions. */
  #download({ name = "", path = "" }: Readonly<Record<string, string>>): void {
    const file = this.artifacts.get(name);
    if (file === undefined) throw new Error(`there is no artifact ${name}`);
    mkdirSync(path, { recursive: true });
    copyFileSync(file, join(path, basename(file)));
    chmodSync(join(path, basename(file)), 0o644);
  }

  #skip(name: string): void {
    this.results.push({ name, result: "skipped", log: "", summary: "", steps: [] });
  }

  /** https://docs.github.com/actions/reference/security/oidc */
  #subject(environment: string | null): string {
    if (environment !== null) return `repo:${REPOSITORY}:environment:${environment}`;
    return this.event.name === "pull_request"
      ? `repo:${REPOSITORY}:pull_request`
      : `repo:${REPOSITORY}:ref:refs/heads/main`;
  }

  #payload(): Contexts {
    if (this.event.name !== "pull_request") return {};
    return { pull_request: { number: 7, head: { repo: { full_name: this.event.fork ?? REPOSITORY } } } };
  }

  #github(): Contexts {
    return {
      repository: REPOSITORY,
      server_url: "https://github.com",
      run_id: "1",
      ref: "refs/heads/main",
      event: this.#payload(),
    };
  }
}

function stepContext(states: Readonly<Record<string, StepState>>): Contexts {
  return states as unknown as Contexts;
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

import { copyFileSync, mkdirSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { type PipelineWorld, ROOT } from "../pipeline-world";
import { runScript } from "../shell";
import { ACCESS_TOKEN, type AzureDevopsServer } from "./azure-devops-server";
import { type ConditionState, evaluate, holds } from "./condition";
import { type Job, readPipeline, type Step } from "./pipeline-file";

/** A service connection: which application its tokens are for. */
export interface ServiceConnection {
  readonly id: string;
  readonly clientId: string;
}

/** What of the world a run is told. */
export interface RunOptions {
  readonly reason: "PullRequest" | "IndividualCI" | "Schedule";
  readonly commit: string;
  readonly tenantId: string;
  readonly groups: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly connections: Readonly<Record<string, ServiceConnection>>;
  /** Called before each job: what happens meanwhile. False leaves the job out. */
  readonly before?: (job: string, artifacts: ReadonlyMap<string, string>) => boolean | undefined;
}

/** How a job ended. */
export interface JobResult {
  /** `dev / plan`, or `plan_dev` where there are no stages. */
  readonly name: string;
  readonly result: "succeeded" | "failed" | "skipped";
  readonly log: string;
}

interface RunningJob {
  readonly workspace: string;
  readonly env: Readonly<Record<string, string>>;
  readonly variables: Record<string, string>;
  readonly outputs: Record<string, string>;
  log: string;
  succeeded: boolean;
}

/** One run of a pipeline of the examples, as an agent on Linux runs it. Everybody approves at once. */
export class AzurePipelinesRun {
  readonly results: JobResult[] = [];
  readonly #artifacts = new Map<string, string>();

  constructor(
    readonly world: PipelineWorld,
    readonly server: AzureDevopsServer,
    readonly options: RunOptions,
  ) {}

  /** Runs a pipeline of the examples. */
  async run(file: string): Promise<this> {
    const { stages, jobs = [], variables = [] } = readPipeline(file);
    const failed = new Set<string>();
    for (const { stage, dependsOn, jobs: inStage } of stages ?? [{ stage: "", dependsOn: [], jobs }]) {
      const isHeldUp = dependsOn.some((each) => failed.has(each));
      const isGood = await this.#stage(stage, inStage, variables, isHeldUp);
      if (!isGood) failed.add(stage);
    }
    return this;
  }

  /** All results, as `name: result`. */
  get outcome(): readonly string[] {
    return this.results.map(({ name, result }) => `${name}: ${result}`);
  }

  /** The log of a job. */
  log(name: string): string {
    return this.results.find((each) => each.name === name)?.log ?? "";
  }

  /** The logs of the jobs that failed. */
  get logs(): readonly string[] {
    return this.results.filter(({ result }) => result === "failed").map(({ log }) => log);
  }

  async #stage(
    stage: string,
    jobs: readonly Job[],
    variables: NonNullable<Job["variables"]>,
    isHeldUp: boolean,
  ): Promise<boolean> {
    const dependencies: Record<string, Record<string, string>> = {};
    let isGood = !isHeldUp;
    for (const job of jobs) {
      const id = job.job ?? job.deployment ?? "";
      const name = stage === "" ? id : `${stage} / ${id}`;
      const succeeded = job.dependsOn === undefined ? !isHeldUp : isGood;
      const state = { succeeded, variables: {}, dependencies };
      if (!holds(job.condition ?? "succeeded()", state)) {
        this.results.push({ name, result: "skipped", log: "" });
        continue;
      }
      if (this.options.before?.(name, this.#artifacts) === false) continue;
      const ended = await this.#job({ ...job, variables: [...variables, ...(job.variables ?? [])] }, state);
      this.results.push({ name, result: ended.succeeded ? "succeeded" : "failed", log: ended.log });
      dependencies[id] = ended.outputs;
      isGood &&= ended.succeeded;
    }
    return isGood;
  }

  async #job(job: Job, state: ConditionState): Promise<RunningJob> {
    const workspace = this.world.folder("agent");
    const running: RunningJob = {
      workspace,
      env: this.world.machine("agent-home"),
      variables: this.#variables(job, workspace, state),
      outputs: {},
      log: "",
      succeeded: true,
    };
    for (const step of job.steps ?? job.strategy?.runOnce.deploy.steps ?? []) {
      const { succeeded, variables } = running;
      if (!holds(step.condition ?? "succeeded()", { succeeded, variables, dependencies: {} })) continue;
      await this.#step(step, running);
    }
    return running;
  }

  #variables(job: Job, workspace: string, state: ConditionState): Record<string, string> {
    const variables: Record<string, string> = {
      "Pipeline.Workspace": workspace,
      "Build.Reason": this.options.reason,
      "Build.BuildId": "1",
      "Build.Repository.Id": "repository-id",
      "System.AccessToken": ACCESS_TOKEN,
      "System.CollectionUri": this.server.collection,
      "System.TeamProject": "infrastructure",
      "System.TeamProjectId": "infrastructure",
      "System.PullRequest.PullRequestId": this.options.reason === "PullRequest" ? "7" : "",
      "System.OidcRequestUri": `${this.server.collection}oidctoken`,
    };
    for (const { group, name, value = "" } of job.variables ?? []) {
      if (group !== undefined) {
        const members = this.options.groups[group];
        if (members === undefined) throw new Error(`there is no variable group ${group}`);
        Object.assign(variables, members);
      } else if (name !== undefined) {
        const [, expression] = /^\$\[ (.*) \]$/.exec(value) ?? [];
        variables[name] = expression === undefined ? value : String(evaluate(expression, state));
      }
    }
    return variables;
  }

  async #step(step: Step, job: RunningJob): Promise<void> {
    const macro = (text: string) =>
      text.replace(/\$\(([A-Za-z_][\w.]*)\)/g, (whole, name: string) => job.variables[name] ?? whole);
    if (step.bash !== undefined) return await this.#script(macro(step.bash), step, job, macro);
    if (step.checkout !== undefined) return this.#checkout(step, job);
    const artifact = macro(step.artifact ?? "");
    if (step.publish !== undefined) return void this.#artifacts.set(artifact, macro(step.publish));
    if (step.download !== undefined) {
      const file = this.#artifacts.get(artifact);
      if (file === undefined) throw new Error(`there is no artifact ${artifact}`);
      mkdirSync(join(job.workspace, artifact));
      return copyFileSync(file, join(job.workspace, artifact, basename(file)));
    }
    const { azureSubscription = "", inlineScript = "" } = step.inputs ?? {};
    switch (step.task) {
      case "AzureCLI@2":
        return await this.#script(
          macro(inlineScript),
          step,
          job,
          macro,
          this.#connection(macro(azureSubscription)),
        );
      case "UseNode@1":
      case "TerraformInstaller@1":
      case "Cache@2":
        return;
      default:
        throw new Error(`the agent does not know ${JSON.stringify(step)}`);
    }
  }

  /** What AzureCLI@2 sets for a service connection with workload identity federation. */
  #connection(name: string): Readonly<Record<string, string>> {
    const connection = this.options.connections[name];
    if (connection === undefined) throw new Error(`there is no service connection ${name}`);
    return {
      AZURESUBSCRIPTION_SERVICE_CONNECTION_ID: connection.id,
      AZURESUBSCRIPTION_CLIENT_ID: connection.clientId,
      AZURESUBSCRIPTION_TENANT_ID: this.options.tenantId,
    };
  }

  #checkout({ checkout, path = "" }: Step, job: RunningJob): void {
    const folder = join(job.workspace, path);
    if (checkout === "self") this.world.checkout(this.options.commit, folder);
    else symlinkSync(ROOT, folder);
  }

  async #script(
    script: string,
    step: Step,
    job: RunningJob,
    macro: (text: string) => string,
    more: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    // Every variable is there, but those that are secret; the job's token is one.
    const visible = Object.entries(job.variables).filter(([name]) => name !== "System.AccessToken");
    const env = {
      ...job.env,
      ...Object.fromEntries(visible.map(([name, value]) => [name.replaceAll(".", "_").toUpperCase(), value])),
      TF_BUILD: "True",
      ...more,
      ...Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, macro(value)])),
    };
    const directory = step.workingDirectory === undefined ? job.workspace : macro(step.workingDirectory);
    const { code, log } = await runScript(script, directory, env, []);
    job.log += log;
    for (const [, name = "", isOutput, value = ""] of log.matchAll(
      /^##vso\[task\.setvariable variable=(\w+)(;isOutput=true)?\](.*)$/gm,
    )) {
      job.variables[isOutput ? `${step.name}.${name}` : name] = value;
      if (isOutput) job.outputs[`${step.name}.${name}`] = value;
    }
    job.succeeded &&= code === 0;
  }
}

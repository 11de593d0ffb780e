import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** The provider as `npm run build` leaves it. */
export const MIRROR = resolve(__dirname, "../../dist/mirror");

/** What a command came to. */
export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, for a look at all that a person would have seen. */
  readonly output: string;
}

/** A command that is under way. */
export interface RunningCommand {
  /** Terraform's process id, and that of its process group. */
  readonly pid: number;
  readonly result: Promise<CommandResult>;
  /** What it has printed up to now, on both streams. */
  printed(): string;
}

/** A diagnostic as `terraform … -json` prints it. */
export interface PrintedDiagnostic {
  readonly severity: string;
  readonly summary: string;
  readonly detail: string;
  readonly address?: string;
  readonly range?: { readonly start: { readonly line: number } };
  readonly snippet?: { readonly code: string; readonly context?: string | null };
}

/** A change as `terraform show -json PLAN` tells it. */
export interface ResourceChange {
  readonly address: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: Record<string, unknown> | null;
    readonly after: Record<string, unknown> | null;
    readonly after_unknown: Record<string, unknown>;
  };
}

const PREAMBLE = `
terraform {
  required_providers {
    entrascim = { source = "entrascim/entrascim" }
  }
}
`;

/**
 * A folder in which the real Terraform runs the real provider. It has a home, a temporary folder and a command line
 * configuration of its own, so that nothing of the machine matters and everything that is left behind can be looked at.
 */
export class TerraformWorkspace {
  readonly root = mkdtempSync(join(tmpdir(), "entrascim-acceptance-"));
  readonly directory = join(this.root, "stack");
  readonly temporary = join(this.root, "tmp");

  constructor(
    readonly environment: Readonly<Record<string, string>>,
    readonly binary = "terraform",
  ) {
    for (const directory of [this.directory, this.temporary, join(this.root, "home")]) {
      mkdirSync(directory, { recursive: true });
    }
    writeFileSync(
      join(this.root, "terraform.rc"),
      `provider_installation {\n  filesystem_mirror {\n    path = "${MIRROR}"\n  }\n}\n`,
    );
  }

  /** Replaces the configuration; what every stack needs is added. */
  write(configuration: string): void {
    writeFileSync(join(this.directory, "main.tf"), PREAMBLE + configuration);
  }

  /** A module of this configuration; its source is `./NAME`, and `init` has to run after it. */
  writeModule(name: string, configuration: string): void {
    mkdirSync(join(this.directory, name), { recursive: true });
    writeFileSync(join(this.directory, name, "main.tf"), PREAMBLE + configuration);
  }

  /** The configuration, and what `terraform init` makes of it. */
  async start(configuration: string): Promise<this> {
    this.write(configuration);
    const { code, output } = await this.run(["init", "-no-color"]);
    if (code !== 0) throw new Error(output);
    return this;
  }

  /** Runs a Terraform command in this folder. It never rejects: the exit code is part of the result. */
  run(args: readonly string[], extra: Readonly<Record<string, string>> = {}): Promise<CommandResult> {
    return this.launch(args, extra).result;
  }

  /** Starts a Terraform command in a process group of its own, as a shell with a terminal does, and returns at once. */
  launch(args: readonly string[], extra: Readonly<Record<string, string>> = {}): RunningCommand {
    const child = spawn(this.binary, args, {
      cwd: this.directory,
      detached: true,
      env: {
        PATH: process.env.PATH ?? "",
        HOME: join(this.root, "home"),
        TMPDIR: this.temporary,
        TF_CLI_CONFIG_FILE: join(this.root, "terraform.rc"),
        TF_IN_AUTOMATION: "1",
        TF_INPUT: "0",
        CHECKPOINT_DISABLE: "1",
        ...this.environment,
        ...extra,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    const result = new Promise<CommandResult>((done, fail) => {
      child.on("error", fail);
      child.on("close", (code) => done({ code: code ?? -1, stdout, stderr, output: stdout + stderr }));
    });
    return { pid: child.pid ?? -1, result, printed: () => stdout + stderr };
  }

  /** `terraform apply`; rejects with the output when it fails. */
  async apply(...args: readonly string[]): Promise<CommandResult> {
    return this.#succeed(["apply", "-auto-approve", "-no-color", ...args]);
  }

  /** `terraform destroy`; rejects with the output when it fails. */
  async destroy(...args: readonly string[]): Promise<CommandResult> {
    return this.#succeed(["destroy", "-auto-approve", "-no-color", ...args]);
  }

  /** `terraform plan -detailed-exitcode`: 0 without changes, 1 for an error, 2 with changes. */
  plan(...args: readonly string[]): Promise<CommandResult> {
    return this.run(["plan", "-no-color", "-detailed-exitcode", "-out=plan.tfplan", ...args]);
  }

  /** The changes of a new plan, without those that change nothing. */
  async changes(...args: readonly string[]): Promise<readonly ResourceChange[]> {
    const { code, output } = await this.plan(...args);
    if (code === 1) throw new Error(output);
    const shown = JSON.parse((await this.#succeed(["show", "-json", "plan.tfplan"])).stdout) as {
      resource_changes?: ResourceChange[];
    };
    return (shown.resource_changes ?? []).filter(({ change }) => change.actions[0] !== "no-op");
  }

  /** The diagnostics of a command that prints JSON lines (plan, apply, refresh, destroy) or one object (validate). */
  async diagnostics(command: string, ...args: readonly string[]): Promise<readonly PrintedDiagnostic[]> {
    const approve = command === "apply" || command === "destroy" ? ["-auto-approve"] : [];
    const { stdout } = await this.run([command, "-json", ...approve, ...args]);
    if (command === "validate")
      return (JSON.parse(stdout) as { diagnostics: PrintedDiagnostic[] }).diagnostics;
    return stdout
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line) as { type: string; diagnostic?: PrintedDiagnostic })
      .flatMap((line) =>
        line.type === "diagnostic" && line.diagnostic !== undefined ? [line.diagnostic] : [],
      );
  }

  /** What state stores of a resource (or data source), or undefined. */
  state(address: string): Record<string, unknown> | undefined {
    const text = readFileSync(join(this.directory, "terraform.tfstate"), "utf8");
    // A Terraform that is killed in its first apply leaves an empty file, which the next one takes for no state.
    if (text === "") return undefined;
    const state = JSON.parse(text) as {
      resources: {
        mode: string;
        type: string;
        name: string;
        instances: { attributes: Record<string, unknown> }[];
      }[];
    };
    const found = state.resources.find(
      ({ mode, type, name }) => `${mode === "data" ? "data." : ""}${type}.${name}` === address,
    );
    return found?.instances[0]?.attributes;
  }

  /** Removes the folder with everything in it. */
  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  async #succeed(args: readonly string[]): Promise<CommandResult> {
    const result = await this.run(args);
    if (result.code !== 0) throw new Error(`terraform ${args.join(" ")}\n${result.output}`);
    return result;
  }
}

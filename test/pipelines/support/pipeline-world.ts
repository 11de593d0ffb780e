import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { findTerraform } from "../../../src/cli/terraform/find-terraform";
import { PROJECT_ID, TENANT_ID } from "../../../src/emulator/default-seed";
import type { SeedInput } from "../../../src/emulator/seed";
import { startWorld, type World } from "../../support/world";

/** The checkout of entrascim that pipelines use. */
export const ROOT = resolve(__dirname, "../../..");

/** Stages of the project, in order. */
export const STAGES = ["dev", "staging", "prod"] as const;
/** One of them. */
export type Stage = (typeof STAGES)[number];

const ENDINGS: Readonly<Record<Stage, string>> = { dev: "d1", staging: "e1", prod: "f1" };
const KEY = "SERVICENOW_SCIM_TOKEN";

/** Whom pipelines sign in as. A token of the issuer with the subject is good for both, each with its audience. */
export interface PipelineIdentity {
  readonly subject: string;
  /** Client id in Entra. */
  readonly clientId: string;
  /** Machine identity in Infisical. */
  readonly identityId: string;
  /** One that only plans may push nothing and read no value. */
  readonly plansOnly?: boolean;
  /** A folder that one that only plans may read all the same. */
  readonly reads?: { readonly environment: string; readonly path: string };
}

/** Values by environment, folder and key. */
type Secrets = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

/** How tokens of the pipelines' system look. */
export interface Issuer {
  readonly issuer: string;
  /** Audience of tokens for Infisical. */
  readonly audience: string;
}

/** The clouds, a project in a git repository, and what the machines of a pipeline have in common. */
export class PipelineWorld {
  readonly #world: World;
  readonly #scratch = mkdtempSync(join(tmpdir(), "entrascim-pipelines-"));
  readonly #repository = join(this.#scratch, "repository");
  readonly #states = join(this.#scratch, "states");
  readonly #synthesized = join(this.#scratch, "synthesized");
  #machines = 0;

  private constructor(world: World) {
    this.#world = world;
    mkdirSync(this.#states);
    mkdirSync(this.#synthesized);
    cpSync(join(__dirname, "../project"), this.#repository, { recursive: true });
    writeFileSync(join(this.#repository, ".gitignore"), "node_modules/\ncdktf.out/\nplan/\n");
    this.#git("init", "--quiet", "--initial-branch=main");
    this.commit("Begin");
  }

  /** Starts the clouds with these identities, and with secrets in Infisical beside those of the stages. */
  static async start(
    issuer: Issuer,
    identities: readonly PipelineIdentity[],
    secrets: Secrets = {},
  ): Promise<PipelineWorld> {
    return new PipelineWorld(await startWorld({ seed: seedOf(issuer, identities, secrets) }));
  }

  /** Operations on the clouds. */
  get control() {
    return this.#world.emulator.control;
  }

  /** A folder of the test's own that is removed at the end. */
  folder(name: string): string {
    const folder = join(this.#scratch, `${++this.#machines}-${name}`);
    mkdirSync(folder);
    return folder;
  }

  /** Changes files of the project (text for text), and commits them. Gives the commit. */
  commit(message: string, edits: Readonly<Record<string, readonly [string, string]>> = {}): string {
    for (const [file, [before, after]] of Object.entries(edits)) {
      const path = join(this.#repository, file);
      const text = readFileSync(path, "utf8");
      if (text.split(before).length !== 2) throw new Error(`${file} must have once: ${before}`);
      writeFileSync(path, text.replace(before, after));
    }
    this.#git("add", "--all");
    this.#git(
      "-c",
      "user.name=Ada",
      "-c",
      "user.email=ada@contoso.com",
      "commit",
      "--quiet",
      "--message",
      message,
    );
    return this.head();
  }

  /** The newest commit. */
  head(): string {
    return this.#git("rev-parse", "HEAD").trim();
  }

  /** Puts a commit of the project into an empty folder. */
  checkout(commit: string, folder: string): void {
    execFileSync("git", ["clone", "--quiet", "--no-checkout", this.#repository, folder], { stdio: "pipe" });
    execFileSync("git", ["checkout", "--quiet", "--detach", commit], { cwd: folder, stdio: "pipe" });
  }

  /**
   * The environment of a fresh machine: Terraform, Node.js and the usual tools. What would need the internet stands
   * in: `npm ci` puts in place what it would install, `npx cdktf synth` runs the program as cdktf does, once for each commit.
   */
  machine(name: string): Readonly<Record<string, string>> {
    const home = this.folder(name);
    const bin = join(home, "bin");
    const temporary = join(home, "tmp");
    mkdirSync(bin);
    mkdirSync(temporary);
    const modules = join(ROOT, "node_modules");
    script(
      join(bin, "npm"),
      `[ "$*" = ci ] || { echo "npm $*: the test has no such command" >&2; exit 1; }
mkdir -p node_modules/entrascim/dist
cp '${ROOT}/package.json' node_modules/entrascim && cp -R '${ROOT}/dist/constructs' node_modules/entrascim/dist
for name in cdktf constructs tsx; do ln -s "${modules}/$name" "node_modules/$name"; done`,
    );
    script(
      join(bin, "npx"),
      `[ "$*" = "cdktf synth" ] || { echo "npx $*: the test has no such command" >&2; exit 1; }
kept='${this.#synthesized}'/$(git rev-parse HEAD)
if [ ! -d "$kept" ]; then $(jq -r .app cdktf.json) && cp -R cdktf.out "$kept"; else cp -R "$kept" cdktf.out; fi`,
    );
    const { INFISICAL_HOST, AZURE_AUTHORITY_HOST, ENTRASCIM_GRAPH_ENDPOINT, NODE_EXTRA_CA_CERTS } =
      this.#world.environment;
    return {
      PATH: `${bin}:${process.env.PATH ?? ""}`,
      HOME: home,
      TMPDIR: temporary,
      TERRAFORM_BINARY_NAME: findTerraform(process.env).command,
      CHECKPOINT_DISABLE: "1",
      STATE_DIRECTORY: this.#states,
      INFISICAL_HOST: INFISICAL_HOST ?? "",
      AZURE_AUTHORITY_HOST: AZURE_AUTHORITY_HOST ?? "",
      ENTRASCIM_GRAPH_ENDPOINT: ENTRASCIM_GRAPH_ENDPOINT ?? "",
      NODE_EXTRA_CA_CERTS: NODE_EXTRA_CA_CERTS ?? "",
      CURL_CA_BUNDLE: NODE_EXTRA_CA_CERTS ?? "",
    };
  }

  /** The token that ServiceNow's service principal of a stage holds. */
  held(stage: Stage): string | undefined {
    const id = `5e4b1ce0-0000-4000-8000-0000000000${ENDINGS[stage]}`;
    return this.control.inspect().servicePrincipals[id]?.secrets.SecretToken;
  }

  /** The token that ServiceNow of a stage accepts. */
  accepted(stage: Stage): string {
    return this.control.inspectToken(`servicenow-${stage}`);
  }

  /** ServiceNow of a stage hands out a new token, and somebody stores it. */
  rotate(stage: Stage): void {
    this.store(stage, this.control.rotateToken(`servicenow-${stage}`));
  }

  /** Stores a token for a stage. */
  store(stage: Stage, token: string): void {
    this.control.setSecret({ environment: stage, key: KEY }, token);
  }

  /** Somebody else has applied something: the state of a stage is another one. */
  moveState(stage: Stage): void {
    const path = join(this.#states, `${stage}.tfstate`);
    const state = JSON.parse(readFileSync(path, "utf8")) as { serial: number };
    writeFileSync(path, JSON.stringify({ ...state, serial: state.serial + 1 }));
  }

  /** Stops the clouds and removes everything. */
  async close(): Promise<void> {
    await this.#world.close();
    rmSync(this.#scratch, { recursive: true, force: true });
  }

  #git(...args: readonly string[]): string {
    return execFileSync("git", args, { cwd: this.#repository, encoding: "utf8" });
  }
}

function script(path: string, body: string): void {
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
}

function seedOf(
  { issuer, audience }: Issuer,
  identities: readonly PipelineIdentity[],
  secrets: Secrets,
): SeedInput {
  const login = (subject: string) => ({ issuer, subject });
  const clients = [...new Set(identities.map(({ clientId }) => clientId))];
  return {
    apps: clients.map((clientId) => ({
      clientId,
      displayName: `entrascim ${clientId.slice(-2)}`,
      roles: identities.some((each) => each.clientId === clientId && each.plansOnly)
        ? ["Application.ReadWrite.OwnedBy", "Synchronization.Read.All", "Application.Read.All"]
        : ["Synchronization.ReadWrite.All", "Application.Read.All"],
      federatedCredentials: identities
        .filter((each) => each.clientId === clientId)
        .map(({ subject }) => ({ ...login(subject), audience: "api://AzureADTokenExchange" })),
    })),
    applications: STAGES.map((stage) => ({
      name: `servicenow-${stage}`,
      displayName: `ServiceNow (${stage})`,
      servicePrincipalId: `5e4b1ce0-0000-4000-8000-0000000000${ENDINGS[stage]}`,
    })),
    projects: [
      {
        id: PROJECT_ID,
        slug: "platform",
        environments: {
          ...Object.fromEntries(
            STAGES.map((stage) => [stage, { "/scim": { [KEY]: { tokenOf: `servicenow-${stage}` } } }]),
          ),
          ...secrets,
        },
      },
    ],
    identities: identities.map(({ identityId, subject, plansOnly, reads }) => ({
      id: identityId,
      name: `pipeline-${identityId.slice(-2)}`,
      oidcAuth: { ...login(subject), audience },
      permissions: [
        { project: PROJECT_ID, readValue: plansOnly !== true },
        ...(reads === undefined ? [] : [{ project: PROJECT_ID, ...reads }]),
      ],
    })),
  };
}

/** What pipelines are told of the world, as variables. */
export const VARIABLES: Readonly<Record<string, string>> = {
  ARM_TENANT_ID: TENANT_ID,
  INFISICAL_PROJECT_ID: PROJECT_ID,
  ENTRASCIM_ALLOWED_HOSTS: "127.0.0.1",
};

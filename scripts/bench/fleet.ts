import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { RequestRecord } from "../../src/emulator/traffic/request-log";
import type { TerraformWorkspace } from "../../test/support/terraform-workspace";
import { startWorld, type World } from "../../test/support/world";
import { interleave } from "./measure";
import type { Row } from "./row";
import { syncsOf } from "./sync-workspace";

const syncs = 1000;
const rotations = 20;
const latencyMs = 50;
/** Terraform's own default. */
const parallelism = 10;

/** Environments that make Terraform use a provider. */
export interface FleetProviders {
  /** Tells its memory. */
  readonly metered: Readonly<Record<string, string>>;
  readonly ours: Readonly<Record<string, string>>;
  /** Answers without doing anything. */
  readonly instant: Readonly<Record<string, string>>;
}

/** A thousand syncs in one configuration: memory, requests, and what a plan adds to Terraform's own time. */
export async function fleet(providers: FleetProviders, scratch: string): Promise<readonly Row[]> {
  const world = await startWorld();
  try {
    const applications = world.emulator.control.addApplications(syncs);
    const workspace = await world.workspace(syncsOf(applications));
    const memory = await applyAll(workspace, providers.metered, join(scratch, "memory"));
    await reinitialise(workspace, providers.ours);
    const refresh = await requestsOf(world, () => workspace.plan());
    expectUnchanged(refresh.result.code, refresh.result.output);
    for (const { name, secretKey } of applications.slice(0, rotations)) {
      world.emulator.control.setSecret(
        { environment: "prod", key: secretKey },
        world.emulator.control.rotateToken(name),
      );
    }
    await workspace.plan();
    const push = await requestsOf(world, () => workspace.apply("plan.tfplan"));
    const plan = await planAtLatency(world, workspace, providers);
    return [memory, ...refreshRows(refresh.requests), ...pushRows(push.requests), plan];
  } finally {
    await world.close();
  }
}

async function applyAll(
  workspace: TerraformWorkspace,
  metered: Readonly<Record<string, string>>,
  file: string,
): Promise<Row> {
  const environment = { ...metered, BENCH_MEMORY_FILE: file };
  await reinitialise(workspace, environment);
  const { code, output } = await workspace.run(["apply", "-auto-approve", "-no-color"], environment);
  if (code !== 0) throw new Error(output.slice(-4000));
  const peaks = (await readFile(file, "utf8")).trim().split("\n").map(Number);
  return {
    what: `peak memory of the provider, apply of ${syncs} new syncs`,
    value: Math.max(...peaks) / 1024,
    budget: 150,
    unit: "MiB",
    detail: `the largest of ${peaks.length} processes`,
  };
}

function refreshRows(requests: readonly RequestRecord[]): readonly Row[] {
  const detail = `plan of ${syncs} unchanged syncs, one folder`;
  return [
    { ...requestRow("Infisical, logins of a process", requests.filter(isLogin).length, 1), detail },
    { ...requestRow("Infisical, refresh of a folder", requests.filter(isOfFolder).length, 1), detail },
    { ...requestRow("Graph, refresh of one sync", requests.filter(isGraph).length / syncs, 2), detail },
    { ...requestRow("Entra, tokens of a process", requests.filter(isTokenRequest).length, 1), detail },
  ];
}

function pushRows(requests: readonly RequestRecord[]): readonly Row[] {
  const detail = `apply of a saved plan with ${rotations} rotations`;
  // One list without values, three reads by name, one list with values.
  const perFolder = 1 + 3 + 1;
  return [
    { ...requestRow("Infisical, apply in a folder", requests.filter(isOfFolder).length, perFolder), detail },
    { ...requestRow("Graph, push by an update", requests.filter(isGraph).length / rotations, 5), detail },
  ];
}

const isLogin = ({ route }: RequestRecord) => route.endsWith("/login");
const isOfFolder = ({ api, query }: RequestRecord) => api === "infisical" && query.secretPath === "/scim";
const isGraph = ({ api }: RequestRecord) => api === "graph";
const isTokenRequest = ({ route }: RequestRecord) => route.endsWith("/oauth2/v2.0/token");

function requestRow(what: string, value: number, budget: number): Omit<Row, "detail"> {
  return { what, value, budget, unit: "requests" };
}

async function planAtLatency(
  world: World,
  workspace: TerraformWorkspace,
  { ours, instant }: FleetProviders,
): Promise<Row> {
  const plan = (provider: Readonly<Record<string, string>>, latency: number) => async () => {
    await reinitialise(workspace, provider);
    world.emulator.control.setLatency(latency);
    world.emulator.control.clearRequests();
    const begin = performance.now();
    const { code, output } = await workspace.run(["plan", "-no-color", "-detailed-exitcode"], provider);
    const time = performance.now() - begin;
    world.emulator.control.setLatency(0);
    expectUnchanged(code, output);
    return { time, requests: world.emulator.control.requests().length };
  };
  const medians = await interleave({ ours: plan(ours, latencyMs), instant: plan(instant, 0) }, 3);
  const [own, floor] = [medians.ours.time ?? Number.NaN, medians.instant.time ?? Number.NaN];
  const waiting = ((medians.ours.requests ?? Number.NaN) * latencyMs) / parallelism;
  return {
    what: `plan of ${syncs} syncs at ${latencyMs} ms latency: time added ÷ time of waiting`,
    value: (own - floor) / waiting,
    budget: 1.1,
    unit: "×",
    detail: `(${seconds(own)} − ${seconds(floor)} with an instant provider) ÷ ${seconds(waiting)}`,
  };
}

/** A provider of the same version with other contents: Terraform has to forget the checksum of the one before. */
async function reinitialise(
  workspace: TerraformWorkspace,
  provider: Readonly<Record<string, string>>,
): Promise<void> {
  await rm(join(workspace.directory, ".terraform.lock.hcl"), { force: true });
  await rm(join(workspace.directory, ".terraform"), { recursive: true, force: true });
  const { code, output } = await workspace.run(["init", "-no-color"], provider);
  if (code !== 0) throw new Error(output);
}

async function requestsOf<T>(world: World, run: () => Promise<T>) {
  world.emulator.control.clearRequests();
  const result = await run();
  return { result, requests: [...world.emulator.control.requests()] };
}

function expectUnchanged(code: number, output: string): void {
  if (code !== 0) throw new Error(`the plan should be empty:\n${output.slice(-4000)}`);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

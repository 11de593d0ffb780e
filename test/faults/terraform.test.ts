import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CLIENT_ID, TENANT_ID } from "../../src/emulator/default-seed";
import type { RequestMatch } from "../../src/emulator/traffic/request-match";
import type { Diagnostic } from "../../src/framework/diagnostics";
import type { Value } from "../../src/framework/value";
import type { TerraformWorkspace } from "../support/terraform-workspace";
import { ROUTES } from "../support/traffic";
import { startWorld, type World } from "../support/world";
import { CALLS, type Call, type ScenarioName } from "./calls";
import { CELLS, type Cell } from "./cells";
import { type Expectation, expectationOf } from "./expectations";
import { judge } from "./judge";
import { CREDENTIAL_KEY, nameOf, type RequestName, sum } from "./requests";
import type { Observed } from "./run-cell";
import { type Stage, storedOn } from "./scenarios";

/*
 * One cell for each call, with the real Terraform, the provider that was built, and time as it passes. What has to
 * happen is what the table says; faults without long waits were chosen.
 */

jest.setTimeout(60_000);

const CHOSEN = [
  "update.login/401",
  "update.credential/reset-before",
  "update.token/503",
  "update.list/403",
  "update.secrets/next-link",
  "update.jobs/truncated",
  "update.read/404",
  "update.test/400",
  "update.put/reset-after",
  "update.check/malformed",
  "heal.start/500-after",
  "heal.poll/502",
  "create.look/403",
  "create.secrets/504",
  "create.jobs/401-unknown",
  "create.name/huge",
  "create.templates/404",
  "create.test/redirect",
  "create.put/page",
  "create.check/408",
  "missing.imports/409",
  "refresh.login/403",
  "refresh.credential/400",
  "refresh.token/401",
  "refresh.list/404",
  "refresh.secrets/403",
  "refresh.jobs/malformed",
  "gone.principal/redirect",
  "search.search/redirect",
  "clear.secrets/500",
  "clear.put/403",
  "clear.check/reset-after",
] as const;

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const control = () => world.emulator.control;

/** A scenario in a folder of Terraform's, which can be done again and again from the same beginning. */
interface Play {
  readonly terraform: TerraformWorkspace;
  readonly stage: Pick<Stage, "objectId" | "oldToken" | "newToken" | "otherSecrets">;
  /** Arguments of the command. */
  readonly command: readonly string[];
  readonly reset: () => void;
}

const plays = new Map<ScenarioName, Promise<Play>>();

function playOf(scenario: ScenarioName): Promise<Play> {
  const play = plays.get(scenario) ?? prepare(scenario);
  plays.set(scenario, play);
  return play;
}

const APPLY_PLAN = ["apply", "-json", "plan.tfplan"];
const REFRESH = ["apply", "-json", "-refresh-only", "-auto-approve"];

async function prepare(scenario: ScenarioName): Promise<Play> {
  const [added] = control().addApplications(1);
  if (added === undefined) throw new Error("no application");
  const { name, servicePrincipalId: objectId, secretKey } = added;
  const { portal } = control();
  const address = { environment: "prod", key: secretKey };
  const terraform = await world.workspace(configurationOf(scenario, objectId, secretKey));
  const quarantine = () => {
    portal.setSchedule(objectId, "Active");
    portal.quarantine(objectId);
  };
  let oldToken: string | null = null;
  if (scenario !== "create" && scenario !== "missing" && scenario !== "search") {
    await terraform.apply();
    oldToken = control().inspectToken(name);
  }
  if (scenario === "update" || scenario === "heal") {
    control().setSecret(address, control().rotateToken(name));
  }
  if (oldToken !== null) await terraform.apply("-refresh-only");
  if (scenario === "create") portal.removeJobs(objectId);
  if (scenario === "missing") control().deleteSecret(address);
  const isPlanned = scenario !== "refresh" && scenario !== "gone" && scenario !== "search";
  if (isPlanned) await terraform.plan(...(scenario === "clear" ? ["-destroy"] : []));
  const { SecretToken: _, ...otherSecrets } = storedOn(control(), objectId);
  if (scenario === "gone") portal.deleteServicePrincipal(objectId);
  const restore = keep(terraform);
  const command = isPlanned ? APPLY_PLAN : scenario === "search" ? ["plan", "-json"] : REFRESH;
  return {
    terraform,
    command,
    stage: {
      objectId,
      oldToken: scenario === "gone" ? null : oldToken,
      newToken: control().inspectToken(name),
      otherSecrets: scenario === "gone" ? {} : otherSecrets,
    },
    reset: () => {
      restore();
      if (scenario !== "gone") portal.setStoredSecrets(objectId, { ...otherSecrets, SecretToken: oldToken });
      if (scenario === "heal") quarantine();
    },
  };
}

/** Puts the state file back to what it is now. */
function keep({ directory }: TerraformWorkspace): () => void {
  const file = join(directory, "terraform.tfstate");
  const text = existsSync(file) ? readFileSync(file) : null;
  return () => (text === null ? rmSync(file, { force: true }) : writeFileSync(file, text));
}

function configurationOf(scenario: ScenarioName, objectId: string, secretKey: string): string {
  const connection = `{
      tenant_id = "${TENANT_ID}"
      client_id = "${CLIENT_ID}"
      cloud     = "public"
      auth = {
        client_secret = {
          project_id  = null
          environment = "prod"
          secret_path = "/azure"
          secret_key  = "${CREDENTIAL_KEY}"
        }
        client_certificate = null
        workload_identity  = null
        managed_identity   = null
        azure_cli          = null
      }
    }`;
  if (scenario === "search") {
    return `data "entrascim_service_principals" "found" {
  search     = "Reporting"
  connection = ${connection}
}`;
  }
  return `resource "entrascim_sync" "it" {
  name = "faults"
  ${scenario === "missing" ? 'plan_checks = "warn"' : ""}
  ${scenario === "clear" ? 'on_destroy = "clear"' : ""}

  source {
    environment = "prod"
    secret_path = "/scim"
    secret_key  = "${secretKey}"
  }

  destination {
    service_principal_id = "${objectId}"
    connection           = ${connection}
  }
}`;
}

const ROUTE_OF: Readonly<Record<Exclude<RequestName, "discovery">, RequestMatch>> = {
  token: ROUTES.token,
  login: ROUTES.login,
  list: ROUTES.list,
  root: ROUTES.list,
  imports: ROUTES.list,
  credential: { path: `/api/v4/secrets/${CREDENTIAL_KEY}` },
  read: ROUTES.read,
  search: { method: "GET", route: "/v1.0/servicePrincipals" },
  principal: ROUTES.servicePrincipal,
  secrets: ROUTES.secrets,
  jobs: ROUTES.jobs,
  templates: { method: "GET", route: ROUTES.jobs.route.replace(/jobs$/, "templates") },
  validate: ROUTES.validate,
  put: ROUTES.put,
  start: ROUTES.start,
};

function aimAt({ id, request, nth, scenario }: Call): { readonly match: RequestMatch; readonly nth: number } {
  if (request === "discovery") throw new Error("no call of its own");
  // Without a job the test is one of a template; the credential is read by the same route before the token is.
  if (id === "create.test") {
    return { match: { method: "POST", route: ROUTES.validate.route.replace("/{jobId}", "") }, nth };
  }
  if (request === "read") return { match: ROUTES.read, nth: 2 };
  return { match: ROUTE_OF[request], nth: request === "imports" && scenario === "missing" ? 3 : nth };
}

async function run({ call, fault }: Cell): Promise<Omit<Observed, "waits">> {
  const { terraform, command, stage, reset } = await playOf(call.scenario);
  reset();
  const stateNow = () =>
    existsSync(join(terraform.directory, "terraform.tfstate")) ? stateOf(terraform) : null;
  const before = stateNow();
  const strike = fault.strike(call, { now: Date.now(), otherOrigin: "https://elsewhere.example" });
  if (strike.by !== "emulator") throw new Error(`${fault.id} cannot be brought about from outside`);
  control().clearRequests();
  const times = fault.lasts === "once" ? 1 : "always";
  control().fault({ ...strike.effect, ...aimAt(call), times });
  const { stdout } = await terraform.run(command);
  control().clearFaults();
  await control().settled();
  expect(control().violations()).toEqual([]);
  return {
    before,
    state: stateNow(),
    diagnostics: diagnosticsIn(stdout),
    counts: countRequests(),
    stored: storedOn(control(), stage.objectId),
  };
}

/** What state holds of the sync, as the engine's values are: strings, numbers, objects. */
function stateOf(terraform: TerraformWorkspace): Value {
  return (terraform.state("entrascim_sync.it") ?? null) as Value;
}

function countRequests() {
  const ours = control()
    .requests()
    .filter(({ api }) => api !== "scim");
  const names = ours.map(({ method, path, query }) =>
    nameOf({ method: method as "GET", url: `https://x.example${path}?${new URLSearchParams(query)}` }),
  );
  const { discovery: _, ...counts } = sum(...names.map((name) => ({ [name]: 1 })));
  return counts;
}

function diagnosticsIn(stdout: string): readonly Diagnostic[] {
  return stdout
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as { diagnostic?: Diagnostic })
    .flatMap(({ diagnostic }) => (diagnostic === undefined ? [] : [diagnostic]));
}

it.each(CHOSEN)("%s", async (id) => {
  const cell = CELLS.find((each) => each.id === id);
  if (cell === undefined) throw new Error(`no cell ${id}`);
  const expected = expectationOf(cell.call, cell.fault) as Expectation;
  const { stage } = await playOf(cell.call.scenario);
  const observed = { ...(await run(cell)), waits: [] };
  expect(judge({ ...cell, expected, stage: { ...stage, ...NOTHING_TO_DO }, observed })).toEqual([]);
});

const NOTHING_TO_DO = { reset: () => {}, act: async () => [], again: async () => [] };

it("is one cell for each call", () => {
  // Two pages would take a thousand applications.
  const calls = CALLS.map((call) => call.id).filter((id) => id !== "search.page");
  expect(CHOSEN.map((id) => id.slice(0, id.indexOf("/")))).toEqual(calls);
});

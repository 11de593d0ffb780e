import type { Control } from "../../src/emulator/control/control";
import type { Diagnostic } from "../../src/framework/diagnostics";
import type { Value } from "../../src/framework/value";
import {
  fill,
  type Plain,
  type SimulatedPlan,
  type SimulatedTerraform,
} from "../../src/provider/testing/simulated-terraform";
import type { ScenarioName } from "./calls";
import { CONNECTION, type FaultWorld, type Session } from "./fault-world";

/** A stage that is set: what the fault strikes can be done on it again and again, always from the same beginning. */
export interface Stage {
  /** The object id of its service principal. */
  readonly objectId: string;
  /** Tokens of the application: the one that Entra holds at first, if any, and the one that Infisical holds. */
  readonly oldToken: string | null;
  readonly newToken: string;
  /** Other synchronization secrets of the service principal. */
  readonly otherSecrets: Readonly<Record<string, string>>;
  /** Sets everything back. */
  readonly reset: (terraform: SimulatedTerraform) => void;
  /** Does it, in one process. */
  readonly act: (session: Session) => Promise<readonly Diagnostic[]>;
  /** Does it all again, as a person does who runs the command again. */
  readonly again: (session: Session) => Promise<readonly Diagnostic[]>;
}

interface Application {
  readonly name: string;
  readonly objectId: string;
  readonly secretKey: string;
}

type Prepare = (world: FaultWorld, application: Application) => Promise<Stage>;

const ENVIRONMENT = "prod";

/** Sets the stage of a scenario: an application of its own, and what Terraform knows of it. */
export async function setStage(world: FaultWorld, scenario: ScenarioName): Promise<Stage> {
  const { control } = world.emulator;
  const [added] = control.addApplications(1, ENVIRONMENT);
  if (added === undefined) throw new Error("no application");
  const { name, servicePrincipalId: objectId, secretKey } = added;
  return STAGES[scenario](world, { name, objectId, secretKey });
}

const STAGES: Readonly<Record<ScenarioName, Prepare>> = {
  update: (world, application) => rotated(world, application, () => {}),
  heal: (world, application) =>
    rotated(world, application, ({ portal }) => {
      portal.setSchedule(application.objectId, "Active");
      portal.quarantine(application.objectId);
    }),
  create: (world, application) => {
    const { portal } = world.emulator.control;
    portal.removeJobs(application.objectId);
    return fresh(world, application, syncOf(application), () => {});
  },
  missing: (world, application) => {
    const { control } = world.emulator;
    const address = { environment: ENVIRONMENT, key: application.secretKey };
    const token = control.inspectToken(application.name);
    const config = { ...syncOf(application), plan_checks: "warn" };
    return fresh(
      world,
      application,
      config,
      () => {
        const there = control
          .inspect()
          .secrets.some(({ key, environment }) => key === address.key && environment === ENVIRONMENT);
        if (there) control.deleteSecret(address);
      },
      () => void control.setSecret(address, token),
    );
  },
  refresh: async (world, application) => {
    const { stage, state } = await pushed(world, application, syncOf(application));
    return {
      ...stage,
      reset: (terraform) => {
        stage.reset(terraform);
        terraform.state = state;
      },
      act: refreshInNewProcess,
    };
  },
  gone: async (world, application) => {
    const { stage, state } = await pushed(world, application, syncOf(application));
    world.emulator.control.portal.deleteServicePrincipal(application.objectId);
    return {
      ...stage,
      oldToken: null,
      otherSecrets: {},
      reset: (terraform) => {
        terraform.state = state;
      },
      act: refreshInNewProcess,
      again: refreshInNewProcess,
    };
  },
  search: async (world, application) => {
    const stage = await fresh(world, application, syncOf(application), () => {});
    const act = async ({ terraform }: Session) => searchReporting(terraform);
    return { ...stage, act, again: act };
  },
  clear: async (world, application) => {
    const config = { ...syncOf(application), on_destroy: "clear" };
    const { stage, state } = await pushed(world, application, config);
    return {
      ...stage,
      reset: (terraform) => {
        stage.reset(terraform);
        terraform.state = state;
      },
      act: ({ terraform }) => terraform.destroy(),
      again: ({ terraform }) => terraform.destroy(),
    };
  },
};

function syncOf({ objectId, secretKey }: Application): Plain {
  return {
    name: "faults",
    source: { environment: ENVIRONMENT, secret_path: "/scim", secret_key: secretKey },
    destination: { connection: CONNECTION, service_principal_id: objectId },
  };
}

/** A sync that is to be created. */
async function fresh(
  world: FaultWorld,
  application: Application,
  config: Plain,
  prepare: () => void,
  mend: () => void = () => {},
): Promise<Stage> {
  const { control } = world.emulator;
  const { objectId } = application;
  const newToken = control.inspectToken(application.name);
  prepare();
  const otherSecrets = storedOn(control, objectId);
  const planned = await planOf(world, config, null);
  return {
    ...{ objectId, oldToken: null, newToken, otherSecrets },
    reset: (terraform) => {
      control.portal.removeToken(objectId);
      prepare();
      terraform.state = null;
    },
    act: ({ terraform }) => terraform.apply(config, planned),
    again: async ({ terraform }) => {
      mend();
      return (await terraform.run(config)).diagnostics;
    },
  };
}

/** A sync that was created. */
async function pushed(
  world: FaultWorld,
  application: Application,
  config: Plain,
): Promise<{ readonly stage: Stage; readonly state: Value }> {
  const { control } = world.emulator;
  const { objectId } = application;
  const token = control.inspectToken(application.name);
  const { terraform } = world.session(() => null);
  const { diagnostics } = await terraform.run(config);
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  const { SecretToken: _, ...otherSecrets } = storedOn(control, objectId);
  const { state } = terraform;
  const stage: Stage = {
    ...{ objectId, oldToken: token, newToken: token, otherSecrets },
    reset: (again) => {
      control.portal.setStoredSecrets(objectId, { ...otherSecrets, SecretToken: token });
      again.state = state;
    },
    act: refreshInNewProcess,
    again: async ({ terraform: again }) => (await again.run(config)).diagnostics,
  };
  return { stage, state };
}

/** A sync whose token was rotated since it was pushed, refreshed and planned. */
async function rotated(
  world: FaultWorld,
  application: Application,
  prepare: (control: Control) => void,
): Promise<Stage> {
  const { control } = world.emulator;
  const { name, secretKey } = application;
  const config = syncOf(application);
  const { stage, state: first } = await pushed(world, application, config);
  const newToken = control.rotateToken(name);
  control.setSecret({ environment: ENVIRONMENT, key: secretKey }, newToken);
  prepare(control);
  const { terraform } = world.session(() => null);
  terraform.state = first;
  await terraform.newWalk();
  await terraform.refresh();
  const { state } = terraform;
  const planned = await planOf(world, config, state);
  return {
    ...stage,
    newToken,
    reset: (again) => {
      stage.reset(again);
      prepare(control);
      again.state = state;
    },
    act: ({ terraform: again }) => again.apply(config, planned),
    again: async ({ terraform: again }) => (await again.run(config)).diagnostics,
  };
}

async function refreshInNewProcess({ terraform }: Session): Promise<readonly Diagnostic[]> {
  await terraform.newWalk();
  return terraform.refresh();
}

async function planOf(world: FaultWorld, config: Plain, state: Value): Promise<SimulatedPlan> {
  const { terraform } = world.session(() => null);
  terraform.state = state;
  await terraform.newWalk();
  return terraform.plan(config);
}

async function searchReporting(terraform: SimulatedTerraform): Promise<readonly Diagnostic[]> {
  const type = "entrascim_service_principals";
  const server = terraform.newProcess();
  const { provider, dataSources } = server.schemas();
  const schema = dataSources.get(type);
  if (schema === undefined) throw new Error(`no ${type}`);
  await server.configure({ config: fill(provider, {}), terraformVersion: "1.11.4" });
  const config = fill(schema, { search: "Reporting", with_provisioning: false, connection: CONNECTION });
  const { state, diagnostics } = await server.readDataSource({ type, config });
  terraform.state = state;
  return diagnostics;
}

/** Synchronization secrets of a service principal, by key. */
export function storedOn(control: Control, objectId: string): Readonly<Record<string, string>> {
  return control.inspect().servicePrincipals[objectId]?.secrets ?? {};
}

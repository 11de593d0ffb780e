import { type TerraformBackend, TerraformOutput, type TerraformRemoteState, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { AzureEntraIdConnection } from "./azure-entra-id-connection";
import { AzureEntraIdScimSync } from "./azure-entra-id-scim-sync";
import { ConstructError } from "./construct-error";
import { EnterpriseApp } from "./enterprise-app";
import { EntrascimProvider } from "./entrascim-provider";
import type { Sync } from "./gen/sync";
import { InfisicalSecret } from "./infisical-secret";
import type {
  PromotedApplication,
  PromotionDestination,
  PromotionStage,
  PromotionSyncOptions,
} from "./promotion-stage";

/**
 * The stack of one stage: its provider and connection, a sync for each application, and for each an output
 * `pushed_<name>`, from which the next stage learns what was pushed. `ScimPromotion` makes it.
 *
 * Ids of its other parts have an underscore, which names of applications do not have.
 */
export class PromotionStack extends TerraformStack {
  /** The stage that it deploys. */
  readonly stage: PromotionStage;
  /** The stage's provider. */
  readonly provider: EntrascimProvider;
  /** The connection to the stage's tenant. */
  readonly connection: AzureEntraIdConnection;
  private readonly backend: TerraformBackend;
  private readonly syncs = new Map<string, AzureEntraIdScimSync>();

  constructor(scope: Construct, id: string, stage: PromotionStage, applications: PromotedApplication[]) {
    super(scope, id);
    this.stage = stage;
    this.backend = stage.backend?.bind(this) ?? this.ensureBackendExists();
    this.provider = new EntrascimProvider(this, "entrascim_provider", stage.provider);
    this.connection = new AzureEntraIdConnection(this, "entra_id", { ...stage.connection, name: stage.name });
    for (const application of applications) this.addSync(application);
  }

  /** The sync of an application. Throws `ConstructError` for a name that the promotion does not have. */
  sync(application: string): AzureEntraIdScimSync {
    const sync = this.syncs.get(application);
    if (sync) return sync;
    const names = [...this.syncs.keys()].join(", ");
    throw new ConstructError(this, `there is no application ${application}: there are ${names}`);
  }

  /**
   * This stack's state as `later` reads it.
   *
   * @internal
   */
  _stateFor(later: PromotionStack): TerraformRemoteState {
    return this.backend.getRemoteStateDataSource(later, `state_${this.stage.name}`, this.node.id);
  }

  /**
   * The L1 sync of an application.
   *
   * @internal
   */
  _resourceOf(application: string): Sync {
    return this.sync(application).node.defaultChild as Sync;
  }

  /**
   * Where an application lies in this stage.
   *
   * @internal
   */
  _destinationOf(application: string): PromotionDestination {
    const destination = this.stage.applications[application];
    if (destination) return destination;
    throw new ConstructError(this, `applications does not say where ${application} lies`);
  }

  /**
   * The token of an application in this stage.
   *
   * @internal
   */
  _secretOf({ name, path, key }: PromotedApplication): InfisicalSecret {
    const environment = this.stage.environment ?? this.stage.name;
    const { version } = this._destinationOf(name);
    return InfisicalSecret.of({ environment, path, key, ...(version !== undefined && { version }) });
  }

  private addSync(application: PromotedApplication): void {
    const { name, description } = application;
    const destination = this._destinationOf(name);
    const { servicePrincipalId } = destination;
    this.syncs.set(
      name,
      new AzureEntraIdScimSync(this, name, {
        name,
        ...(description !== undefined && { description }),
        source: this._secretOf(application),
        destination: EnterpriseApp.fromServicePrincipalId(this.connection, servicePrincipalId, destination),
        ...optionsOf(this.stage),
        ...optionsOf(destination),
      }),
    );
    const sync = this._resourceOf(name);
    new TerraformOutput(this, pushedOutput(name), {
      // only what a push alone changes: an output that follows the rotation would make a plan of its own
      value: {
        service_principal_id: sync.id,
        secret_id: sync.syncedSecretId,
        version: `\${${sync.fqn}.sync_status == "incomplete" ? null : ${sync.fqn}.synced_version}`,
        at: sync.lastSyncedAt,
      },
    });
  }
}

/** Name of the output that tells what was pushed to an application. */
export function pushedOutput(application: string): string {
  return `pushed_${application}`;
}

function optionsOf(options: PromotionSyncOptions): PromotionSyncOptions {
  const { autoSyncEnabled, validation, recoverFromQuarantine, onDestroy, timeouts } = options;
  const given = { autoSyncEnabled, validation, recoverFromQuarantine, onDestroy, timeouts };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

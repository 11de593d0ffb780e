import { type ITerraformDependable, TerraformStack, Token } from "cdktf";
import { Construct } from "constructs";
import { checkProps } from "./check-props";
import { ConstructError } from "./construct-error";
import type { EnterpriseApp } from "./enterprise-app";
import type { EntrascimProvider } from "./entrascim-provider";
import { Sync, type SyncConfig, type SyncSource } from "./gen/sync";
import type { InfisicalSecret } from "./infisical-secret";
import { requireSameStack } from "./same-stack";
import type { SecretReference } from "./secret-reference";

const TYPE = "entrascim_sync";

/** A token that comes from somewhere else than Infisical. */
export interface ScimToken {
  /** The token, best of an ephemeral resource (Vault, Key Vault, …) or variable. Never stored. */
  readonly value: SecretReference;
  /** Raise it to push the token again: Terraform cannot see that a write-only value has changed. */
  readonly version: number;
}

/** How long operations may take, as durations such as `90s` or `5m`. */
export interface ScimSyncTimeouts {
  /**
   * How long a create may take.
   *
   * @default "5m"
   */
  readonly create?: string;
  /**
   * How long an update may take.
   *
   * @default "5m"
   */
  readonly update?: string;
  /**
   * How long a destroy may take.
   *
   * @default "5m"
   */
  readonly delete?: string;
}

/** Props of {@link AzureEntraIdScimSync}: exactly one of `source` and `token`. */
export interface AzureEntraIdScimSyncProps {
  /** Name of the sync: a slug of at most 256 characters. */
  readonly name: string;
  /**
   * What it is for, at most 256 characters.
   *
   * @default - no description
   */
  readonly description?: string;
  /**
   * The secret in Infisical that holds the token.
   *
   * @default - `token` is given
   */
  readonly source?: InfisicalSecret;
  /**
   * The token itself, from an ephemeral value. Needs Terraform 1.11.
   *
   * @default - `source` is given
   */
  readonly token?: ScimToken;
  /** The enterprise application that provisions with the token. */
  readonly destination: EnterpriseApp;
  /**
   * What the first push does with a token that is there.
   *
   * @default "overwrite-destination"
   */
  readonly initialSyncBehavior?: "overwrite-destination";
  /**
   * Push when the secret in Infisical has a new version. When false, a new version is told and a change of
   * `syncTrigger` pushes it.
   *
   * @default true
   */
  readonly autoSyncEnabled?: boolean;
  /**
   * Whether Entra tests the new token with the application before it overwrites the old one: an untestable token is
   * pushed with a warning (`standard`) or refused (`strict`).
   *
   * @default "standard"
   */
  readonly validation?: "standard" | "strict" | "off";
  /**
   * Start a provisioning job again that is in quarantine for bad credentials, after a push.
   *
   * @default true
   */
  readonly recoverFromQuarantine?: boolean;
  /**
   * What a destroy does with the token on the service principal.
   *
   * @default "retain"
   */
  readonly onDestroy?: "retain" | "clear";
  /**
   * What a plan says of a source or destination that does not exist: `warn` is for those that the same run creates.
   *
   * @default "error"
   */
  readonly planChecks?: "error" | "warn";
  /**
   * Any string; a change pushes again.
   *
   * @default - no trigger
   */
  readonly syncTrigger?: string;
  /**
   * How long operations may take.
   *
   * @default - 5 minutes each
   */
  readonly timeouts?: ScimSyncTimeouts;
  /**
   * What Terraform must make first, beside what is referred to: the secret in Infisical, if the same stack makes it.
   *
   * @default - nothing else
   */
  readonly dependsOn?: ITerraformDependable[];
  /**
   * The provider, where a stack has several.
   *
   * @default - the stack's provider without alias
   */
  readonly provider?: EntrascimProvider;
}

/**
 * Keeps the SCIM token of an enterprise application in sync with Infisical (`entrascim_sync`).
 *
 * Throws {@link ConstructError} for a prop that breaks its rule, for both or none of `source` and `token`, for a
 * connection or provider of another stack, and for a second sync of the same service principal in a stack.
 */
export class AzureEntraIdScimSync extends Construct implements ITerraformDependable {
  private readonly resource: Sync;

  constructor(scope: Construct, id: string, props: AzureEntraIdScimSyncProps) {
    super(scope, id);
    checkOptions(this, props);
    if (props.provider)
      requireSameStack(this, props.provider, "provider", "Give this stack its own provider.");
    const destination = props.destination._toBlock(this);
    claimDestination(this, props.destination);
    this.resource = new Sync(this, "Default", {
      name: props.name,
      description: props.description,
      ...tokenOrSource(this, props),
      destination,
      initialSyncBehavior: props.initialSyncBehavior,
      autoSyncEnabled: props.autoSyncEnabled,
      validation: props.validation,
      recoverFromQuarantine: props.recoverFromQuarantine,
      onDestroy: props.onDestroy,
      planChecks: props.planChecks,
      syncTrigger: props.syncTrigger,
      timeouts: props.timeouts && { ...props.timeouts },
      ...(props.dependsOn && { dependsOn: props.dependsOn }),
      ...props.provider?._asArgument(),
    });
  }

  /** Its address, for the `dependsOn` of others. */
  get fqn(): string {
    return this.resource.fqn;
  }

  /** Object id of the service principal. */
  get servicePrincipalId(): string {
    return this.resource.id;
  }

  /** Display name of the enterprise application; null without permission to read it. */
  get servicePrincipalDisplayName(): string {
    return this.resource.servicePrincipalDisplayName;
  }

  /** Where the token was last sent: origin and path. */
  get destinationBaseAddress(): string {
    return this.resource.destinationBaseAddress;
  }

  /** Version of the secret that Infisical holds. */
  get sourceVersion(): number {
    return this.resource.sourceVersion;
  }

  /** Version of the secret that was pushed last. */
  get syncedVersion(): number {
    return this.resource.syncedVersion;
  }

  /** When it was pushed (RFC 3339, UTC). */
  get lastSyncedAt(): string {
    return this.resource.lastSyncedAt;
  }

  /** `synced`, or in which way the copy is not what it should be. */
  get syncStatus(): string {
    return this.resource.syncStatus;
  }

  /** One sentence on the status; null when synced. */
  get syncMessage(): string {
    return this.resource.syncMessage;
  }

  /** Status of the provisioning job, as Microsoft Graph names it. */
  get provisioningJobStatus(): string {
    return this.resource.provisioningJob.status;
  }
}

function checkOptions(scope: Construct, props: AzureEntraIdScimSyncProps): void {
  checkProps(scope, TYPE, [
    ["name", "name", props.name],
    ["description", "description", props.description],
    ["initial_sync_behavior", "initialSyncBehavior", props.initialSyncBehavior],
    ["validation", "validation", props.validation],
    ["on_destroy", "onDestroy", props.onDestroy],
    ["plan_checks", "planChecks", props.planChecks],
    ["timeouts.create", "timeouts.create", props.timeouts?.create],
    ["timeouts.update", "timeouts.update", props.timeouts?.update],
    ["timeouts.delete", "timeouts.delete", props.timeouts?.delete],
  ]);
}

function tokenOrSource(
  scope: Construct,
  { source, token }: AzureEntraIdScimSyncProps,
): Pick<SyncConfig, "source" | "tokenWo" | "tokenWoVersion"> {
  if (source && token) throw new ConstructError(scope, "source and token must not be given both");
  if (source) return { source: sourceBlock(scope, source) };
  if (!token) throw new ConstructError(scope, "one of source and token must be given");
  checkProps(scope, TYPE, [["token_wo_version", "token.version", token.version]]);
  return { tokenWo: token.value._toExpression(scope, "token.value"), tokenWoVersion: token.version };
}

function sourceBlock(scope: Construct, source: InfisicalSecret): SyncSource {
  source._check(scope, TYPE, "source", "source");
  checkProps(scope, TYPE, [["source.version", "source.version", source.version]]);
  return { ...source._toBlock(), version: source.version };
}

const claims = new WeakMap<TerraformStack, Map<string, Construct>>();

/**
 * Two syncs of one service principal would overwrite each other's token. What is not known before deploy is left to
 * the provider.
 */
function claimDestination(scope: Construct, { connection, servicePrincipalId }: EnterpriseApp): void {
  if (Token.isUnresolved(servicePrincipalId)) return;
  const stack = TerraformStack.of(scope);
  const claimed = claims.get(stack) ?? new Map<string, Construct>();
  claims.set(stack, claimed);
  const tenant = Token.isUnresolved(connection.tenantId) ? connection.node.path : connection.tenantId;
  const key = `${tenant} ${servicePrincipalId}`.toLowerCase();
  const first = claimed.get(key);
  if (first) {
    throw new ConstructError(
      scope,
      `destination is the service principal that ${first.node.path} already pushes to: keep one of the two syncs`,
    );
  }
  claimed.set(key, scope);
}

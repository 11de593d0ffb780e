import type { TerraformBackend, TerraformStack } from "cdktf";
import type { AzureEntraIdConnectionAttributes } from "./azure-entra-id-connection";
import type { ScimSyncTimeouts } from "./azure-entra-id-scim-sync";
import type { EntrascimProviderProps } from "./entrascim-provider";

/** An application that is promoted: what of its sync is the same in all stages. */
export interface PromotedApplication {
  /** Its name in all stages, which its sync has too: a slug of at most 256 characters. */
  readonly name: string;
  /**
   * What the sync is for, at most 256 characters.
   *
   * @default - no description
   */
  readonly description?: string;
  /** Folder of the token in the stage's environment, starting with a slash, such as `/scim`. */
  readonly path: string;
  /** Key of the token. */
  readonly key: string;
}

/** Options that the syncs of a stage share, or that one of them has of its own. */
export interface PromotionSyncOptions {
  /**
   * Push when the secret in Infisical has a new version, where no version is pinned.
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
   * How long operations may take.
   *
   * @default - 5 minutes each
   */
  readonly timeouts?: ScimSyncTimeouts;
}

/** Where an application lies in one stage. Options given here win over the stage's. */
export interface PromotionDestination extends PromotionSyncOptions {
  /** Object id of the application's service principal in this stage. */
  readonly servicePrincipalId: string;
  /**
   * Also manage the tenant URL (`BaseAddress`) of the provisioning configuration. https only.
   *
   * @default - the tenant URL is left alone
   */
  readonly baseAddress?: string;
  /**
   * Pins one version of the secret, so that a new token is pushed by a change of this number alone.
   *
   * @default - the newest version is followed
   */
  readonly version?: number;
}

/**
 * What must be so of the stage before, for each application, or the plan of this stage fails and says what is not.
 *
 * All of it is read while Terraform plans. A plan that was saved and is applied later stands on what was so then.
 */
export interface PromotionRequirements {
  /**
   * It has pushed what it declares: this secret, in the version that it pins or else the newest one that Infisical
   * holds, to this service principal. Read from the stage's state and from Infisical.
   *
   * @default true
   */
  readonly pushed?: boolean;
  /**
   * It has a provisioning job, and none that is in quarantine, paused or not configured. Entra knows of a token that
   * does not work only after the next cycle, up to 40 minutes later.
   *
   * @default true
   */
  readonly healthy?: boolean;
  /**
   * A provisioning cycle has succeeded since it pushed: the token was used. It makes a deployment of all stages in
   * one go wait for Entra; it is for pipelines that come back later.
   *
   * @default false
   */
  readonly provisionedSincePush?: boolean;
}

/** Makes the state backend of a stage's stack. */
export interface IStateBackend {
  /** Makes it in `stack`, and gives it back. It must be one that `getRemoteStateDataSource` can be asked for. */
  bind(stack: TerraformStack): TerraformBackend;
}

/** One stage of a {@link ScimPromotion}, with what differs from the others. */
export interface PromotionStage extends PromotionSyncOptions {
  /** Its name, which its connection has too: a slug of at most 32 characters, such as `staging`. */
  readonly name: string;
  /**
   * Slug of its environment in Infisical.
   *
   * @default - the stage's name
   */
  readonly environment?: string;
  /** How to reach its tenant. The next stage looks at this one with the same. */
  readonly connection: AzureEntraIdConnectionAttributes;
  /**
   * Its provider, without alias. The next stage looks at this one with the same.
   *
   * @default - all as the environment variables say
   */
  readonly provider?: EntrascimProviderProps;
  /**
   * Where its state is kept.
   *
   * @default - a file in the directory of cdktf.json
   */
  readonly backend?: IStateBackend;
  /** Where each application lies in this stage, by the application's name. */
  readonly applications: { readonly [name: string]: PromotionDestination };
  /**
   * What must be so of the stage before. The first stage has none.
   *
   * @default - see {@link PromotionRequirements}
   */
  readonly requires?: PromotionRequirements;
}

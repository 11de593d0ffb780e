import type { IConstruct } from "constructs";
import { checkProps } from "./check-props";

/** Where a secret lies in Infisical. */
export interface InfisicalSecretProps {
  /**
   * Id of the project.
   *
   * @default - the provider's `infisical.projectId`, else `INFISICAL_PROJECT_ID`
   */
  readonly projectId?: string;
  /** Slug of the environment, such as `prod`. */
  readonly environment: string;
  /** Folder, starting with a slash, such as `/scim`. */
  readonly path: string;
  /** Key of the secret. */
  readonly key: string;
  /**
   * Pins one version of the secret.
   *
   * @default - the newest version is followed
   */
  readonly version?: number;
}

/** Names a secret in Infisical. It holds no secret: the provider reads the value when it is needed. */
export class InfisicalSecret {
  /** The secret at this place. Its props are checked by the construct that it is given to. */
  static of(props: InfisicalSecretProps): InfisicalSecret {
    return new InfisicalSecret(props);
  }

  /** Id of the project, where given. */
  readonly projectId: string | undefined;
  /** Slug of the environment. */
  readonly environment: string;
  /** Folder of the secret. */
  readonly path: string;
  /** Key of the secret. */
  readonly key: string;
  /** The pinned version, where given. */
  readonly version: number | undefined;

  private constructor(props: InfisicalSecretProps) {
    this.projectId = props.projectId;
    this.environment = props.environment;
    this.path = props.path;
    this.key = props.key;
    this.version = props.version;
  }

  /**
   * Checks it by the rules that `block` of `type` has; `prop` is what `scope`'s user gave it for. The version is
   * left to those that have one.
   *
   * @internal
   */
  _check(scope: IConstruct, type: string, block: string, prop: string): void {
    checkProps(scope, type, [
      [`${block}.project_id`, `${prop}.projectId`, this.projectId],
      [`${block}.environment`, `${prop}.environment`, this.environment],
      [`${block}.secret_path`, `${prop}.path`, this.path],
      [`${block}.secret_key`, `${prop}.key`, this.key],
    ]);
  }

  /**
   * The members that all blocks which name a secret share.
   *
   * @internal
   */
  _toBlock(): { projectId: string | undefined; environment: string; secretPath: string; secretKey: string } {
    return {
      projectId: this.projectId,
      environment: this.environment,
      secretPath: this.path,
      secretKey: this.key,
    };
  }
}

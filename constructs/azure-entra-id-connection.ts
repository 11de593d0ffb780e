import { type IResolvable, type ITerraformDependable, Token } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { checkProps } from "./check-props";
import type { ConnectionAuth } from "./connection-auth";
import { connectionLiteral } from "./connection-literal";
import { ConstructError } from "./construct-error";
import type { EntrascimProvider } from "./entrascim-provider";
import { Connection } from "./gen/connection";
import { requireSameStack } from "./same-stack";

const TYPE = "entrascim_connection";

/** A connection that a sync can use: one of this stack, or one that was written down elsewhere. */
export interface IAzureEntraIdConnection extends IConstruct {
  /** The tenant: as it was written, else as Terraform will know it. */
  readonly tenantId: string;
  /** The whole connection as one expression: syncs take it so. */
  readonly reference: IResolvable;
  /**
   * The connection written out, for lookups: a data source that refers to the resource would be put off to the apply by
   * any change of it, and what was looked up would be unknown.
   */
  readonly literal: IResolvable;
}

/** What a connection that was written down elsewhere consists of. */
export interface AzureEntraIdConnectionAttributes {
  /** The tenant: its UUID or a verified domain. */
  readonly tenantId: string;
  /**
   * Client id of the application to sign in as.
   *
   * @default - the provider's
   */
  readonly clientId?: string;
  /**
   * Cloud of the tenant.
   *
   * @default - the provider's, else `public`
   */
  readonly cloud?: "public" | "usgovernment" | "dod" | "china";
  /**
   * How to sign in.
   *
   * @default - as the provider does
   */
  readonly auth?: ConnectionAuth;
}

/** Props of {@link AzureEntraIdConnection}. */
export interface AzureEntraIdConnectionProps {
  /** Name of the connection: a slug of at most 32 characters. */
  readonly name: string;
  /**
   * What it is for, at most 256 characters.
   *
   * @default - no description
   */
  readonly description?: string;
  /**
   * The tenant: its UUID or a verified domain.
   *
   * @default - the provider's tenant
   */
  readonly tenantId?: string;
  /**
   * Client id of the application to sign in as.
   *
   * @default - the provider's
   */
  readonly clientId?: string;
  /**
   * Cloud of the tenant.
   *
   * @default - the provider's, else `public`
   */
  readonly cloud?: "public" | "usgovernment" | "dod" | "china";
  /**
   * How to sign in.
   *
   * @default - as the provider does
   */
  readonly auth?: ConnectionAuth;
  /**
   * The provider, where a stack has several.
   *
   * @default - the stack's provider without alias
   */
  readonly provider?: EntrascimProvider;
}

/**
 * How to reach an Entra tenant (`entrascim_connection`). It has no object of its own in Entra, so that each stack
 * can have its own.
 *
 * Throws {@link ConstructError} for a prop that breaks its rule, and for a provider of another stack.
 */
export class AzureEntraIdConnection
  extends Construct
  implements IAzureEntraIdConnection, ITerraformDependable
{
  /**
   * A connection that is not managed in this stack. Nothing is created for it, and its sign-in is tested by the
   * first sync that uses it.
   */
  static fromAttributes(
    scope: Construct,
    id: string,
    attributes: AzureEntraIdConnectionAttributes,
  ): IAzureEntraIdConnection {
    return new ImportedConnection(scope, id, attributes);
  }

  readonly tenantId: string;
  readonly reference: IResolvable;
  readonly literal: IResolvable;
  private readonly resource: Connection;

  constructor(scope: Construct, id: string, props: AzureEntraIdConnectionProps) {
    super(scope, id);
    checkProps(this, TYPE, [
      ["name", "name", props.name],
      ["description", "description", props.description],
    ]);
    checkAttributes(this, props);
    if (props.provider)
      requireSameStack(this, props.provider, "provider", "Give this stack its own provider.");
    const auth = props.auth?._toBlock(this);
    this.resource = new Connection(this, "Default", {
      name: props.name,
      description: props.description,
      tenantId: props.tenantId,
      clientId: props.clientId,
      cloud: props.cloud,
      auth,
      ...props.provider?._asArgument(),
    });
    this.tenantId = props.tenantId ?? this.resource.tenantId;
    // a string is dropped at synth, and the resource itself would be written out attribute by attribute
    this.reference = Token.asAny(this.resource.fqn);
    this.literal = Token.asAny(connectionLiteral(props, auth));
  }

  /** Its address, for the `dependsOn` of others. */
  get fqn(): string {
    return this.resource.fqn;
  }

  /** `<tenant id>/<name>`. */
  get connectionId(): string {
    return this.resource.id;
  }

  /** `ok`, or `refused` when the last sign-in was refused. */
  get status(): string {
    return this.resource.status;
  }

  /** Why the last sign-in was refused; null when it was not. */
  get statusMessage(): string {
    return this.resource.statusMessage;
  }

  /** Application roles in the token that a push can use; null for tokens that are not app-only. */
  get grantedPermissions(): string[] {
    return this.resource.grantedPermissions;
  }
}

class ImportedConnection extends Construct implements IAzureEntraIdConnection {
  readonly tenantId: string;
  readonly reference: IResolvable;
  readonly literal: IResolvable;

  constructor(scope: Construct, id: string, attributes: AzureEntraIdConnectionAttributes) {
    super(scope, id);
    if (!attributes.tenantId) throw new ConstructError(this, "tenantId must not be empty");
    checkAttributes(this, attributes);
    this.tenantId = attributes.tenantId;
    this.literal = Token.asAny(connectionLiteral(attributes, attributes.auth?._toBlock(this)));
    this.reference = this.literal;
  }
}

function checkAttributes(scope: IConstruct, props: Partial<AzureEntraIdConnectionAttributes>): void {
  checkProps(scope, TYPE, [
    ["tenant_id", "tenantId", props.tenantId],
    ["client_id", "clientId", props.clientId],
    ["cloud", "cloud", props.cloud],
  ]);
}

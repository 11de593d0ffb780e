import type { Construct, IConstruct } from "constructs";
import type { IAzureEntraIdConnection } from "./azure-entra-id-connection";
import { checkProps } from "./check-props";
import type { EntrascimProvider } from "./entrascim-provider";
import {
  DataEntrascimServicePrincipal,
  type DataEntrascimServicePrincipalConfig,
  type DataEntrascimServicePrincipalConnection,
} from "./gen/data-entrascim-service-principal";
import type { SyncDestination, SyncDestinationConnection } from "./gen/sync";
import { requireSameStack } from "./same-stack";

/** What bindings of Azure offer of a service principal: azuread's `ServicePrincipal` has it. */
export interface IServicePrincipal {
  /** Object id, a UUID. It is not the `id` of azuread's `ServicePrincipal`, which is a path. */
  readonly objectId: string;
}

/** Options of an {@link EnterpriseApp}. */
export interface EnterpriseAppOptions {
  /**
   * Also manage the tenant URL (`BaseAddress`) of the provisioning configuration. https only.
   *
   * @default - the tenant URL is left alone
   */
  readonly baseAddress?: string;
}

/** Options of an {@link EnterpriseApp} that is looked up. */
export interface EnterpriseAppLookupOptions extends EnterpriseAppOptions {
  /**
   * The provider to look with, where a stack has several.
   *
   * @default - the stack's provider without alias
   */
  readonly provider?: EntrascimProvider;
}

/** An enterprise application: a service principal in the tenant of a connection. */
export class EnterpriseApp {
  /** The application whose service principal has this object id. */
  static fromServicePrincipalId(
    connection: IAzureEntraIdConnection,
    servicePrincipalId: string,
    options: EnterpriseAppOptions = {},
  ): EnterpriseApp {
    return new EnterpriseApp(connection, servicePrincipalId, options.baseAddress);
  }

  /** The application of a service principal that other bindings create or look up. */
  static fromServicePrincipal(
    connection: IAzureEntraIdConnection,
    servicePrincipal: IServicePrincipal,
    options: EnterpriseAppOptions = {},
  ): EnterpriseApp {
    return new EnterpriseApp(connection, servicePrincipal.objectId, options.baseAddress);
  }

  /** The application with this very display name, looked up when Terraform plans; several are an error. */
  static fromDisplayName(
    scope: Construct,
    id: string,
    connection: IAzureEntraIdConnection,
    displayName: string,
    options: EnterpriseAppLookupOptions = {},
  ): EnterpriseApp {
    return EnterpriseApp.lookUp(scope, id, connection, { displayName }, options);
  }

  /** The application with this application (client) id, looked up when Terraform plans. */
  static fromAppId(
    scope: Construct,
    id: string,
    connection: IAzureEntraIdConnection,
    appId: string,
    options: EnterpriseAppLookupOptions = {},
  ): EnterpriseApp {
    return EnterpriseApp.lookUp(scope, id, connection, { appId }, options);
  }

  private static lookUp(
    scope: Construct,
    id: string,
    connection: IAzureEntraIdConnection,
    by: Pick<DataEntrascimServicePrincipalConfig, "appId" | "displayName">,
    options: EnterpriseAppLookupOptions,
  ): EnterpriseApp {
    const found = new DataEntrascimServicePrincipal(scope, id, {
      ...by,
      connection: connection.literal as unknown as DataEntrascimServicePrincipalConnection,
      ...options.provider?._asArgument(),
    });
    checkProps(found, "data.entrascim_service_principal", [
      ["app_id", "appId", by.appId],
      ["display_name", "displayName", by.displayName],
    ]);
    requireConnectionOf(found, connection);
    return new EnterpriseApp(connection, found.objectId, options.baseAddress);
  }

  private constructor(
    /** The connection to its tenant. */
    readonly connection: IAzureEntraIdConnection,
    /** Object id of its service principal. */
    readonly servicePrincipalId: string,
    /** The managed tenant URL, where given. */
    readonly baseAddress: string | undefined,
  ) {}

  /**
   * The sync's `destination` block, checked for `scope`, which is named in errors.
   *
   * @internal
   */
  _toBlock(scope: IConstruct): SyncDestination {
    checkProps(scope, "entrascim_sync", [
      ["destination.service_principal_id", "destination.servicePrincipalId", this.servicePrincipalId],
      ["destination.base_address", "destination.baseAddress", this.baseAddress],
    ]);
    requireConnectionOf(scope, this.connection);
    return {
      // the bindings only know of the connection's members; Terraform takes it whole
      connection: this.connection.reference as unknown as SyncDestinationConnection,
      servicePrincipalId: this.servicePrincipalId,
      baseAddress: this.baseAddress,
    };
  }
}

function requireConnectionOf(scope: IConstruct, connection: IAzureEntraIdConnection): void {
  requireSameStack(
    scope,
    connection,
    "connection",
    "Make a connection in this stack (it has no object of its own in Entra), or use AzureEntraIdConnection.fromAttributes.",
  );
}

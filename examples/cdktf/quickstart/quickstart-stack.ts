import { LocalBackend, TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import {
  AzureEntraIdConnection,
  AzureEntraIdScimSync,
  ConnectionAuth,
  EnterpriseApp,
  EntrascimProvider,
  InfisicalSecret,
} from "entrascim/constructs";

/** What differs between tenants. */
export interface QuickstartProps {
  readonly tenantId: string;
  readonly clientId: string;
  /** Object id of ServiceNow's service principal. */
  readonly servicePrincipalId: string;
}

/** Keeps ServiceNow's SCIM token in Entra ID the one that Infisical holds. */
export class QuickstartStack extends TerraformStack {
  constructor(scope: Construct, id: string, props: QuickstartProps) {
    super(scope, id);
    // relative to the stack's own directory, so that the state can be moved with the project
    new LocalBackend(this, { path: "../../../terraform.quickstart.tfstate" });
    new EntrascimProvider(this, "entrascim");

    const entra = new AzureEntraIdConnection(this, "entra", {
      name: "entra-prod",
      tenantId: props.tenantId,
      clientId: props.clientId,
      auth: ConnectionAuth.clientSecret(
        InfisicalSecret.of({ environment: "prod", path: "/azure", key: "ENTRA_CLIENT_SECRET" }),
      ),
    });

    const sync = new AzureEntraIdScimSync(this, "servicenow", {
      name: "servicenow-scim",
      source: InfisicalSecret.of({ environment: "prod", path: "/scim", key: "SERVICENOW_SCIM_TOKEN" }),
      destination: EnterpriseApp.fromServicePrincipalId(entra, props.servicePrincipalId),
    });

    new TerraformOutput(this, "sync_status", { value: sync.syncStatus });
    new TerraformOutput(this, "synced_version", { value: sync.syncedVersion });
  }
}

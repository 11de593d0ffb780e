import { ApplicationFromTemplate } from "@cdktf/provider-azuread/lib/application-from-template";
import { DataAzureadServicePrincipal } from "@cdktf/provider-azuread/lib/data-azuread-service-principal";
import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { SynchronizationJob } from "@cdktf/provider-azuread/lib/synchronization-job";
import { LocalBackend, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import {
  AzureEntraIdConnection,
  AzureEntraIdScimSync,
  ConnectionAuth,
  EnterpriseApp,
  EntrascimProvider,
  InfisicalSecret,
} from "entrascim/constructs";

/** The template of applications that are not in the gallery; Microsoft documents its id. */
const NON_GALLERY_TEMPLATE = "8adf8e6e-67b2-4cf2-a259-e3dc5476c621";

/** What differs between tenants. */
export interface WithAzureadProps {
  readonly tenantId: string;
  readonly clientId: string;
}

/** Creates an enterprise application and gives it its SCIM token, in one stack. */
export class WithAzureadStack extends TerraformStack {
  constructor(scope: Construct, id: string, props: WithAzureadProps) {
    super(scope, id);
    new LocalBackend(this, { path: "../../../terraform.with-azuread.tfstate" });
    new AzureadProvider(this, "azuread", { tenantId: props.tenantId });
    new EntrascimProvider(this, "entrascim");

    const application = new ApplicationFromTemplate(this, "application", {
      displayName: "Intranet",
      templateId: NON_GALLERY_TEMPLATE,
    });
    const servicePrincipal = new DataAzureadServicePrincipal(this, "service-principal", {
      objectId: application.servicePrincipalObjectId,
    });

    const entra = new AzureEntraIdConnection(this, "entra", {
      name: "entra-prod",
      tenantId: props.tenantId,
      clientId: props.clientId,
      auth: ConnectionAuth.clientSecret(
        InfisicalSecret.of({ environment: "prod", path: "/azure", key: "ENTRA_CLIENT_SECRET" }),
      ),
    });
    const sync = new AzureEntraIdScimSync(this, "intranet", {
      name: "intranet-scim",
      source: InfisicalSecret.of({ environment: "prod", path: "/scim", key: "INTRANET_SCIM_TOKEN" }),
      destination: EnterpriseApp.fromServicePrincipal(entra, servicePrincipal, {
        baseAddress: "https://intranet.example.com/scim/v2",
      }),
    });

    new SynchronizationJob(this, "job", {
      servicePrincipalId: servicePrincipal.id,
      templateId: "scim",
      // a job that starts without a token goes into quarantine
      dependsOn: [sync],
    });
  }
}

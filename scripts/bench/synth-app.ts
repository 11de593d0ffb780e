import { App, TerraformStack, Token } from "cdktf";
import { AzureEntraIdConnection } from "../../constructs/azure-entra-id-connection";
import { AzureEntraIdScimSync } from "../../constructs/azure-entra-id-scim-sync";
import { EnterpriseApp } from "../../constructs/enterprise-app";
import { EntrascimProvider as L2Provider } from "../../constructs/entrascim-provider";
import { Connection } from "../../constructs/gen/connection";
import { EntrascimProvider } from "../../constructs/gen/provider";
import { Sync, type SyncDestinationConnection } from "../../constructs/gen/sync";
import { InfisicalSecret } from "../../constructs/infisical-secret";

/*
 * node --import tsx synth-app.ts L1|L2 COUNT OUTDIR: prints how many milliseconds it takes to construct and synthesize
 * that many syncs, which come out the same either way.
 */

const [level, count, outdir] = process.argv.slice(2) as [string, string, string];
const servicePrincipalId = (i: number) => `00000000-0000-4000-8000-${String(i).padStart(12, "0")}`;
const tenantId = "11111111-1111-4111-8111-111111111111";

function addL1(stack: TerraformStack, n: number): void {
  new EntrascimProvider(stack, "entrascim", {});
  const connection = new Connection(stack, "entra", { name: "entra", tenantId });
  for (let i = 0; i < n; i++) {
    new Sync(stack, `sync-${i}`, {
      name: `sync-${i}`,
      source: { environment: "prod", secretPath: "/scim", secretKey: `TOKEN_${i}` },
      destination: {
        connection: Token.asAny(connection.fqn) as unknown as SyncDestinationConnection,
        servicePrincipalId: servicePrincipalId(i),
      },
    });
  }
}

function addL2(stack: TerraformStack, n: number): void {
  new L2Provider(stack, "entrascim");
  const entra = new AzureEntraIdConnection(stack, "entra", { name: "entra", tenantId });
  for (let i = 0; i < n; i++) {
    new AzureEntraIdScimSync(stack, `sync-${i}`, {
      name: `sync-${i}`,
      source: InfisicalSecret.of({ environment: "prod", path: "/scim", key: `TOKEN_${i}` }),
      destination: EnterpriseApp.fromServicePrincipalId(entra, servicePrincipalId(i)),
    });
  }
}

const begin = performance.now();
const app = new App({ outdir });
const stack = new TerraformStack(app, "bench");
(level === "L2" ? addL2 : addL1)(stack, Number(count));
app.synth();
console.log(performance.now() - begin);

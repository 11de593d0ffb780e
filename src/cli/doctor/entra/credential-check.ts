import type { ClientId, CredentialPlan, SignInPlan } from "../../../clients/entra/sign-in-plan";
import { Problem } from "../../../core/problem";
import type { Check, DoctorContext } from "../check";
import { connectionsSignIn, providerBlockHas } from "../configuration/written";
import { ok, skipped } from "../finding";

/** Which credential the provider would sign in with, and why that one. */
export const credentialCheck: Check = {
  id: "entra-credential",
  group: "Microsoft Entra ID",
  title: "a credential",
  // Nothing is sent, but without the sign-in that follows it is of no use.
  remote: true,
  async run(context) {
    const plan = planOf(context);
    const hasOwn = await providerBlockHas(context, "azure");
    const lacking = plan instanceof Problem || plan.credential.kind === "azure_cli";
    if (lacking && (await connectionsSignIn(context))) {
      return [
        skipped(
          "The environment has no credential, and the connections of this configuration bring their own.",
          "Try one: entrascim doctor --tenant <id> --client <id> --client-secret-in prod:/azure/ENTRA_CLIENT_SECRET",
        ),
      ];
    }
    if (lacking && hasOwn) {
      return [
        skipped(
          "The environment has no credential, and what the provider block says (azure) is not evaluated.",
          "To try a sign-in, set ARM_TENANT_ID, ARM_CLIENT_ID and a credential in the environment.",
        ),
      ];
    }
    if (plan instanceof Problem) throw plan;
    const beside = hasOwn ? " The provider block's own settings (azure) are not evaluated." : "";
    return [ok(`Tenant ${plan.tenantId}, cloud ${plan.cloud}: ${describe(plan.credential)}.${beside}`)];
  },
};

function planOf({ remote }: DoctorContext): SignInPlan | Problem {
  try {
    return remote.signInPlan();
  } catch (caught) {
    return Problem.from(caught);
  }
}

function describe(credential: CredentialPlan): string {
  switch (credential.kind) {
    case "client_secret":
      return `the client secret of ${credential.secret.name}, for client ${clientOf(credential.clientId)}${level(credential.secret.name)}`;
    case "client_certificate":
      return `the certificate of ${credential.certificate.name}, for client ${clientOf(credential.clientId)}${level(credential.certificate.name)}`;
    case "workload_identity":
      return `the federated token of ${credential.token.name}, for client ${clientOf(credential.clientId)}`;
    case "managed_identity":
      return credential.clientId === null
        ? "the machine's system-assigned managed identity"
        : `the machine's managed identity ${clientOf(credential.clientId)}`;
    case "azure_cli":
      return "the Azure CLI, since neither ARM_* nor AZURE_* has a credential";
  }
}

function level(name: string): string {
  if (name.startsWith("ARM_")) return " (ARM_* comes before AZURE_*)";
  return name.startsWith("AZURE_") ? " (ARM_* has no credential)" : "";
}

function clientOf(id: ClientId): string {
  return id.from === "value" ? id.value : `in the file that ${id.name} names`;
}

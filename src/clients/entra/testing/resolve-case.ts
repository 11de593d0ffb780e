import type { Environment } from "../../../core/environment";
import { Problem } from "../../../core/problem";
import { resolveSignIn } from "../resolve-sign-in";
import type { AzureSettings, Connection } from "../sign-in-input";
import type { SignInPlan } from "../sign-in-plan";
import { azure, CLIENT, connection } from "./fake-entra";

/** What is configured; by default a connection that names a tenant alone. */
export interface Case {
  readonly connection?: Connection | null;
  readonly settings?: Partial<AzureSettings>;
  readonly env?: Environment;
}

export function resolve({ connection: given = connection({}), settings, env = {} }: Case): SignInPlan {
  return resolveSignIn({ connection: given, settings: settings === undefined ? null : azure(settings), env });
}

export function problemOf(written: Case): Problem {
  try {
    resolve(written);
  } catch (caught) {
    if (caught instanceof Problem) return caught;
    throw caught;
  }
  throw new Error("no problem");
}

/** Kind, where the credential comes from, and the client, in one line. */
export function summary({ credential }: SignInPlan): string {
  const id = "clientId" in credential ? credential.clientId : null;
  const client = id === null ? "-" : id.from === "value" ? id.value.slice(0, 1) : id.path;
  switch (credential.kind) {
    case "client_secret":
      return `secret ${credential.secret.name} for ${client}`;
    case "client_certificate":
      return `certificate ${credential.certificate.name} (${credential.password?.name ?? "no password"}) for ${client}`;
    case "workload_identity":
      return `${credential.token.from} ${credential.token.name} for ${client}`;
    default:
      return `${credential.kind} ${client}`;
  }
}

export const armSecret: Environment = { ARM_CLIENT_ID: CLIENT, ARM_CLIENT_SECRET: "hidden-value" };
export const azureSecret: Environment = { AZURE_CLIENT_ID: CLIENT, AZURE_CLIENT_SECRET: "hidden-value" };
export const github: Environment = {
  ACTIONS_ID_TOKEN_REQUEST_URL: "https://x.actions.githubusercontent.com/?a=b",
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: "hidden-value",
};
export const devops: Environment = {
  SYSTEM_OIDCREQUESTURI: "https://dev.azure.com/x",
  SYSTEM_ACCESSTOKEN: "hidden-value",
  ARM_ADO_PIPELINE_SERVICE_CONNECTION_ID: "connection-id",
};

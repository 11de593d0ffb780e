import { Command } from "commander";
import type { ConnectionInput } from "../clients/clients";
import { Problem } from "../core/problem";
import type { CliIo } from "./cli-io";
import { credentialsHelp, withVerbose } from "./connect-clients";
import type { DoctorRequest } from "./doctor/doctor";
import type { Installation } from "./installation";
import { parsePlace, type SecretPlace } from "./secret-place";

interface DoctorOptions {
  readonly project?: string;
  readonly environment?: string;
  readonly path: string;
  readonly key?: string;
  readonly tenant?: string;
  readonly client?: string;
  readonly clientSecretIn?: string;
  readonly servicePrincipal?: string;
  readonly offline?: true;
  readonly strict?: true;
  readonly json?: true;
  readonly verbose?: true;
}

const examples = `
Examples:
  entrascim doctor                        this machine, the configuration here, the environment's credentials
  entrascim doctor --environment prod --path /scim --key SERVICENOW_SCIM_TOKEN
                                          also whether that secret may be read
  entrascim doctor --tenant contoso.com --client 5e4b1ce0-0000-4000-8000-000000000001 \\
    --client-secret-in prod:/azure/ENTRA_CLIENT_SECRET
                                          sign in as a connection with its secret in Infisical does
  entrascim doctor --offline --strict ./infrastructure
                                          no network; warnings count as well
  entrascim doctor --json | jq '.checks[].findings[] | select(.level == "error")'`;

const explanation = `
Nothing is changed anywhere, and no token and no credential is printed. Provider blocks are searched for credentials
that a saved plan would show.

Exit codes: 0 nothing is wrong; 5 there is an error (with --strict, or a warning); others as for every command.`;

/** `entrascim doctor`: looks for whatever would keep the provider from working here, and says what to do about it. */
export function doctorCommand(io: CliIo, installation: Installation): Command {
  const command = new Command("doctor")
    .description(
      "Check this machine, a configuration and the credentials, and say what to do about what is wrong.",
    )
    .argument("[directory]", "where Terraform runs, or a CDKTF project", ".")
    .option("--project <id>", "Infisical project (default: INFISICAL_PROJECT_ID)")
    .option("--environment <slug>", "environment in Infisical whose secrets should be readable")
    .option("--path <path>", "folder in Infisical whose secrets should be readable", "/")
    .option("--key <name>", "secret to read and drop (default: the folder's first)")
    .option("--tenant <id>", "Entra tenant (default: ARM_TENANT_ID, AZURE_TENANT_ID)")
    .option("--client <id>", "client to sign in as (default: ARM_CLIENT_ID, AZURE_CLIENT_ID)")
    .option("--client-secret-in <place>", "its secret in Infisical, as environment:/folder/key")
    .option("--service-principal <id>", "object id of an enterprise application that should be reachable")
    .option("--offline", "leave out what goes over the network")
    .option("--strict", "end with 5 for warnings too")
    .option("--json", "print JSON instead of text");
  return withVerbose(command)
    .addHelpText("after", `${explanation}\n${credentialsHelp}\n${examples}`)
    .action(async (directory: string, options: DoctorOptions) => {
      const { doctor } = await import("./doctor/doctor");
      await doctor(io, installation, requestOf(directory, options));
    });
}

function requestOf(directory: string, options: DoctorOptions): DoctorRequest {
  return {
    target: {
      directory,
      projectId: options.project ?? null,
      environment: options.environment ?? null,
      path: options.path,
      key: options.key ?? null,
      servicePrincipal: options.servicePrincipal ?? null,
    },
    connection: connectionOf(options),
    offline: options.offline === true,
    strict: options.strict === true,
    json: options.json === true,
    verbose: options.verbose === true,
  };
}

function connectionOf({ tenant, client, clientSecretIn, project }: DoctorOptions): ConnectionInput | null {
  if (tenant === undefined && client === undefined && clientSecretIn === undefined) return null;
  return {
    tenant_id: tenant ?? null,
    client_id: client ?? null,
    cloud: null,
    auth: clientSecretIn === undefined ? null : secretAuth(placeIn(clientSecretIn), project ?? null),
  };
}

function secretAuth(
  { environment, path, key }: SecretPlace,
  project_id: string | null,
): ConnectionInput["auth"] {
  return {
    client_secret: { project_id, environment, secret_path: path, secret_key: key },
    client_certificate: null,
    workload_identity: null,
    managed_identity: null,
    azure_cli: null,
  };
}

function placeIn(text: string): SecretPlace {
  const place = parsePlace(text);
  if (place !== null) return place;
  // Not quoted, as commander would: where somebody wrote the secret itself, that would be the secret.
  throw new Problem("invalid_input", {
    summary: "--client-secret-in does not name a secret",
    detail:
      "It has to be environment, folder and key of a secret in Infisical, such as prod:/azure/ENTRA_CLIENT_SECRET.",
  });
}

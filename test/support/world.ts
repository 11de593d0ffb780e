import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findTerraform } from "../../src/cli/terraform/find-terraform";
import { CLIENT_ID, SERVICE_PRINCIPALS, TENANT_ID, TOKEN_KEYS } from "../../src/emulator/default-seed";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/start-emulator";
import { TerraformWorkspace } from "./terraform-workspace";

/** Applications of the emulator's default seed. */
export type Application = keyof typeof TOKEN_KEYS;

/** An emulated world, and workspaces in it. */
export interface World {
  readonly emulator: Emulator;
  readonly environment: Readonly<Record<string, string>>;
  /** A folder with this configuration, initialised. It is removed with the world. */
  workspace(
    configuration: string,
    environment?: Readonly<Record<string, string>>,
  ): Promise<TerraformWorkspace>;
  /** The application hands out a new token and somebody stores it in Infisical. Gives it. */
  rotate(application: Application): string;
  /** What a service principal holds: key → value, in clear. */
  stored(application: Application): Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Starts an emulator for a test file. */
export async function startWorld(options: EmulatorOptions = {}): Promise<World> {
  const emulator = await startEmulator(options);
  const directory = mkdtempSync(join(tmpdir(), "entrascim-world-"));
  const caFile = join(directory, "ca.pem");
  writeFileSync(caFile, emulator.caCertificate);
  const environment = emulator.environment(caFile);
  const { command } = findTerraform(process.env);
  const workspaces: TerraformWorkspace[] = [];
  return {
    emulator,
    environment,
    workspace: async (configuration, extra = {}) => {
      const workspace = new TerraformWorkspace({ ...environment, ...extra }, command);
      workspaces.push(workspace);
      return workspace.start(configuration);
    },
    rotate: (application) => {
      const token = emulator.control.rotateToken(application);
      emulator.control.setSecret({ environment: "prod", key: TOKEN_KEYS[application] }, token);
      return token;
    },
    stored: (application) =>
      emulator.control.inspect().servicePrincipals[SERVICE_PRINCIPALS[application]]?.secrets ?? {},
    close: async () => {
      for (const workspace of workspaces) workspace.remove();
      await emulator.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** A connection with the seed's app, whose secret lies in Infisical. */
export function connection(name = "prod", body = ""): string {
  return `
resource "entrascim_connection" "${name}" {
  name      = "entra-${name}"
  tenant_id = "${TENANT_ID}"
  client_id = "${CLIENT_ID}"
  ${body}

  auth {
    client_secret {
      environment = "prod"
      secret_path = "/azure"
      secret_key  = "ENTRA_CLIENT_SECRET"
    }
  }
}
`;
}

/** A sync of one of the seed's applications over that connection. */
export function sync(
  application: Application,
  parts: {
    readonly body?: string;
    readonly source?: string;
    readonly destination?: string;
    readonly label?: string;
  } = {},
): string {
  return `
resource "entrascim_sync" "${parts.label ?? application}" {
  name = "${parts.label ?? application}-scim"
  ${parts.body ?? ""}

  source {
    environment = "prod"
    secret_path = "/scim"
    secret_key  = "${TOKEN_KEYS[application]}"
    ${parts.source ?? ""}
  }

  destination {
    connection           = entrascim_connection.prod
    service_principal_id = "${SERVICE_PRINCIPALS[application]}"
    ${parts.destination ?? ""}
  }
}
`;
}

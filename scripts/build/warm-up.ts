import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SERVICE_PRINCIPALS, TENANT_ID, TOKEN_KEYS } from "../../src/emulator/default-seed";
import { startEmulator } from "../../src/emulator/start-emulator";
import { isObjectValue } from "../../src/framework/value";
import { makeIdentity } from "../../test/support/provider-process";
import { type Plain, ProviderSession } from "../provider-session";
import { startProvider } from "../started-provider";

/** Starts a provider and has it do what code caches should be made for; rejects when it cannot. */
export type WarmUp = (command: readonly [string, ...string[]]) => Promise<void>;

/** The first call that Terraform makes, and no more. */
export const askForSchemas: WarmUp = async (command) => {
  const provider = await startProvider(command, await makeIdentity());
  await provider.call("/tfplugin6.Provider/GetProviderSchema");
  await provider.shutdown();
};

/** A connection and a sync from their plan to their refresh, in an emulated world. */
export const syncOnce: WarmUp = async (command) => {
  const emulator = await startEmulator();
  const scratch = await mkdtemp(join(tmpdir(), "entrascim-warm-up-"));
  try {
    const caFile = join(scratch, "ca.pem");
    await writeFile(caFile, emulator.caCertificate);
    // Nothing of the builder's own environment: its credentials are for real clouds.
    const env = { PATH: process.env.PATH, TMPDIR: scratch, ...emulator.environment(caFile) };
    const provider = await startProvider(command, await makeIdentity(), { env });
    try {
      await createConnectionAndSync(new ProviderSession(provider));
    } finally {
      await provider.shutdown();
    }
  } finally {
    await emulator.close();
    await rm(scratch, { recursive: true });
  }
};

async function createConnectionAndSync(session: ProviderSession): Promise<void> {
  await session.readSchemas();
  await session.configure({});
  const secret = { environment: "prod", secret_path: "/azure", secret_key: "ENTRA_CLIENT_SECRET" };
  const connection = await session.create("entrascim_connection", {
    name: "entra",
    tenant_id: TENANT_ID,
    auth: { client_secret: secret },
  });
  const sync: Plain = {
    name: "servicenow",
    source: { environment: "prod", secret_path: "/scim", secret_key: TOKEN_KEYS.servicenow },
    destination: { connection, service_principal_id: SERVICE_PRINCIPALS.servicenow },
  };
  const state = await session.create("entrascim_sync", sync);
  if (!isObjectValue(state) || state.sync_status !== "synced") throw new Error("the sync is not in sync");
  await session.refresh("entrascim_sync", state);
}

import type { State } from "../../framework/infer";
import type { StateRequest } from "../../framework/resource";
import { clear } from "../../sync/clear";
import { type Runtime, requireClients } from "../runtime";
import { tenantOf } from "../tenant-of";
import type { SyncSchema } from "./sync-plan";

/**
 * Forgets a sync, and with `on_destroy = "clear"` removes its token, signing in with the connection in state
 * (DESIGN §5, "Destroy"). What stays on the service principal is a warning. Throws when the token could not be removed;
 * the sync then stays in state.
 */
export async function destroySync({
  state,
  provider,
  diagnostics,
  call,
}: StateRequest<SyncSchema, Runtime>): Promise<void> {
  const objectId = state.destination?.service_principal_id ?? state.id ?? "";
  const keep = (why: string) =>
    diagnostics.warning(TOKEN_STAYS, `${why} Service principal ${objectId} is as it was.`);
  const connection = state.destination?.connection ?? null;
  // The create half of a replacement finds our own token there, in a process that has refreshed nothing.
  if (connection !== null) provider.memory.markOwn(objectId);
  const reason = reasonToKeep(state);
  if (reason !== null || connection === null) return keep(reason ?? NEVER_PUSHED);

  const tenant = tenantOf(requireClients(provider), connection, ["destination", "connection"]);
  await provider.memory.exclusively(objectId, async () => {
    if (provider.memory.wasPushed(objectId) || provider.memory.isClaimed(objectId))
      return keep(PUSHED_BY_THIS_RUN);
    const managesBaseAddress = (state.destination?.base_address ?? null) !== null;
    await clear(
      { servicePrincipalId: objectId, managesBaseAddress },
      tenant.destination,
      call,
      provider.clock,
    );
  });
}

const TOKEN_STAYS = "The token stays on the service principal";
const NEVER_PUSHED = "This sync never pushed a token, so there is none of ours to remove.";
const PUSHED_BY_THIS_RUN =
  "The same run pushes to it for a sync of another name or address, so nothing was removed; a moved block avoids this.";

function reasonToKeep(state: State<SyncSchema>): string | null {
  if (state.on_destroy !== "clear") {
    return 'The sync is forgotten, and the application goes on provisioning with its token (on_destroy = "retain").';
  }
  if (state.last_synced_at === null) return NEVER_PUSHED;
  if (state.sync_status === "incomplete") {
    return "The last push was never confirmed, so it is not certain that the token there is ours to remove. Remove it in the Entra admin center if it has to go.";
  }
  return null;
}

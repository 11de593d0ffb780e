import type { CallOptions, Clock } from "../core/clock";
import { Problem } from "../core/problem";
import { Secret } from "../core/secret";
import { BASE_ADDRESS_KEY, TOKEN_KEY } from "./assess";
import { observeDestination } from "./observe";
import type { Destination } from "./ports";
import { uninterrupted } from "./uninterrupted";

/**
 * Removes the token from a service principal, and the base address where it was managed; keys that are not there are
 * not touched. A service principal that is gone is fine. Rejects with a `Problem` when it could not be removed.
 */
export async function clear(
  target: { readonly servicePrincipalId: string; readonly managesBaseAddress: boolean },
  destination: Destination,
  call: CallOptions,
  clock: Clock,
): Promise<void> {
  const objectId = target.servicePrincipalId;
  const before = await observeDestination(objectId, destination, call);
  if (before === null) return;
  const ours = target.managesBaseAddress ? [TOKEN_KEY, BASE_ADDRESS_KEY] : [TOKEN_KEY];
  const present = ours.filter((key) => before.secrets.some((secret) => secret.key === key));
  if (present.length === 0) return;
  const bounded = uninterrupted(call, clock);
  // Graph has no delete for synchronization secrets: writing an empty value removes the key.
  await destination.putSecrets(
    objectId,
    present.map((key) => ({ key, value: new Secret("") })),
    bounded,
  );
  const after = await destination.secrets(objectId, bounded);
  const left = present.filter((key) => after.some((secret) => secret.key === key));
  if (left.length > 0) {
    throw new Problem("unexpected_response", {
      summary: "The token was not removed",
      detail: `Microsoft Graph accepted the removal, but the service principal still has ${left.join(", ")}. Run it again, or remove it in the Entra admin center under Provisioning.`,
    });
  }
}

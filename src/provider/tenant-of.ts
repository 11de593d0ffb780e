import type { Clients, ConnectionInput, Tenant } from "../clients/clients";
import type { AttributePath } from "../core/attribute-path";
import { Problem } from "../core/problem";

/**
 * The tenant of the connection that stands at `path` (null: the provider's own). Throws as `Clients.tenant` does, with
 * a path that begins there and not at the connection.
 */
export function tenantOf(clients: Clients, connection: ConnectionInput | null, path: AttributePath): Tenant {
  try {
    return clients.tenant(connection);
  } catch (caught) {
    const problem = Problem.from(caught);
    throw connection === null ? problem : problem.under(path);
  }
}

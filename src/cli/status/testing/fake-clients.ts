import type { Clients, ConnectionInput, Tenant } from "../../../clients/clients";
import type { CallOptions } from "../../../core/clock";
import type { Problem } from "../../../core/problem";
import { FakeDestination, FakeSource, OBJECT_ID, syncedState } from "../../../sync/testing/fakes";

/** Both clouds in memory, a tenant for each client id. */
export function fakeClients() {
  const source = new FakeSource();
  const tenants = new Map<string, FakeTenant>();
  const tenantOf = (clientId: string): FakeTenant => {
    const tenant = tenants.get(clientId) ?? new FakeTenant();
    tenants.set(clientId, tenant);
    return tenant;
  };
  const clients: Clients = {
    forget: () => {
      source.calls.push("forget");
    },
    source,
    defaultProjectId: null,
    defaultTenantId: null,
    defaultCloud: "public",
    tenant: (connection: ConnectionInput | null) => {
      const tenant = tenantOf(connection?.client_id ?? "");
      if (tenant.unusable !== null) throw tenant.unusable;
      return tenant;
    },
  };
  return { clients, source, tenantOf };
}

/** A tenant in memory, which counts its sign-ins. */
class FakeTenant implements Tenant {
  readonly tenantId = "t";
  readonly cloud = "public";
  readonly destination = new FakeDestination();
  readonly directory = {
    search: async () => [],
    byAppId: async () => null,
    byDisplayName: async () => [],
  };
  signIns = 0;
  refusal: Problem | null = null;
  /** What asking for the tenant throws. */
  unusable: Problem | null = null;

  async signIn(_call: CallOptions) {
    this.signIns++;
    if (this.refusal !== null) throw this.refusal;
    return { kind: "client_secret", roles: null };
  }
}

/** A sync that is fine, of the application with this number, over the connection of a client. */
export function syncOf(number: number, clientId = "client", more: Parameters<typeof syncedState>[0] = {}) {
  const base = syncedState();
  return syncedState({
    name: `app-${number}`,
    service_principal_display_name: `Application ${number}`,
    destination: {
      connection: { tenant_id: "t", client_id: clientId, cloud: "public", auth: null },
      service_principal_id: OBJECT_ID.replace(/\d{4}$/, String(number).padStart(4, "0")),
      base_address: base.destination?.base_address ?? null,
    },
    ...more,
  });
}

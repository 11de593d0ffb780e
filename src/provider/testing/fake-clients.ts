import type { Clients, Cloud, ConnectionInput, Directory, SignIn, Tenant } from "../../clients/clients";
import { Problem } from "../../core/problem";
import { FakeDestination, FakeSource } from "../../sync/testing/fakes";

/** Tenant of {@link FakeClients}. */
export const TENANT = "22222222-2222-2222-2222-222222222222";

/** Both clouds in memory, with what tests change of them. */
export class FakeClients implements Clients {
  readonly source = new FakeSource();
  readonly destination = new FakeDestination();
  defaultProjectId: string | null = "default-project";
  defaultTenantId: string | null = TENANT;
  defaultCloud: Cloud = "public";
  roles: readonly string[] | null = ["Synchronization.ReadWrite.All", "User.Read.All"];
  /** What a sign-in is refused with, by client id ("" for none). */
  readonly refusals = new Map<string, Problem>();
  readonly signIns: (ConnectionInput | null)[] = [];
  principals: { objectId: string; appId: string; displayName: string }[] = [];

  tenant(connection: ConnectionInput | null): Tenant {
    const tenantId = connection?.tenant_id ?? this.defaultTenantId;
    if (tenantId === null) throw new Problem("invalid_input", { summary: "No tenant", detail: "Set one." });
    const refusal = () => this.refusals.get(connection?.client_id ?? "");
    const guard = <T extends object>(target: T): T =>
      new Proxy(target, {
        get: (object, name) => {
          const member: unknown = Reflect.get(object, name);
          if (typeof member !== "function") return member;
          return async (...args: unknown[]) => {
            const refused = refusal();
            if (refused !== undefined) throw refused;
            return Reflect.apply(member, object, args);
          };
        },
      });
    return {
      tenantId,
      cloud: this.defaultCloud,
      destination: guard(this.destination),
      directory: guard(this.#directory()),
      signIn: async (): Promise<SignIn> => {
        this.signIns.push(connection);
        const refused = refusal();
        if (refused !== undefined) throw refused;
        return { kind: "client_secret", roles: this.roles };
      },
    };
  }

  forget(): void {}

  #directory(): Directory {
    return {
      search: async (words) =>
        this.principals.filter(
          (one) => words === null || one.displayName.toLowerCase().includes(words.toLowerCase()),
        ),
      byAppId: async (appId) => this.principals.find((one) => one.appId === appId) ?? null,
      byDisplayName: async (name) => this.principals.filter((one) => one.displayName === name),
    };
  }
}

import type { Clients, ProvisionedApplication, Tenant } from "../../../clients/clients";
import { Problem } from "../../../core/problem";
import { FakeDestination, FakeSource, job } from "../../../sync/testing/fakes";

/** Tenant of {@link fakeClients}. */
export const TENANT = "22222222-2222-2222-2222-222222222222";

/** Object id of the application with this number. */
export const objectId = (number: number) => `11111111-1111-4111-8111-${String(number).padStart(12, "0")}`;

/** Application id of the application with this number. */
export const appId = (number: number) => `aaaaaaaa-1111-4111-8111-${String(number).padStart(12, "0")}`;

/** An application with one job, or with none. */
export function application(number: number, displayName: string, status?: string): ProvisionedApplication {
  const jobs = status === undefined ? [] : [job({ status })];
  return { objectId: objectId(number), appId: appId(number), displayName, jobs };
}

/** What tests change of {@link fakeClients}. */
export interface FakeClouds {
  readonly applications?: readonly ProvisionedApplication[];
  /** Keys in every folder. */
  readonly keys?: readonly string[] | Problem;
  readonly projectId?: string | null;
  /** Object ids of applications that do not tell their jobs. */
  readonly refused?: readonly string[];
}

/** Clients of a tenant with these applications, and of an Infisical with these keys; `calls` tells what was asked. */
export function fakeClients(clouds: FakeClouds): Clients & { readonly calls: string[] } {
  const calls: string[] = [];
  const { applications = [], keys = [], projectId = "project", refused = [] } = clouds;
  const tenant = fakeTenant(applications, refused, calls);
  const source = Object.assign(new FakeSource(), {
    keys: async ({ environment, path }: { environment: string; path: string }) => {
      calls.push(`keys ${environment} ${path}`);
      if (keys instanceof Problem) throw keys;
      return keys;
    },
  });
  return {
    calls,
    source,
    defaultProjectId: projectId,
    defaultTenantId: TENANT,
    defaultCloud: "public",
    tenant: () => tenant,
    forget: () => {},
  };
}

function fakeTenant(
  applications: readonly ProvisionedApplication[],
  refused: readonly string[],
  calls: string[],
): Tenant {
  const find = (id: string) => applications.find((each) => each.objectId === id);
  const destination = Object.assign(new FakeDestination(), {
    jobs: async (id: string) => {
      calls.push("jobs");
      if (refused.includes(id)) throw new Problem("forbidden", { summary: "Denied", detail: "Grant it." });
      return find(id)?.jobs ?? [];
    },
    servicePrincipal: async (id: string) => {
      const found = find(id);
      if (found === undefined) throw new Problem("not_found", { summary: "None", detail: "None." });
      return found;
    },
  });
  return {
    tenantId: TENANT,
    cloud: "public",
    destination,
    directory: {
      search: async (words) =>
        applications.filter(({ displayName }) =>
          displayName.toLowerCase().startsWith(words?.toLowerCase() ?? ""),
        ),
      byAppId: async (id) => applications.find((each) => each.appId === id) ?? null,
      byDisplayName: async (name) => applications.filter(({ displayName }) => displayName === name),
    },
    signIn: async () => ({ kind: "client_secret", roles: null }),
  };
}

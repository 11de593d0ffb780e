import type { CallOptions, Clock } from "../../core/clock";
import { Problem, type ProblemCode } from "../../core/problem";
import { Secret } from "../../core/secret";
import type { Sync } from "../model";
import type {
  Destination,
  DestinationJob,
  DestinationSecret,
  SecretSource,
  SecretValue,
  SecretVersion,
} from "../ports";

/** A service principal's object id. */
export const OBJECT_ID = "11111111-1111-1111-1111-111111111111";

/** A clock that only moves by sleeping. */
export function fakeClock(): Clock & { readonly waits: number[] } {
  let now = Date.parse("2026-01-01T00:00:00Z");
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    sleep: async (ms, signal) => {
      if (signal.aborted) throw problem("cancelled");
      waits.push(ms);
      now += ms;
    },
  };
}

/** Five minutes on that clock. */
export function call(clock: Clock): CallOptions {
  return { signal: new AbortController().signal, deadline: clock.now() + 300_000 };
}

/** A problem of this code. */
export function problem(code: ProblemCode, more: { vendorCode?: string; status?: number } = {}): Problem {
  return new Problem(code, { summary: `a ${code} problem`, detail: "Detail.", ...more });
}

/** A job that provisions. */
export function job(more: Partial<DestinationJob> = {}): DestinationJob {
  return {
    id: "scim.1",
    templateId: "scim",
    scheduleState: "Active",
    status: "Active",
    quarantineReason: null,
    nextAttempt: null,
    lastSuccessAt: null,
    ...more,
  };
}

/** A service principal in memory, which records what was called. */
export class FakeDestination implements Destination {
  readonly calls: string[] = [];
  readonly tested: Record<string, string>[] = [];
  /** The job of the last test, or `template <id>`. */
  testedWith: string | null = null;
  stored = new Map<string, string>([["BaseAddress", "https://app.example.com/scim?x=1"]]);
  jobsNow: DestinationJob[] = [job()];
  templatesNow = ["scim"];
  replaces = false;
  /** Overrides of single calls; they may throw. */
  on: Partial<Record<keyof Destination, (times: number) => unknown>> = {};
  readonly #times = new Map<string, number>();

  async servicePrincipal(objectId: string) {
    this.#enter("servicePrincipal");
    return { objectId, appId: "app", displayName: "ServiceNow" };
  }

  async secrets(_id?: string, _call?: CallOptions): Promise<readonly DestinationSecret[]> {
    const result = this.#enter("secrets");
    if (result !== undefined) return result as DestinationSecret[];
    return [...this.stored].map(([key, value]) => ({ key, value: masked(key) ? null : new Secret(value) }));
  }

  async putSecrets(_id: string, secrets: readonly { readonly key: string; readonly value: Secret }[]) {
    this.#enter(`putSecrets`);
    if (this.replaces) this.stored = new Map();
    for (const { key, value } of secrets) {
      if (value.reveal() === "") this.stored.delete(key);
      else this.stored.set(key, value.reveal());
    }
    this.calls[this.calls.length - 1] = `putSecrets ${secrets.map(({ key }) => key).join(",")}`;
  }

  async jobs() {
    this.#enter("jobs");
    return [...this.jobsNow];
  }

  async templates() {
    this.#enter("templates");
    return [...this.templatesNow];
  }

  async validateCredentials(_id: string, request: Parameters<Destination["validateCredentials"]>[1]) {
    const result = this.#enter("validateCredentials");
    this.testedWith = request.jobId ?? `template ${request.templateId}`;
    this.tested.push(Object.fromEntries(request.credentials.map(({ key, value }) => [key, value.reveal()])));
    return (result ?? { outcome: "accepted" }) as { outcome: "accepted" };
  }

  async startJob(_id: string, jobId: string) {
    this.#enter("startJob");
    this.jobsNow = this.jobsNow.map((one) =>
      one.id === jobId ? { ...one, status: "Active", quarantineReason: null } : one,
    );
  }

  #enter(name: keyof Destination): unknown {
    this.calls.push(name);
    const times = (this.#times.get(name) ?? 0) + 1;
    this.#times.set(name, times);
    return this.on[name]?.(times);
  }
}

function masked(key: string): boolean {
  return key === "SecretToken" || key === "Password" || key === "ClientSecret";
}

/** A folder in Infisical with one secret. */
export class FakeSource implements SecretSource {
  readonly calls: string[] = [];
  secret: SecretValue | null = {
    id: "s1",
    version: 4,
    updatedAt: "2025-12-31T00:00:00Z",
    updatedBy: "ada",
    value: new Secret("token-v4"),
    expanded: false,
  };
  /** What Infisical holds when it is not what is read: a pin reads an older version. */
  newest: SecretVersion | null = null;
  imported: string | null = null;
  fault: Problem | null = null;

  async describe() {
    this.calls.push("describe");
    if (this.fault !== null) throw this.fault;
    return this.newest ?? this.secret;
  }

  async keys(): Promise<readonly string[]> {
    this.calls.push("keys");
    if (this.fault !== null) throw this.fault;
    return this.secret === null ? [] : ["TOKEN"];
  }

  async read() {
    this.calls.push("read");
    if (this.fault !== null) throw this.fault;
    return this.secret;
  }

  async importedFrom() {
    this.calls.push("importedFrom");
    return this.imported;
  }
}

/** A sync that was pushed from {@link FakeSource} and is fine. */
export function syncedState(more: Partial<Sync> = {}): Sync {
  return {
    id: OBJECT_ID,
    name: "servicenow",
    description: null,
    source: {
      project_id: "p",
      environment: "prod",
      secret_path: "/scim",
      secret_key: "TOKEN",
      version: null,
    },
    token_wo_version: null,
    destination: {
      connection: { tenant_id: "t", client_id: null, cloud: "public", auth: null },
      service_principal_id: OBJECT_ID,
      base_address: null,
    },
    auto_sync_enabled: true,
    validation: "standard",
    recover_from_quarantine: true,
    on_destroy: "retain",
    plan_checks: "error",
    sync_trigger: null,
    service_principal_display_name: "ServiceNow",
    destination_base_address: "https://app.example.com/scim",
    source_version: 4,
    source_secret_id: "s1",
    source_updated_at: "2025-12-31T00:00:00Z",
    source_updated_by: "ada",
    synced_version: 4,
    synced_secret_id: "s1",
    last_synced_at: "2026-01-01T00:00:00.000Z",
    sync_status: "synced",
    sync_message: null,
    provisioning_job: null,
    ...more,
  };
}

import { inspect } from "node:util";
import { systemClock } from "../core/clock";
import type { Environment } from "../core/environment";
import { silentLogger } from "../core/log";
import { Problem } from "../core/problem";
import { Secret } from "../core/secret";
import type { Destination as DestinationPort, SecretSource as SourcePort } from "../sync/ports";
import type { ClientSettings, Clients, ConnectionInput } from "./clients";
import { createClients } from "./connect";

const TENANT = "11111111-1111-1111-1111-111111111111";
const CLIENT = "22222222-2222-2222-2222-222222222222";
const nothing: ClientSettings = { infisical: null, azure: null, http: null };

function connect(env: Environment, settings: ClientSettings = nothing): Clients {
  return createClients(settings, {
    env,
    log: silentLogger,
    clock: systemClock,
    userAgent: "entrascim/0.0.0",
  });
}

function azure(written: Partial<NonNullable<ClientSettings["azure"]>>): ClientSettings {
  const none = {
    tenant_id: null,
    client_id: null,
    client_secret: null,
    client_certificate_path: null,
    client_certificate: null,
    client_certificate_password: null,
    use_oidc: null,
    oidc_token: null,
    oidc_token_file_path: null,
    oidc_request_url: null,
    oidc_request_token: null,
    ado_service_connection_id: null,
    use_managed_identity: null,
    use_cli: null,
    cloud: null,
    authority_host: null,
    graph_endpoint: null,
  };
  return { ...nothing, azure: { ...none, ...written } };
}

const connection: ConnectionInput = {
  tenant_id: TENANT,
  client_id: CLIENT,
  cloud: null,
  auth: {
    client_secret: { project_id: null, environment: "prod", secret_path: "/azure", secret_key: "KEY" },
    client_certificate: null,
    workload_identity: null,
    managed_identity: null,
    azure_cli: null,
  },
};
const soon = { signal: new AbortController().signal, deadline: Date.now() + 60_000 };

function problemOf(act: () => unknown): Problem {
  try {
    act();
  } catch (caught) {
    if (caught instanceof Problem) return caught;
  }
  throw new Error("no problem");
}

describe("createClients", () => {
  it("fits the engine's ports", () => {
    const clients = connect({});
    const source: SourcePort = clients.source;
    const destination: DestinationPort = clients.tenant(connection).destination;
    expect([source, destination]).toHaveLength(2);
  });

  it("works without any configuration where connections say everything", () => {
    const clients = connect({});
    expect(clients).toMatchObject({
      defaultProjectId: null,
      defaultTenantId: null,
      defaultCloud: "public",
    });
    expect(clients.tenant(connection)).toMatchObject({ tenantId: TENANT, cloud: "public" });
  });

  it("takes defaults from the provider before the environment", () => {
    const env = { ARM_TENANT_ID: "b.example", ARM_ENVIRONMENT: "china", INFISICAL_PROJECT_ID: "p" };
    expect(connect(env)).toMatchObject({
      defaultProjectId: "p",
      defaultTenantId: "b.example",
      defaultCloud: "china",
    });
    expect(connect(env, azure({ tenant_id: "a.example", cloud: "dod" }))).toMatchObject({
      defaultTenantId: "a.example",
      defaultCloud: "dod",
    });
  });

  it("gives the same tenant for the same connection", () => {
    const clients = connect({});
    const copy: ConnectionInput = JSON.parse(JSON.stringify(connection));
    expect(clients.tenant(copy)).toBe(clients.tenant(connection));
    expect(clients.tenant({ ...connection, cloud: "public" })).toBe(clients.tenant(connection));
  });

  it.each<[string, Partial<ConnectionInput>]>([
    ["tenant", { tenant_id: "other.example" }],
    ["client", { client_id: "33333333-3333-3333-3333-333333333333" }],
    ["cloud", { cloud: "china" }],
    ["auth", { auth: null }],
  ])("gives another tenant for another %s", (_, changed) => {
    const clients = connect({});
    expect(clients.tenant({ ...connection, ...changed })).not.toBe(clients.tenant(connection));
  });

  it("signs the provider in where there is no connection", () => {
    const env = { ARM_TENANT_ID: TENANT, ARM_CLIENT_ID: CLIENT, ARM_CLIENT_SECRET: "s" };
    expect(connect(env).tenant(null)).toMatchObject({ tenantId: TENANT });
  });

  it.each<[string, Environment, ClientSettings, Problem["path"]]>([
    ["a host that is none", {}, azure({ authority_host: "nonsense" }), ["azure", "authority_host"]],
    ["plain http", {}, azure({ graph_endpoint: "http://graph.example" }), ["azure", "graph_endpoint"]],
    ["an unknown cloud", {}, azure({ cloud: "moon" }), ["azure", "cloud"]],
    ["an unknown ARM_ENVIRONMENT", { ARM_ENVIRONMENT: "moon" }, nothing, undefined],
    ["a list of hosts that is none", { ENTRASCIM_ALLOWED_HOSTS: "https://x/y" }, nothing, undefined],
    ["Infisical's host over http", { INFISICAL_HOST: "http://infisical.example" }, nothing, undefined],
  ])("refuses %s at once", (_, env, settings, path) => {
    expect(problemOf(() => connect(env, settings))).toMatchObject({ code: "invalid_input", path });
  });

  it("asks for a tenant only when one is needed", () => {
    const problem = problemOf(() => connect({}).tenant(null));
    expect(problem.code).toBe("invalid_input");
    for (const name of ["tenant_id", "azure.tenant_id", "ARM_TENANT_ID", "AZURE_TENANT_ID"]) {
      expect(problem.detail).toContain(name);
    }
  });

  it("asks for a login to Infisical only when a secret is read", async () => {
    const clients = connect({ INFISICAL_PROJECT_ID: "p" });
    const caught: unknown = await clients
      .tenant(connection)
      .signIn(soon)
      .catch((error: unknown) => error);
    expect(caught).toMatchObject({ code: "invalid_input" });
    expect(inspect(caught)).toContain("INFISICAL");
  });

  it("asks for a project only when a credential lies in Infisical", async () => {
    const clients = connect({ INFISICAL_TOKEN: "t" });
    const caught: unknown = await clients
      .tenant(connection)
      .signIn(soon)
      .catch((error: unknown) => error);
    expect(caught).toMatchObject({ code: "invalid_input" });
    expect(inspect(caught)).toContain("INFISICAL_PROJECT_ID");
  });

  it("sends nothing to hosts that are not listed", async () => {
    const env = {
      ENTRASCIM_ALLOWED_HOSTS: "infisical.example",
      ARM_TENANT_ID: TENANT,
      ARM_CLIENT_ID: CLIENT,
      ARM_CLIENT_SECRET: "hidden-secret",
      AZURE_AUTHORITY_HOST: "https://evil.example",
    };
    const caught: unknown = await connect(env)
      .tenant(null)
      .signIn(soon)
      .catch((error: unknown) => error);
    expect(caught).toMatchObject({ code: "untrusted" });
    expect(inspect(caught)).not.toContain("hidden-secret");
  });

  it("keeps the provider's secrets out of sight", () => {
    const clients = connect(
      {},
      azure({ tenant_id: TENANT, client_id: CLIENT, client_secret: new Secret("hid") }),
    );
    const shown = inspect([clients, clients.tenant(null)], { depth: 12, showHidden: true });
    expect(shown).not.toContain("hid'");
    expect(JSON.stringify([clients, clients.tenant(null)])).not.toContain("hid");
  });
});

import { Secret } from "../../core/secret";
import { fakeClock, OBJECT_ID, problem } from "../../sync/testing/fakes";
import { createRuntime, type Runtime } from "../runtime";
import { FakeClients, TENANT } from "./fake-clients";
import { type Plain, SimulatedTerraform } from "./simulated-terraform";

/** A connection as a literal. */
export const connection = { tenant_id: TENANT, client_id: null, cloud: "public", auth: null };
/** A source block. */
export const source = { environment: "prod", secret_path: "/scim", secret_key: "TOKEN" };
/** A sync without options. */
export const base: Plain = {
  name: "servicenow",
  source,
  destination: { connection, service_principal_id: OBJECT_ID },
};
/** The same with more in its destination block. */
export const withDestination = (more: Plain): Plain => ({
  ...base,
  destination: { connection, service_principal_id: OBJECT_ID, ...more },
});

/** Both clouds in memory, and a Terraform that has a sync in hand. */
export function setup() {
  const clients = new FakeClients();
  const clock = fakeClock();
  const runtime: { unknown: boolean; current: Runtime | null } = { unknown: false, current: null };
  const terraform = new SimulatedTerraform(
    "entrascim_sync",
    () => {
      runtime.current = createRuntime(
        runtime.unknown ? null : clients,
        runtime.unknown ? ["azure.tenant_id"] : [],
        clock,
      );
      return runtime.current;
    },
    clock,
  );
  const writes = () => clients.destination.calls.filter((name) => name.startsWith("put")).length;
  const rotate = (version: number, value = `token-v${version}`) => {
    const { secret } = clients.source;
    if (secret !== null) clients.source.secret = { ...secret, version, value: new Secret(value) };
  };
  return { clients, clock, terraform, writes, rotate, runtime };
}

/** The same, after a create that went well. */
export async function created(plain: Plain = base) {
  const fixture = setup();
  const { diagnostics } = await fixture.terraform.run(plain);
  expect(diagnostics.filter((one) => one.severity === "error")).toEqual([]);
  fixture.clients.destination.calls.length = 0;
  return fixture;
}

/** The errors among diagnostics. */
export const errors = (diagnostics: readonly { severity: string }[]) =>
  diagnostics.filter((one) => one.severity === "error");
/** What Graph says of an object that is not there. */
export const resourceNotFound = () => {
  throw problem("not_found", { vendorCode: "Request_ResourceNotFound" });
};

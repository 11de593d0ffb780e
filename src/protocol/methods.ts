import type { Logger } from "../core/log";
import type { ProviderServer } from "../framework/provider-server";
import type { GrpcMethod, GrpcMethods } from "./grpc-server";
import type { Rpc } from "./rpc/rpc";

/** Loads what answers an RPC. A command needs a few of them, and pays for no other. */
type LoadRpc = () => Promise<Rpc>;

/**
 * The RPCs of protocol 6, up to 6.9. Later ones (list resources, actions, state stores) are answered
 * `UNIMPLEMENTED`, by which Terraform knows that a provider does not have them.
 */
const RPCS: Readonly<Record<string, LoadRpc>> = {
  GetMetadata: async () => (await import("./rpc/get-metadata")).getMetadata,
  GetProviderSchema: async () => (await import("./rpc/get-provider-schema")).getProviderSchema,
  GetResourceIdentitySchemas: async () => (await import("./rpc/empty-sets")).getResourceIdentitySchemas,
  GetFunctions: async () => (await import("./rpc/empty-sets")).getFunctions,
  ValidateProviderConfig: async () => (await import("./rpc/validate-provider-config")).validateProviderConfig,
  ValidateResourceConfig: async () => (await import("./rpc/validate-resource-config")).validateResourceConfig,
  ValidateDataResourceConfig: async () =>
    (await import("./rpc/validate-data-resource-config")).validateDataResourceConfig,
  UpgradeResourceState: async () => (await import("./rpc/upgrade-resource-state")).upgradeResourceState,
  UpgradeResourceIdentity: async () => (await import("./rpc/empty-sets")).upgradeResourceIdentity,
  ConfigureProvider: async () => (await import("./rpc/configure-provider")).configureProvider,
  ReadResource: async () => (await import("./rpc/read-resource")).readResource,
  PlanResourceChange: async () => (await import("./rpc/plan-resource-change")).planResourceChange,
  ApplyResourceChange: async () => (await import("./rpc/apply-resource-change")).applyResourceChange,
  ImportResourceState: async () => (await import("./rpc/import-resource-state")).importResourceState,
  MoveResourceState: async () => (await import("./rpc/move-resource-state")).moveResourceState,
  ReadDataSource: async () => (await import("./rpc/read-data-source")).readDataSource,
  ValidateEphemeralResourceConfig: async () =>
    (await import("./rpc/empty-sets")).validateEphemeralResourceConfig,
  OpenEphemeralResource: async () => (await import("./rpc/empty-sets")).openEphemeralResource,
  RenewEphemeralResource: async () => (await import("./rpc/empty-sets")).renewEphemeralResource,
  CloseEphemeralResource: async () => (await import("./rpc/empty-sets")).closeEphemeralResource,
  CallFunction: async () => (await import("./rpc/empty-sets")).callFunction,
  StopProvider: async () => (await import("./rpc/stop-provider")).stopProvider,
};

const EMPTY = new Uint8Array();

/** `grpc.health.v1.HealthCheckResponse` with the status SERVING. */
const SERVING = Uint8Array.of(0x08, 0x01);

/**
 * Every method that Terraform may call: the provider's RPCs, and go-plugin's own services, of which only Shutdown
 * does something. Of stdio and broker it expects open streams; a provider of ours has nothing to send there.
 */
export function pluginMethods(provider: ProviderServer, log: Logger, exit: () => void): GrpcMethods {
  const methods = new Map<string, GrpcMethod>([
    ["/plugin.GRPCStdio/StreamStdio", { kind: "silent" }],
    ["/plugin.GRPCBroker/StartStream", { kind: "silent" }],
    ["/grpc.health.v1.Health/Check", { kind: "unary", call: async () => SERVING }],
    ["/plugin.GRPCController/Shutdown", shutdown(exit)],
  ]);
  for (const [name, load] of Object.entries(RPCS)) {
    methods.set(`/tfplugin6.Provider/${name}`, { kind: "unary", call: callRpc(name, load, provider, log) });
  }
  return methods;
}

function callRpc(name: string, load: LoadRpc, provider: ProviderServer, log: Logger) {
  return async (request: Uint8Array): Promise<Uint8Array> => {
    log.log("trace", "Terraform calls", { rpc: name });
    const rpc = await load();
    return rpc(provider, request);
  };
}

/** The answer must have left the process before it ends, or Terraform waits for it and kills. */
function shutdown(exit: () => void): GrpcMethod {
  return {
    kind: "unary",
    call: async () => EMPTY,
    answered: () => setImmediate(() => setImmediate(exit)),
  };
}

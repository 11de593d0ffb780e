import { CallFunction_Request, PlanResourceChange_Request } from "./gen/tfplugin6";
import { pluginMethods } from "./methods";
import { msgpack, thing } from "./testing/toy-calls";
import { toyProvider } from "./testing/toy-provider";

const lines: string[] = [];
const log = { log: (...line: unknown[]) => void lines.push(JSON.stringify(line)) };
const exit = jest.fn();
const methods = pluginMethods(toyProvider(), log, exit);

const PROVIDER = "/tfplugin6.Provider/";
const rpcs = [...methods.keys()].filter((path) => path.startsWith(PROVIDER));

async function call(path: string, request = new Uint8Array()): Promise<Uint8Array> {
  const method = methods.get(path);
  if (method?.kind !== "unary") throw new Error(`${path} is no unary method`);
  return method.call(request);
}

it("are the RPCs of protocol 6.9 and no later ones", () => {
  expect(rpcs.map((path) => path.slice(PROVIDER.length)).sort()).toEqual([
    "ApplyResourceChange",
    "CallFunction",
    "CloseEphemeralResource",
    "ConfigureProvider",
    "GetFunctions",
    "GetMetadata",
    "GetProviderSchema",
    "GetResourceIdentitySchemas",
    "ImportResourceState",
    "MoveResourceState",
    "OpenEphemeralResource",
    "PlanResourceChange",
    "ReadDataSource",
    "ReadResource",
    "RenewEphemeralResource",
    "StopProvider",
    "UpgradeResourceIdentity",
    "UpgradeResourceState",
    "ValidateDataResourceConfig",
    "ValidateEphemeralResourceConfig",
    "ValidateProviderConfig",
    "ValidateResourceConfig",
  ]);
});

it.each(rpcs)("%s finds what answers it", async (path) => {
  // An empty request names nothing that the provider has; what matters is that somebody looks at it.
  await call(path).catch((problem) => expect(problem).toMatchObject({ code: "invalid_input" }));
});

it("have go-plugin's services beside them", async () => {
  expect(methods.get("/plugin.GRPCStdio/StreamStdio")).toEqual({ kind: "silent" });
  expect(methods.get("/plugin.GRPCBroker/StartStream")).toEqual({ kind: "silent" });
  expect(Buffer.from(await call("/grpc.health.v1.Health/Check")).toString("hex")).toBe("0801");
});

it("end the process only after the answer to Shutdown has left", async () => {
  const shutdown = methods.get("/plugin.GRPCController/Shutdown");
  expect(await call("/plugin.GRPCController/Shutdown")).toHaveLength(0);
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(exit).not.toHaveBeenCalled();
  if (shutdown?.kind === "unary") shutdown.answered?.();
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(exit).toHaveBeenCalledTimes(1);
});

it("log calls without values", async () => {
  const value = msgpack(thing({ name: "a", password: "hunter2" }));
  const request = PlanResourceChange_Request.encode({
    typeName: "toy_thing",
    priorState: msgpack(null),
    proposedNewState: value,
    config: value,
    priorPrivate: Buffer.from("hunter2"),
  });
  await call(`${PROVIDER}PlanResourceChange`, request.finish());
  await call(`${PROVIDER}CallFunction`, CallFunction_Request.encode({ name: "hunter2" }).finish());
  expect(lines.join("\n")).toContain("PlanResourceChange");
  expect(lines.join("\n")).not.toContain("hunter2");
});

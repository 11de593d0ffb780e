import type { Logger } from "../../src/core/log";
import { Problem } from "../../src/core/problem";
import { DecimalNumber, UNKNOWN, Unknown } from "../../src/framework/value";
import * as wire from "../../src/protocol/gen/tfplugin6";
import { pluginMethods } from "../../src/protocol/methods";
import { type Codec, msgpack, TYPES, thing, unpack } from "./support/rpc-client";
import { type ToyHooks, toyProvider } from "./support/toy-provider";

const lines: string[] = [];
const log: Logger = { log: (...line) => lines.push(JSON.stringify(line)) };

/** Calls an RPC of the toy in this process, bytes to bytes. */
async function call<Request, Response>(
  name: string,
  [request, response]: readonly [Codec<Request>, Codec<Response>],
  message: Request,
  hooks: ToyHooks = {},
): Promise<Response> {
  return response.decode(await callBytes(name, request.encode(message).finish(), hooks));
}

async function callBytes(name: string, bytes: Uint8Array, hooks: ToyHooks = {}): Promise<Uint8Array> {
  const method = pluginMethods(toyProvider(hooks), log, () => {}).get(`/tfplugin6.Provider/${name}`);
  if (method?.kind !== "unary") throw new Error(`${name} is no unary method`);
  return method.call(bytes);
}

const planCodecs = [wire.PlanResourceChange_Request, wire.PlanResourceChange_Response] as const;
const plan = (changes: Partial<wire.PlanResourceChange_Request>, hooks?: ToyHooks) =>
  call(
    "PlanResourceChange",
    planCodecs,
    {
      typeName: "toy_thing",
      priorState: msgpack(null),
      proposedNewState: msgpack(thing({ name: "a" })),
      config: msgpack(thing({ name: "a" })),
      priorPrivate: new Uint8Array(),
      ...changes,
    },
    hooks,
  );

const importCodecs = [wire.ImportResourceState_Request, wire.ImportResourceState_Response] as const;
const upgradeCodecs = [wire.UpgradeResourceState_Request, wire.UpgradeResourceState_Response] as const;
const upgrade = (rawState: wire.RawState | undefined, hooks?: ToyHooks) =>
  call("UpgradeResourceState", upgradeCodecs, { typeName: "toy_thing", version: 0, rawState }, hooks);

describe("what the provider has", () => {
  it("is told by GetMetadata", async () => {
    expect(await call("GetMetadata", [wire.GetMetadata_Request, wire.GetMetadata_Response], {})).toEqual({
      diagnostics: [],
      resources: [{ typeName: "toy_thing" }],
      dataSources: [{ typeName: "toy_echo" }],
      serverCapabilities: { planDestroy: true, getProviderSchemaOptional: true, moveResourceState: false },
    });
  });

  it("is told in full by GetProviderSchema", async () => {
    const codecs = [wire.GetProviderSchema_Request, wire.GetProviderSchema_Response] as const;
    const response = await call("GetProviderSchema", codecs, {});
    expect(response.provider?.block?.attributes).toMatchObject([{ name: "endpoint" }]);
    expect(response.resourceSchemas.toy_thing).toMatchObject({ version: 1 });
    expect(Object.keys(response.dataSourceSchemas)).toEqual(["toy_echo"]);
    expect(response.serverCapabilities?.getProviderSchemaOptional).toBe(true);
  });

  it.each([
    ["GetFunctions", [wire.GetFunctions_Request, wire.GetFunctions_Response]],
    [
      "GetResourceIdentitySchemas",
      [wire.GetResourceIdentitySchemas_Request, wire.GetResourceIdentitySchemas_Response],
    ],
  ] as const)("is nothing for %s", async (name, codecs) => {
    expect(await call<object, wire.GetFunctions_Response>(name, codecs, {})).toEqual({ diagnostics: [] });
  });
});

describe("what the provider does not have", () => {
  const named = (name: string) => ({ typeName: name, name, version: 0, rawIdentity: new Uint8Array() });

  it.each([
    [
      "ValidateEphemeralResourceConfig",
      [wire.ValidateEphemeralResourceConfig_Request, wire.ValidateEphemeralResourceConfig_Response],
    ],
    ["OpenEphemeralResource", [wire.OpenEphemeralResource_Request, wire.OpenEphemeralResource_Response]],
    ["RenewEphemeralResource", [wire.RenewEphemeralResource_Request, wire.RenewEphemeralResource_Response]],
    ["CloseEphemeralResource", [wire.CloseEphemeralResource_Request, wire.CloseEphemeralResource_Response]],
    [
      "UpgradeResourceIdentity",
      [wire.UpgradeResourceIdentity_Request, wire.UpgradeResourceIdentity_Response],
    ],
  ] as const)("is an error of %s", async (name, codecs) => {
    type Codecs = readonly [Codec<object>, Codec<wire.OpenEphemeralResource_Response>];
    const { diagnostics } = await call(name, codecs as unknown as Codecs, named("toy_missing"));
    expect(diagnostics).toMatchObject([{ severity: 1, summary: expect.stringContaining('"toy_missing"') }]);
  });

  it("is an error of CallFunction", async () => {
    const response = await call("CallFunction", [wire.CallFunction_Request, wire.CallFunction_Response], {
      name: "f",
    });
    expect(response.error?.text).toContain('no function "f"');
  });

  it("is an error of MoveResourceState that says what to do instead", async () => {
    const response = await call(
      "MoveResourceState",
      [wire.MoveResourceState_Request, wire.MoveResourceState_Response],
      {
        sourceProviderAddress: "registry.terraform.io/x/other",
        sourceTypeName: "other_thing",
        sourceSchemaVersion: 0,
        targetTypeName: "toy_thing",
      },
    );
    expect(response.diagnostics).toMatchObject([{ severity: 1, detail: expect.stringContaining("import") }]);
  });

  it("is refused by name in every call with values", async () => {
    await expect(plan({ typeName: "toy_other" })).rejects.toThrow('no resource "toy_other"');
    const read = call("ReadDataSource", [wire.ReadDataSource_Request, wire.ReadDataSource_Response], {
      typeName: "toy_no",
    });
    await expect(read).rejects.toThrow('no data source "toy_no"');
  });
});

describe("validation", () => {
  const codecs = [wire.ValidateResourceConfig_Request, wire.ValidateResourceConfig_Response] as const;
  const request = (name: string) => ({ typeName: "toy_thing", config: msgpack(thing({ name })) });

  it("passes on diagnostics with their paths", async () => {
    const { diagnostics } = await call("ValidateResourceConfig", codecs, request("warn"));
    expect(diagnostics).toMatchObject([{ severity: 2, attribute: { steps: [{}, {}] } }]);
  });

  it.each([
    ["not told", undefined, false],
    ["no", { deferralAllowed: true, writeOnlyAttributesAllowed: false }, false],
    ["yes", { deferralAllowed: false, writeOnlyAttributesAllowed: true }, true],
  ])("tells whether write-only values are allowed: %s", async (_, clientCapabilities, writeOnlyAllowed) => {
    const onCall = jest.fn();
    await call("ValidateResourceConfig", codecs, { ...request("a"), clientCapabilities }, { onCall });
    expect(onCall).toHaveBeenCalledWith("validateResource", expect.objectContaining({ writeOnlyAllowed }));
  });

  it("of the provider and of data sources gets their values", async () => {
    const onCall = jest.fn();
    const config = msgpack({ endpoint: UNKNOWN }, TYPES.provider);
    await call(
      "ValidateProviderConfig",
      [wire.ValidateProviderConfig_Request, wire.ValidateProviderConfig_Response],
      { config },
      { onCall },
    );
    const echo = { typeName: "toy_echo", config: msgpack({ input: "x", output: null }, TYPES.echo) };
    await call(
      "ValidateDataResourceConfig",
      [wire.ValidateDataResourceConfig_Request, wire.ValidateDataResourceConfig_Response],
      echo,
      { onCall },
    );
    expect(onCall.mock.calls).toEqual([
      ["validateProvider", { config: { endpoint: UNKNOWN } }],
      ["validateDataSource", { type: "toy_echo", config: { input: "x", output: null } }],
    ]);
  });
});

describe("ConfigureProvider", () => {
  it("hands over configuration and Terraform's version", async () => {
    const onCall = jest.fn();
    const message = { terraformVersion: "1.11.4", config: msgpack({ endpoint: "x" }, TYPES.provider) };
    await call(
      "ConfigureProvider",
      [wire.ConfigureProvider_Request, wire.ConfigureProvider_Response],
      message,
      { onCall },
    );
    expect(onCall).toHaveBeenCalledWith("configure", {
      config: { endpoint: "x" },
      terraformVersion: "1.11.4",
    });
  });
});

describe("PlanResourceChange", () => {
  it("answers with the planned value, private state and what replaces", async () => {
    const response = await plan({});
    expect(unpack(response.plannedState)).toEqual(thing({ name: "a", id: UNKNOWN, parts: UNKNOWN }));
    expect(Buffer.from(response.plannedPrivate).toString()).toBe("planned");
    expect(response.requiresReplace.map(({ steps }) => steps.map(({ selector }) => selector?.value))).toEqual(
      [["name"], ["parts", 0]],
    );
  });

  it("passes on null for a destroy", async () => {
    const response = await plan({
      priorState: msgpack(thing({ name: "a" })),
      proposedNewState: msgpack(null),
    });
    expect(unpack(response.plannedState)).toBeNull();
  });

  it("keeps refinements and the last digit of numbers", async () => {
    const refined = new Unknown(Uint8Array.of(0x81, 0x01, 0xc2));
    for (const proposed of [
      { name: refined },
      { name: "a", size: 2n ** 62n + 1n },
      { name: "a", size: new DecimalNumber("0.1") },
    ]) {
      const response = await plan({ proposedNewState: msgpack(thing(proposed)) });
      expect(unpack(response.plannedState)).toMatchObject(proposed);
    }
  });

  it("reads values that come as JSON", async () => {
    const json = Buffer.from(JSON.stringify(thing({ name: "a", owner: { mail: "m" } })));
    const response = await plan({ proposedNewState: { msgpack: new Uint8Array(), json } });
    expect(unpack(response.plannedState)).toMatchObject({ name: "a", owner: { mail: "m" } });
  });

  it.each([
    ["a missing value", undefined],
    ["an empty value", { msgpack: new Uint8Array(), json: new Uint8Array() }],
    ["a value of another schema", msgpack({ endpoint: "hunter2" }, TYPES.provider)],
    ["bytes that are no value", { msgpack: Buffer.from("c1", "hex"), json: new Uint8Array() }],
  ])("refuses %s", async (_, config) => {
    await expect(plan({ config })).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("calls a planned value that does not fit a bug of the provider's", async () => {
    const misfit = plan({ proposedNewState: msgpack(thing({ name: "misfit" })) });
    await expect(misfit).rejects.toMatchObject({ code: "internal", detail: expect.stringContaining("size") });
  });
});

describe("ApplyResourceChange", () => {
  it("answers with the new state and private state", async () => {
    const response = await call(
      "ApplyResourceChange",
      [wire.ApplyResourceChange_Request, wire.ApplyResourceChange_Response],
      {
        typeName: "toy_thing",
        priorState: msgpack(null),
        plannedState: msgpack(thing({ name: "a", id: UNKNOWN })),
        config: msgpack(thing({ name: "a" })),
        plannedPrivate: Buffer.from("p"),
      },
    );
    expect(unpack(response.newState)).toMatchObject({ id: "id-a", parts: [{ label: "first", count: 1 }] });
    expect(Buffer.from(response.private).toString()).toBe("p");
  });
});

describe("ReadResource and ReadDataSource", () => {
  it("answer with what was read", async () => {
    const read = await call("ReadResource", [wire.ReadResource_Request, wire.ReadResource_Response], {
      typeName: "toy_thing",
      currentState: msgpack(thing({ id: "1" })),
      private: Buffer.from("p"),
    });
    expect(unpack(read.newState)).toEqual(thing({ id: "1" }));
    expect(Buffer.from(read.private).toString()).toBe("p");
    const echo = await call("ReadDataSource", [wire.ReadDataSource_Request, wire.ReadDataSource_Response], {
      typeName: "toy_echo",
      config: msgpack({ input: "x", output: null }, TYPES.echo),
    });
    expect(unpack(echo.state, TYPES.echo)).toEqual({ input: "x", output: "x" });
  });
});

describe("ImportResourceState", () => {
  it("answers with one object", async () => {
    const response = await call("ImportResourceState", importCodecs, { typeName: "toy_thing", id: "7" });
    expect(response.importedResources).toHaveLength(1);
    expect(unpack(response.importedResources[0]?.state)).toMatchObject({ id: "7" });
  });

  it("answers with none beside an error", async () => {
    const response = await call("ImportResourceState", importCodecs, { typeName: "toy_thing", id: "fail" });
    expect(response).toMatchObject({ importedResources: [], diagnostics: [{ severity: 1 }] });
  });

  it("refuses an identity", async () => {
    const message = { typeName: "toy_thing", id: "", identity: { identityData: msgpack(null) } };
    await expect(call("ImportResourceState", importCodecs, message)).rejects.toThrow(
      "identity is not supported",
    );
  });
});

describe("UpgradeResourceState", () => {
  const stored = (text: string) => ({ json: Buffer.from(text), flatmap: {} });

  it("hands over exact numbers and harmless keys", async () => {
    const onCall = jest.fn();
    await upgrade(stored('{"size":9007199254740993,"extra":0.1,"__proto__":{"name":"x"}}'), { onCall });
    const [, request] = onCall.mock.calls[0] ?? [];
    expect(request).toMatchObject({ type: "toy_thing", version: 0, json: { size: 9007199254740993n } });
    expect(request.json.extra).toEqual(new DecimalNumber("0.1"));
    expect(request.json.name).toBeUndefined();
  });

  it("answers with a value of today's schema", async () => {
    const response = await upgrade(stored('{"name":"a","size":9007199254740993}'));
    expect(unpack(response.upgradedState)).toMatchObject({ name: "a", size: 9007199254740993n });
  });

  it.each([
    ["no state", undefined],
    ["a flat map", { json: new Uint8Array(), flatmap: { id: "1" } }],
    ["half a state", stored('{"name":')],
  ])("refuses %s", async (_, state) => {
    await expect(upgrade(state)).rejects.toMatchObject({ code: "invalid_input" });
  });
});

describe("StopProvider", () => {
  it("tells the provider", async () => {
    const onStop = jest.fn();
    const codecs = [wire.StopProvider_Request, wire.StopProvider_Response] as const;
    expect(await call("StopProvider", codecs, {}, { onStop })).toEqual({ error: "" });
    expect(onStop).toHaveBeenCalledTimes(1);
  });
});

describe("every call", () => {
  it("refuses bytes that are no message", async () => {
    const read = callBytes("ReadResource", Buffer.from("ffffffff", "hex"));
    await expect(read).rejects.toThrow(Problem);
    await expect(read).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("skips fields that later versions of the protocol add", async () => {
    const later = Buffer.concat([
      wire.CallFunction_Request.encode({ name: "f" }).finish(),
      Buffer.from("fa3f0161", "hex"),
    ]);
    const response = wire.CallFunction_Response.decode(await callBytes("CallFunction", later));
    expect(response.error?.text).toContain('"f"');
  });

  it("leaves values out of the log", async () => {
    await plan({ config: msgpack(thing({ name: "a", password: "hunter2" })) });
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join("\n")).not.toContain("hunter2");
  });

  it("is unknown when protocol 6.9 does not have it", () => {
    const methods = [...pluginMethods(toyProvider(), log, () => {}).keys()];
    const later = [
      "ListResource",
      "ValidateListResourceConfig",
      "PlanAction",
      "InvokeAction",
      "ValidateActionConfig",
    ];
    expect(methods.filter((path) => later.some((name) => path.endsWith(`/${name}`)))).toEqual([]);
  });
});

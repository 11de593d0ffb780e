import type { Schema } from "../../src/framework/schema";
import { schemaType } from "../../src/framework/schema-type";
import { isObjectValue, type Value } from "../../src/framework/value";
import type * as wire from "../../src/protocol/gen/tfplugin6";
import { decodeValue, encodeValue } from "../../src/protocol/value-codec";
import { fill, type Plain } from "../../src/provider/testing/simulated-terraform";
import { DATA_SOURCES, PROVIDER, RESOURCES } from "./clouds/configurations";
import { callRpc, createWorld, type FuzzWorld } from "./clouds/fuzz-world";
import { CLIENT, PRINCIPAL, TENANT } from "./clouds/golden-answer";
import { decodeResponse, encodeRequest, RPC_MESSAGES } from "./rpc-messages";

/** A request that Terraform really would send, before anything is done to it. */
export interface Sample {
  readonly rpc: string;
  readonly message: Readonly<Record<string, unknown>>;
}

const NOTHING = new Uint8Array();
/** Null in msgpack. */
const NULL = 0xc0;
const capabilities = { deferralAllowed: false, writeOnlyAttributesAllowed: true };

/**
 * Requests of every RPC that the provider knows. Those about objects are what Terraform sends in the life of a few,
 * led here once: what one answer holds stands in the next request.
 */
export async function recordSamples(): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  const schemas = createWorld().server.schemas();
  const record = async <Response>(world: FuzzWorld, rpc: string, message: Sample["message"]) => {
    samples.push({ rpc, message });
    return decodeResponse<Response>(rpc, await callRpc(world, rpc, encodeRequest(rpc, message)));
  };
  const configured = async () => {
    const world = createWorld();
    await callRpc(world, "ConfigureProvider", encodeRequest("ConfigureProvider", configureMessage()));
    return world;
  };
  await record(createWorld(), "ValidateProviderConfig", { config: providerConfig() });
  await record(createWorld(), "ConfigureProvider", configureMessage());
  for (const { type, config } of RESOURCES) {
    const schema = schemas.resources.get(type);
    if (schema !== undefined) await recordLife(record, await configured(), type, schema, config);
  }
  for (const { type, config } of DATA_SOURCES) {
    const schema = schemas.dataSources.get(type);
    if (schema === undefined) continue;
    const message = { typeName: type, config: dynamic(fill(schema, config), schema) };
    await record(await configured(), "ValidateDataResourceConfig", message);
    await record(await configured(), "ReadDataSource", { ...message, clientCapabilities: capabilities });
  }
  samples.push(...others());
  return samples;
}

type Record_ = <Response>(world: FuzzWorld, rpc: string, message: Sample["message"]) => Promise<Response>;

async function recordLife(
  record: Record_,
  world: FuzzWorld,
  typeName: string,
  schema: Schema,
  configs: readonly [Plain, Plain],
): Promise<void> {
  let state = dynamic(null, schema);
  let stored = NOTHING;
  for (const plain of configs) {
    const config = dynamic(fill(schema, plain), schema);
    await record(world, "ValidateResourceConfig", { typeName, config, clientCapabilities: capabilities });
    await record(world, "ReadResource", { typeName, currentState: state, private: stored });
    const proposed = { priorState: state, proposedNewState: config, config, priorPrivate: stored };
    const plan = await record<wire.PlanResourceChange_Response>(world, "PlanResourceChange", {
      typeName,
      ...proposed,
      clientCapabilities: capabilities,
    });
    const change = { priorState: state, plannedState: plan.plannedState, config };
    const applied = await record<wire.ApplyResourceChange_Response>(world, "ApplyResourceChange", {
      typeName,
      ...change,
      plannedPrivate: plan.plannedPrivate,
    });
    if (applied.newState === undefined || applied.newState.msgpack[0] === NULL) continue;
    state = applied.newState;
    stored = new Uint8Array(applied.private);
    const json = Buffer.from(JSON.stringify(decodeValue(state.msgpack, schemaType(schema))));
    const rawState = { json, flatmap: {} };
    await record(world, "UpgradeResourceState", { typeName, version: schema.version, rawState });
  }
  const destroyed = dynamic(null, schema);
  await record(world, "PlanResourceChange", {
    typeName,
    priorState: state,
    proposedNewState: destroyed,
    config: destroyed,
    priorPrivate: stored,
  });
  const gone = { priorState: state, plannedState: destroyed, config: destroyed, plannedPrivate: stored };
  await record(world, "ApplyResourceChange", { typeName, ...gone });
}

/** RPCs whose requests do not depend on what was answered before, each with all the fields that it has. */
function others(): Sample[] {
  const value = { msgpack: Uint8Array.of(NULL), json: NOTHING };
  const fields: Readonly<Record<string, object>> = {
    ImportResourceState: { typeName: "entrascim_sync", id: `${TENANT}/${PRINCIPAL}` },
    MoveResourceState: {
      sourceProviderAddress: "registry.terraform.io/a/b",
      sourceTypeName: "a_b",
      sourceSchemaVersion: 1,
      sourceState: { json: Buffer.from("{}"), flatmap: { a: "b" } },
      targetTypeName: "entrascim_sync",
      sourcePrivate: NOTHING,
    },
    UpgradeResourceIdentity: { typeName: "entrascim_sync", version: 1, rawIdentity: NOTHING },
    CallFunction: { name: "f", arguments: [value, value] },
    OpenEphemeralResource: { typeName: "entrascim_token", config: value },
    RenewEphemeralResource: { typeName: "entrascim_token", private: NOTHING },
    CloseEphemeralResource: { typeName: "entrascim_token", private: NOTHING },
    ValidateEphemeralResourceConfig: { typeName: "entrascim_token", config: value },
  };
  const recorded = /^(Validate(Provider|Resource|DataResource)Config|Configure|Upgrade|Read|Plan|Apply)/;
  const rest = [...RPC_MESSAGES.keys()].filter(
    (rpc) => rpc === "UpgradeResourceIdentity" || !recorded.test(rpc),
  );
  return [
    ...rest.map((rpc) => ({ rpc, message: { ...fields[rpc] } })),
    { rpc: "ImportResourceState", message: { typeName: "entrascim_sync", id: PRINCIPAL } },
    { rpc: "ImportResourceState", message: { typeName: "entrascim_connection", id: `${TENANT}/entra-prod` } },
    {
      rpc: "UpgradeResourceState",
      message: {
        typeName: "entrascim_sync",
        version: 0,
        rawState: { json: NOTHING, flatmap: { id: CLIENT } },
      },
    },
  ];
}

/** The provider's own configuration as Terraform hands it over. */
export function configureMessage(): Sample["message"] {
  return { terraformVersion: "1.11.4", config: providerConfig(), clientCapabilities: capabilities };
}

function providerConfig(): wire.DynamicValue {
  const schema = createWorld().server.schemas().provider;
  return dynamic(fill(schema, PROVIDER), schema);
}

function dynamic(value: Value, schema: Schema): wire.DynamicValue {
  if (value !== null && !isObjectValue(value)) throw new Error("no object");
  return { msgpack: encodeValue(value, schemaType(schema)), json: NOTHING };
}

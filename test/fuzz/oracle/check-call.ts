import type { Schema } from "../../../src/framework/schema";
import type * as wire from "../../../src/protocol/gen/tfplugin6";
import { GrpcCode, GrpcError } from "../../../src/protocol/grpc-status";
import { callRpc, type FuzzWorld } from "../clouds/fuzz-world";
import { decodeResponse } from "../rpc-messages";
import { checkResponse } from "./check-response";
import { assertMessage } from "./safe-text";

/**
 * An apply whose plan is not the one that was made rightly ends in this: whether the plan or its apply is wrong, nobody
 * can tell who sees both.
 */
const OTHER_PLAN =
  /^Apply returned another value for ".+" than was planned|^Nothing was decided for the planned/;

/** Throws unless the call ends as a call may. */
export async function checkCall(
  world: FuzzWorld,
  rpc: string,
  request: Uint8Array,
  typeName: unknown,
): Promise<void> {
  let bytes: Uint8Array;
  try {
    bytes = await callRpc(world, rpc, request);
  } catch (caught) {
    const { code, message } = GrpcError.from(caught);
    if (code === GrpcCode.internal) throw new Error(`${rpc} was answered INTERNAL: ${message}`);
    assertMessage(message, "a status");
    return;
  }
  const response = decodeResponse<{ diagnostics?: wire.Diagnostic[] }>(rpc, bytes);
  const diagnostics = (response.diagnostics ?? []).filter(({ detail }) => !OTHER_PLAN.test(detail));
  checkResponse({ ...response, diagnostics }, { schema: schemaOf(world, rpc, typeName), bytes });
}

function schemaOf({ server }: FuzzWorld, rpc: string, typeName: unknown): Schema | null {
  const { provider, resources, dataSources } = server.schemas();
  if (rpc.includes("Provider")) return provider;
  const schemas = rpc.includes("Data") ? dataSources : resources;
  return (typeof typeName === "string" ? schemas.get(typeName) : undefined) ?? null;
}

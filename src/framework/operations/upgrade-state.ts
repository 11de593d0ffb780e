import { formatPath } from "../../core/attribute-path";
import { Problem } from "../../core/problem";
import { asValue } from "../conform";
import { conformType } from "../conform-type";
import { nullWriteOnly } from "../passes/null-write-only";
import type { ProviderServer } from "../provider-server";
import type { Schema } from "../schema";
import type { ObjectValue, Unknown, Value } from "../value";
import { isRecord, mapShape } from "../walk-shape";
import type { Operation, Runtime } from "./runtime";

/**
 * Turns stored JSON into a value of today's schema: through the resource's upgrades, version by version, then by the
 * schema. What the schema does not have is dropped, what the JSON lacks is null. Terraform calls it for every object
 * of every state, also for today's version.
 *
 * Numbers are kept as they are parsed: a number beyond 2^53 keeps its value only if whoever parsed the JSON made a
 * bigint or a `DecimalNumber` of it; `JSON.parse` rounds it.
 */
export function upgradeState<P>(
  runtime: Runtime<P>,
  request: Parameters<ProviderServer["upgradeState"]>[0],
): ReturnType<ProviderServer["upgradeState"]> {
  const nothing: { readonly state: Value } = { state: null };
  return runtime.run("upgrade", request.type, nothing, async (operation) => {
    const { schema } = runtime.resource(request.type);
    if (request.version > schema.version) throw tooNew(runtime, request, schema.version);
    const json = await upgraded(runtime, request, schema.version, operation);
    return { state: nullWriteOnly(schema, fromJson(schema, json)) };
  });
}

type UpgradeRequest = Parameters<ProviderServer["upgradeState"]>[0];

async function upgraded<P>(
  runtime: Runtime<P>,
  request: UpgradeRequest,
  to: number,
  operation: Operation,
): Promise<unknown> {
  if (request.version === to) return request.json;
  const { resource } = await runtime.loadResource(request.type, operation);
  let json = request.json;
  for (let version = request.version; version < to; version++) {
    const upgrade = resource.upgrades?.[version];
    if (upgrade === undefined || !isRecord(json)) throw notUpgradable(request, version);
    json = upgrade({ ...json });
  }
  return json;
}

function fromJson(schema: Schema, json: unknown): ObjectValue {
  const handlers = {
    mismatch: (expected: string, path: readonly (string | number)[]): never => {
      throw unfit(expected, path);
    },
    unknown: (unknown: Unknown): Value => unknown,
  };
  if (!isRecord(json)) return handlers.mismatch("an object", []);
  return asValue(
    mapShape<Value>(schema, json, {
      leaf: (attribute, leaf, path) => conformType(attribute.type, leaf, path, handlers),
      ...handlers,
    }),
  );
}

function tooNew<P>(runtime: Runtime<P>, request: UpgradeRequest, version: number): Problem {
  const { name, version: release } = runtime.definition;
  return new Problem("invalid_input", {
    summary: `The state of ${request.type} is newer than the provider`,
    detail: `It was written with version ${request.version} of the schema; ${name} ${release} knows versions up to ${version}. Use the release of the provider that wrote it, or a newer one.`,
  });
}

function notUpgradable(request: UpgradeRequest, version: number): Problem {
  return new Problem("internal", {
    summary: `The state of ${request.type} cannot be upgraded`,
    detail: `This release of the provider has no upgrade from version ${version} of the schema. Apply with an earlier release first, or remove the object from the state and import it again.`,
  });
}

function unfit(expected: string, path: readonly (string | number)[]): Problem {
  const what = path.length === 0 ? "the object" : `"${formatPath(path)}"`;
  return new Problem("invalid_input", {
    summary: "The stored state cannot be read",
    detail: `In the stored state, ${what} is not ${expected}, which the schema asks for. The state may have been edited by hand: mend it, or remove the object from the state and import it again.`,
    ...(path.length === 0 ? {} : { path }),
  });
}

import { systemClock } from "../src/core/clock";
import { silentLogger } from "../src/core/log";
import { VERSION } from "../src/core/version";
import { createProviderServer } from "../src/framework/create-provider-server";
import { schemaType } from "../src/framework/schema-type";
import { isObjectValue, objectValue, type Type, type Value } from "../src/framework/value";
import * as wire from "../src/protocol/gen/tfplugin6";
import { fromWire, resourceType, toWire } from "../src/protocol/rpc/wire-value";
import { createEntrascimProvider } from "../src/provider/entrascim-provider";
import type { StartedProvider } from "./started-provider";

/** Configuration, with what is left out left out. */
export type Plain = { readonly [name: string]: Plain | Value };

/** Our provider in another process, spoken to in values as Terraform does. Errors among diagnostics are thrown. */
export class ProviderSession {
  /** Never asked to do anything: it knows the schemas. */
  readonly #schemas = createProviderServer(
    createEntrascimProvider({ env: {}, clock: systemClock, version: VERSION }),
    { log: silentLogger, clock: systemClock },
  );

  constructor(private readonly provider: StartedProvider) {}

  /** Asks for all schemas, and throws the answer away. */
  async readSchemas(): Promise<void> {
    await this.provider.call("/tfplugin6.Provider/GetProviderSchema");
  }

  /** Validates and uses a provider configuration. */
  async configure(config: Plain): Promise<void> {
    const type = schemaType(this.#schemas.schemas().provider);
    const message = { config: toWire(complete(config, type), type), clientCapabilities: undefined };
    await this.#call(
      "ValidateProviderConfig",
      wire.ValidateProviderConfig_Request,
      message,
      wire.ValidateProviderConfig_Response,
    );
    await this.#call(
      "ConfigureProvider",
      wire.ConfigureProvider_Request,
      { ...message, terraformVersion: "1.11.4" },
      wire.ConfigureProvider_Response,
    );
  }

  /** Validates, plans and applies a resource that is not there yet. Gives its state. */
  async create(typeName: string, plain: Plain): Promise<Value> {
    const type = resourceType(this.#schemas, typeName);
    const config = toWire(complete(plain, type), type);
    const common = { typeName, config, priorState: toWire(null, type), clientCapabilities: undefined };
    await this.#call(
      "ValidateResourceConfig",
      wire.ValidateResourceConfig_Request,
      common,
      wire.ValidateResourceConfig_Response,
    );
    const { plannedState, plannedPrivate } = await this.#call(
      "PlanResourceChange",
      wire.PlanResourceChange_Request,
      { ...common, proposedNewState: config, priorPrivate: new Uint8Array() },
      wire.PlanResourceChange_Response,
    );
    const { newState } = await this.#call(
      "ApplyResourceChange",
      wire.ApplyResourceChange_Request,
      { ...common, plannedState, plannedPrivate },
      wire.ApplyResourceChange_Response,
    );
    return fromWire(newState, type);
  }

  /** Refreshes a resource's state. Gives the new one. */
  async refresh(typeName: string, state: Value): Promise<Value> {
    const type = resourceType(this.#schemas, typeName);
    const { newState } = await this.#call(
      "ReadResource",
      wire.ReadResource_Request,
      {
        typeName,
        currentState: toWire(state, type),
        private: new Uint8Array(),
        clientCapabilities: undefined,
      },
      wire.ReadResource_Response,
    );
    return fromWire(newState, type);
  }

  async #call<Q, A extends { diagnostics: wire.Diagnostic[] }>(
    method: string,
    request: wire.MessageFns<Q>,
    message: Q,
    answer: wire.MessageFns<A>,
  ): Promise<A> {
    const bytes = request.encode(message).finish();
    const decoded = answer.decode(await this.provider.call(`/tfplugin6.Provider/${method}`, bytes));
    for (const { severity, summary, detail } of decoded.diagnostics) {
      if (severity === wire.Diagnostic_Severity.ERROR) throw new Error(`${method}: ${summary}\n${detail}`);
    }
    return decoded;
  }
}

/** Configuration as Terraform sends it: with a null for everything that is left out, on all levels. */
function complete(plain: Plain | Value, type: Type): Value {
  if (typeof type === "string" || type[0] !== "object" || !isObjectValue(plain as Value))
    return plain as Value;
  const members = plain as Plain;
  return objectValue(
    Object.entries(type[1]).map(([name, member]) => [name, complete(members[name] ?? null, member)]),
  );
}

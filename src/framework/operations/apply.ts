import { shapeProblem } from "../bug";
import { conform, conformConfig, conformState } from "../conform";
import type { KnownConfig, Planned, State } from "../infer";
import { checkResult } from "../passes/check-result";
import { nullWriteOnly } from "../passes/null-write-only";
import { PrivateState } from "../private-state";
import type { ProviderServer } from "../provider-server";
import type { Schema } from "../schema";
import { toTyped } from "../typed-value";
import { isWhollyKnown, type ObjectValue, type Value } from "../value";
import type { Operation, Runtime } from "./runtime";
import { takeResult } from "./take-result";
import { timeoutOf } from "./timeout-of";

type ApplyRequest = Parameters<ProviderServer["apply"]>[0];

interface ApplyOutcome {
  readonly state: Value;
  readonly private: Uint8Array;
}

const NOTHING: ApplyOutcome = { state: null, private: new Uint8Array() };

/**
 * Creates, updates or deletes an object. What is thrown means that nothing was done: a create leaves no state, an
 * update and a delete the prior one. A state that is returned is stored, also with errors beside it.
 */
export function apply<P>(runtime: Runtime<P>, request: ApplyRequest): ReturnType<ProviderServer["apply"]> {
  if (request.planned === null) return destroy(runtime, request);
  const before: ApplyOutcome =
    request.prior === null ? NOTHING : { state: request.prior, private: request.private };
  return runtime.run(
    request.prior === null ? "create" : "update",
    request.type,
    before,
    async (operation) => {
      const { schema, resource } = await runtime.loadResource(request.type, operation);
      const values = applyValues(schema, request);
      const { config, prior } = values;
      const planned = nullWriteOnly(schema, values.planned);
      const privateState = PrivateState.decode(request.private);
      const common = {
        ...operation.context(
          runtime.provider,
          timeoutOf(prior === null ? "create" : "update", schema, config),
        ),
        config: toTyped<KnownConfig<Schema>>(schema, config),
        planned: toTyped<Planned<Schema>>(schema, planned),
        private: privateState,
      };
      const returned =
        prior === null
          ? await resource.create(common)
          : await resource.update({ ...common, prior: toTyped<State<Schema>>(schema, prior) });
      const state = storeResult(schema, planned, returned, operation);
      return state === null ? before : { state, private: privateState.encode() };
    },
  );
}

function applyValues(schema: Schema, request: ApplyRequest) {
  const config = conformConfig(schema, request.config);
  if (!isWhollyKnown(config)) throw shapeProblem("Terraform sent", "known at apply", []);
  return {
    config,
    prior: conformState(schema, request.prior),
    planned: conform(schema, request.planned),
  };
}

/** A result that comes with an error may differ from the plan, and is stored as it is. */
function storeResult(
  schema: Schema,
  planned: ObjectValue,
  returned: unknown,
  { diagnostics }: Operation,
): ObjectValue | null {
  const mayDiffer = diagnostics.hasErrors;
  const state = takeResult(schema, returned, diagnostics);
  if (state !== null && !mayDiffer) checkResult(planned, state, diagnostics);
  return state;
}

function destroy<P>(runtime: Runtime<P>, request: ApplyRequest): ReturnType<ProviderServer["apply"]> {
  const before: ApplyOutcome = { state: request.prior, private: request.private };
  return runtime.run("delete", request.type, before, async (operation) => {
    const { schema, resource } = await runtime.loadResource(request.type, operation);
    const prior = conformState(schema, request.prior);
    if (prior === null) return NOTHING;
    await resource.delete({
      ...operation.context(runtime.provider, timeoutOf("delete", schema, prior)),
      state: toTyped<State<Schema>>(schema, prior),
      private: PrivateState.decode(request.private),
    });
    return operation.diagnostics.hasErrors ? before : NOTHING;
  });
}

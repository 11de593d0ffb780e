import type { AttributePath } from "../../core/attribute-path";
import { formatPath } from "../../core/attribute-path";
import { conformConfig, conformState } from "../conform";
import type { Config, Planned, State } from "../infer";
import { checkPlan } from "../passes/check-plan";
import { findReplaces } from "../passes/find-replaces";
import { nullWriteOnly } from "../passes/null-write-only";
import { planComputed } from "../passes/plan-computed";
import { planDefaults } from "../passes/plan-defaults";
import { type PlanPass, rewritePlan } from "../passes/rewrite-plan";
import { PrivateState } from "../private-state";
import type { ProviderServer } from "../provider-server";
import type { Resource } from "../resource";
import type { Schema } from "../schema";
import { fromTyped, toTyped } from "../typed-value";
import { checkConstraints } from "../validation/check-constraints";
import type { ObjectValue, Value } from "../value";
import type { Operation, Runtime } from "./runtime";
import { timeoutOf } from "./timeout-of";

type PlanRequest = Parameters<ProviderServer["plan"]>[0];

interface PlanOutcome {
  readonly planned: Value;
  readonly replaces: readonly AttributePath[];
  readonly private: Uint8Array;
}

/** The passes that make a plan out of a configuration, in order. Each is pure: Terraform plans again before apply. */
const PASSES: readonly PlanPass[] = [planDefaults, planComputed];

/**
 * Plans a create, an update or a destroy.
 *
 * Of the state that Terraform proposes only its being null is used. The rest is the configuration with prior values
 * where it is null, which the passes do themselves and better: Terraform's has the write-only values in it, and the
 * prior value where a default belongs.
 */
export function plan<P>(runtime: Runtime<P>, request: PlanRequest): ReturnType<ProviderServer["plan"]> {
  const unchanged: PlanOutcome = { planned: request.prior, replaces: [], private: request.private };
  return runtime.run("plan", request.type, unchanged, async (operation) => {
    if (request.proposed === null) {
      await planDestroy(runtime, request, operation);
      return { ...unchanged, planned: null };
    }
    const { schema, resource } = await runtime.loadResource(request.type, operation);
    const config = conformConfig(schema, request.config);
    const prior = conformState(schema, request.prior);
    checkConstraints(schema, config, true, operation.diagnostics);
    if (operation.diagnostics.hasErrors) return unchanged;
    const passed = runPasses(schema, config, prior);
    const hooked = await runHook(runtime, resource, { schema, config, prior, passed, request }, operation);
    if (operation.diagnostics.hasErrors) return unchanged;
    checkPlan(schema, { config, prior, planned: hooked.planned }, operation.diagnostics);
    const declared = prior === null ? [] : findReplaces(schema, prior, hooked.planned);
    return { ...hooked, replaces: prior === null ? [] : distinct([...declared, ...hooked.replaces]) };
  });
}

/** The plan that follows from configuration, prior state and schema alone. */
export function runPasses(schema: Schema, config: ObjectValue, prior: ObjectValue | null): ObjectValue {
  return PASSES.reduce<ObjectValue>(
    (planned, pass) => rewritePlan(schema, { config, prior, planned }, pass),
    nullWriteOnly(schema, config),
  );
}

interface HookInput {
  readonly schema: Schema;
  readonly config: ObjectValue;
  readonly prior: ObjectValue | null;
  readonly passed: ObjectValue;
  readonly request: PlanRequest;
}

async function runHook<P>(
  runtime: Runtime<P>,
  resource: Resource<Schema, P>,
  { schema, config, prior, passed, request }: HookInput,
  operation: Operation,
): Promise<PlanOutcome & { readonly planned: ObjectValue }> {
  const { provider } = runtime;
  if (resource.plan === undefined) return { planned: passed, replaces: [], private: request.private };
  const privateState = PrivateState.decode(request.private);
  const result = await resource.plan({
    ...operation.context(provider, timeoutOf("read", schema, null)),
    config: toTyped<Config<Schema>>(schema, config),
    prior: prior === null ? null : toTyped<State<Schema>>(schema, prior),
    planned: toTyped<Planned<Schema>>(schema, passed),
    private: privateState,
  });
  const planned = fromTyped(schema, result.planned, {
    unknownAllowed: true,
    onProblem: (problem) => operation.diagnostics.problem("error", problem),
  });
  return {
    planned: planned ?? passed,
    replaces: result.replaces ?? [],
    private: privateState.encode(),
  };
}

async function planDestroy<P>(
  runtime: Runtime<P>,
  request: PlanRequest,
  operation: Operation,
): Promise<void> {
  const { schema, resource } = await runtime.loadResource(request.type, operation);
  const prior = conformState(schema, request.prior);
  if (resource.planDestroy === undefined || prior === null) return;
  await resource.planDestroy({
    ...operation.context(runtime.provider, timeoutOf("read", schema, null)),
    state: toTyped<State<Schema>>(schema, prior),
    private: PrivateState.decode(request.private),
  });
}

function distinct(paths: readonly AttributePath[]): readonly AttributePath[] {
  return [...new Map(paths.map((path) => [formatPath(path), path])).values()];
}

import { shapeProblem } from "../bug";
import { conformConfig } from "../conform";
import type { KnownConfig } from "../infer";
import { checkPlan } from "../passes/check-plan";
import { planDefaults } from "../passes/plan-defaults";
import { rewritePlan } from "../passes/rewrite-plan";
import type { DiagnosticsResult, ProviderServer } from "../provider-server";
import type { Schema } from "../schema";
import { toTyped } from "../typed-value";
import { checkConstraints } from "../validation/check-constraints";
import { validateConfig } from "../validation/validate-config";
import { isWhollyKnown, type Value } from "../value";
import type { Runtime } from "./runtime";
import { takeResult } from "./take-result";
import { timeoutOf } from "./timeout-of";

/** Checks a data source's configuration. */
export function validateDataSource<P>(
  runtime: Runtime<P>,
  request: Parameters<ProviderServer["validateDataSource"]>[0],
): Promise<DiagnosticsResult> {
  return runtime.run("validate", request.type, {}, async ({ diagnostics }) => {
    const { schema, dataSource } = await runtime.loadDataSource(request.type, { diagnostics });
    await validateConfig(schema, conformConfig(schema, request.config), diagnostics, {
      rules: runtime.rules,
      configured: runtime.isConfigured,
      writeOnlyAllowed: true,
      own: dataSource.validate?.bind(dataSource),
    });
    return {};
  });
}

/** Reads a data source, with defaults filled in. The result must be known and repeat what is configured. */
export function readDataSource<P>(
  runtime: Runtime<P>,
  request: Parameters<ProviderServer["readDataSource"]>[0],
): ReturnType<ProviderServer["readDataSource"]> {
  const nothing: { readonly state: Value } = { state: null };
  return runtime.run("read", request.type, nothing, async (operation) => {
    const { diagnostics } = operation;
    const { schema, dataSource } = await runtime.loadDataSource(request.type, operation);
    const given = conformConfig(schema, request.config);
    if (!isWhollyKnown(given)) throw shapeProblem("Terraform sent", "known when it is read", []);
    checkConstraints(schema, given, true, diagnostics);
    if (diagnostics.hasErrors) return nothing;
    const config = rewritePlan(schema, { config: given, prior: null, planned: given }, planDefaults);
    const returned = await dataSource.read({
      ...operation.context(runtime.provider, timeoutOf("read", schema, null)),
      config: toTyped<KnownConfig<Schema>>(schema, config),
    });
    if (diagnostics.hasErrors) return nothing;
    const state = takeResult(schema, returned, diagnostics);
    if (state !== null) checkPlan(schema, { config, prior: null, planned: state }, diagnostics);
    return diagnostics.hasErrors ? nothing : { state };
  });
}

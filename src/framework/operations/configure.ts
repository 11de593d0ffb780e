import { conformConfig } from "../conform";
import type { Config } from "../infer";
import type { Provider } from "../provider";
import type { DiagnosticsResult, ProviderServer } from "../provider-server";
import type { Schema } from "../schema";
import { toTyped } from "../typed-value";
import { validateConfig } from "../validation/validate-config";
import type { Runtime } from "./runtime";

type Definition<P> = Provider<Schema, P>;
type ConfigureRequest = Parameters<ProviderServer["configure"]>[0];

/** Checks a provider's configuration while every variable is unknown. */
export function validateProvider<P>(
  runtime: Runtime<P>,
  definition: Definition<P>,
  request: Pick<ConfigureRequest, "config">,
): Promise<DiagnosticsResult> {
  return runtime.run("validate", definition.name, {}, async ({ diagnostics }) => {
    const config = conformConfig(definition.schema, request.config);
    await validateConfig(definition.schema, config, diagnostics, {
      rules: runtime.rules,
      configured: false,
      writeOnlyAllowed: true,
      own: definition.validate?.bind(definition),
    });
    return {};
  });
}

/**
 * Checks the configuration again, now that less is unknown, and hands it to the provider. What fails leaves the
 * provider unconfigured, also when an earlier one had succeeded.
 */
export function configure<P>(
  runtime: Runtime<P>,
  definition: Definition<P>,
  request: ConfigureRequest,
): Promise<DiagnosticsResult> {
  return runtime.run("configure", definition.name, {}, async ({ diagnostics, log, signal }) => {
    runtime.setProvider(null);
    const config = conformConfig(definition.schema, request.config);
    await validateConfig(definition.schema, config, diagnostics, {
      rules: runtime.rules,
      configured: true,
      writeOnlyAllowed: true,
      own: definition.validate?.bind(definition),
    });
    if (diagnostics.hasErrors) return {};
    const provider = await definition.configure({
      config: toTyped<Config<Schema>>(definition.schema, config),
      diagnostics,
      log,
      terraformVersion: request.terraformVersion,
      signal,
    });
    if (!diagnostics.hasErrors) runtime.setProvider({ provider });
    return {};
  });
}

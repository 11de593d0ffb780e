import { conformConfig } from "../conform";
import type { DiagnosticsResult, ProviderServer } from "../provider-server";
import { validateConfig } from "../validation/validate-config";
import type { Runtime } from "./runtime";

/** Checks a resource's configuration. Terraform asks while it validates, and again in the walks of plan and apply. */
export function validateResource<P>(
  runtime: Runtime<P>,
  request: Parameters<ProviderServer["validateResource"]>[0],
): Promise<DiagnosticsResult> {
  return runtime.run("validate", request.type, {}, async ({ diagnostics }) => {
    const { schema, resource } = await runtime.loadResource(request.type, { diagnostics });
    await validateConfig(schema, conformConfig(schema, request.config), diagnostics, {
      rules: runtime.rules,
      configured: runtime.isConfigured,
      writeOnlyAllowed: request.writeOnlyAllowed,
      own: resource.validate?.bind(resource),
    });
    return {};
  });
}

import type { Diagnostics } from "../diagnostics";
import type { Config } from "../infer";
import type { Schema } from "../schema";
import { toTyped } from "../typed-value";
import type { ObjectValue } from "../value";
import { refuseWriteOnly, warnDeprecated } from "./check-attribute-use";
import { checkConstraints } from "./check-constraints";
import { checkRequired } from "./check-required";
import type { RuleChecker } from "./check-rules";

/** How a configuration is validated. */
export interface ValidateOptions {
  readonly rules: RuleChecker;
  /** Whether the provider is configured, which is to say that Terraform plans and does not only validate. */
  readonly configured: boolean;
  /** Whether the client keeps write-only values out of its state. */
  readonly writeOnlyAllowed: boolean;
  /** The type's own rules; they run when the declared ones are kept. */
  readonly own?:
    | ((request: { readonly config: Config<Schema>; readonly diagnostics: Diagnostics }) => void)
    | undefined;
}

/**
 * Validates a configuration of the schema's shape, from the simplest rule to the most special. Throws what is wrong
 * with a number that TypeScript cannot hold.
 */
export async function validateConfig(
  schema: Schema,
  config: ObjectValue,
  diagnostics: Diagnostics,
  options: ValidateOptions,
): Promise<void> {
  checkRequired(schema, config, diagnostics);
  if (!options.writeOnlyAllowed) refuseWriteOnly(schema, config, diagnostics);
  warnDeprecated(schema, config, diagnostics);
  await options.rules.check(schema, config, diagnostics);
  checkConstraints(schema, config, options.configured, diagnostics);
  const typed = toTyped<Config<Schema>>(schema, config);
  if (!diagnostics.hasErrors) options.own?.({ config: typed, diagnostics });
}

import { TerraformVariable, Token } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import { ConstructError } from "./construct-error";

/** Options of a variable that holds a secret. */
export interface SecretVariableOptions {
  /**
   * What the variable is for.
   *
   * @default - no description
   */
  readonly description?: string;
}

/**
 * Where a secret comes from when Terraform runs. A program never holds the secret itself, so nothing that synth
 * writes does.
 */
export class SecretReference {
  /**
   * A new input variable, sensitive and ephemeral: its value (`TF_VAR_…`) is in neither plan nor state.
   * Needs Terraform 1.10.
   */
  static ephemeralVariable(
    scope: Construct,
    id: string,
    options: SecretVariableOptions = {},
  ): SecretReference {
    const variable = new TerraformVariable(scope, id, { type: "string", sensitive: true, ...options });
    variable.addOverride("ephemeral", true);
    return SecretReference.fromVariable(variable);
  }

  /**
   * An input variable. It must be sensitive and must have no default, which would be the secret in plain text.
   * Unless it is ephemeral too, its value can be read in a saved plan.
   */
  static fromVariable(variable: TerraformVariable): SecretReference {
    if (variable.default !== undefined) {
      throw new ConstructError(variable, "default must be left out: it would be the secret in plain text");
    }
    if (!variable.sensitive)
      throw new ConstructError(variable, "sensitive must be true, as it holds a secret");
    return new SecretReference(variable.stringValue);
  }

  /**
   * Any expression that Terraform evaluates, such as an attribute of an ephemeral resource. Text is refused by the
   * construct that it is given to.
   */
  static fromToken(token: string): SecretReference {
    return new SecretReference(token);
  }

  private constructor(private readonly expression: string) {}

  /**
   * The expression. Throws {@link ConstructError} for plain text; `prop` is what `scope`'s user gave it for.
   *
   * @internal
   */
  _toExpression(scope: IConstruct, prop: string): string {
    if (Token.isUnresolved(this.expression)) return this.expression;
    throw new ConstructError(
      scope,
      `${prop} must not be plain text, which synth would write to disk: use SecretReference.ephemeralVariable, or leave it out and set the environment variable`,
    );
  }
}

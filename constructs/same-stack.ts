import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { ConstructError } from "./construct-error";

/**
 * Throws {@link ConstructError} when `other` lies in another stack than `scope`: Terraform could not refer to it.
 * `prop` is the prop that it was given for, `remedy` what to do instead.
 */
export function requireSameStack(scope: IConstruct, other: IConstruct, prop: string, remedy: string): void {
  const own = TerraformStack.of(scope);
  const foreign = TerraformStack.of(other);
  if (own === foreign) return;
  throw new ConstructError(
    scope,
    `${prop} is ${other.node.path}, which belongs to stack ${foreign.node.id} and not to ${own.node.id}. ${remedy}`,
  );
}

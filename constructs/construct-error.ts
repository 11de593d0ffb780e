import type { IConstruct } from "constructs";

/**
 * A construct was used in a way that the provider would refuse. It is thrown where the construct is made, so that
 * the stack trace leads to the line that made it; the message begins with the construct's path.
 */
export class ConstructError extends Error {
  /** Path of the construct, such as `prod/servicenow`. */
  readonly constructPath: string;

  /** `problem` says which prop is wrong and what would be right. It must not hold a prop's value: it may be a secret. */
  constructor(scope: IConstruct, problem: string) {
    super(`[${scope.node.path}] ${problem}`);
    this.name = "ConstructError";
    this.constructPath = scope.node.path;
  }
}

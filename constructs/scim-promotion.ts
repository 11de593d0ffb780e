import { App, Token } from "cdktf";
import { Construct } from "constructs";
import { checkProps } from "./check-props";
import { ConstructError } from "./construct-error";
import { requireEarlierStage } from "./promotion-gate";
import { PromotionStack } from "./promotion-stack";
import type { PromotedApplication, PromotionStage } from "./promotion-stage";

/** Props of {@link ScimPromotion}. */
export interface ScimPromotionProps {
  /** The applications, the same in each stage. */
  readonly applications: PromotedApplication[];
  /** The stages, first to last. */
  readonly stages: PromotionStage[];
}

/**
 * The same syncs in several stages, such as dev, staging and prod: one stack for each, named `<id>-<stage>`, that
 * `cdktf deploy '*'` deploys in order. It is made in the app itself.
 *
 * Each stage but the first requires of the one before that it has pushed what it declares and that its applications
 * provision: preconditions that fail the plan and name application, stage and reason. `requires` changes that. A stage
 * that pins `version`s pushes a new token when the number in the program is raised.
 *
 * Throws {@link ConstructError} for a stage that does not place each application, names that are double, a service
 * principal that two stages push to, and for a prop that breaks its rule.
 */
export class ScimPromotion extends Construct {
  /** The stacks, first to last. */
  readonly stacks: PromotionStack[] = [];

  constructor(scope: Construct, id: string, props: ScimPromotionProps) {
    super(scope, id);
    const { applications, stages } = props;
    check(this, applications, stages);
    for (const stage of stages) {
      const earlier = this.stacks.at(-1);
      // cdktf finds what a stack depends on by its path, so that stacks are children of the app
      const stack = new PromotionStack(scope, `${id}-${stage.name}`, stage, applications);
      if (earlier) requireEarlierStage(stack, earlier, applications);
      this.stacks.push(stack);
    }
  }

  /** The stack of a stage. Throws {@link ConstructError} for a name that no stage has. */
  stack(stage: string): PromotionStack {
    const stack = this.stacks.find((each) => each.stage.name === stage);
    if (stack) return stack;
    const names = this.stacks.map((each) => each.stage.name).join(", ");
    throw new ConstructError(this, `there is no stage ${stage}: there are ${names}`);
  }
}

function check(scope: Construct, applications: PromotedApplication[], stages: PromotionStage[]): void {
  if (!App.isApp(scope.node.scope)) {
    throw new ConstructError(
      scope,
      "must be made in the app itself, since cdktf orders no stacks that lie deeper",
    );
  }
  const names = applications.map(({ name }) => name);
  requireDistinct(scope, "applications", names);
  requireDistinct(
    scope,
    "stages",
    stages.map(({ name }) => name),
  );
  for (const [index, name] of names.entries()) {
    const prop = `applications[${index}].name`;
    checkProps(scope, "entrascim_sync", [["name", prop, name]]);
    if (!/^[a-z]/.test(name)) {
      throw new ConstructError(scope, `${prop} must begin with a letter, since its resource has this name`);
    }
  }
  for (const [index, stage] of stages.entries()) checkStage(scope, names, stage, index);
  requireOwnServicePrincipals(scope, stages);
}

function requireDistinct(scope: Construct, prop: string, names: readonly string[]): void {
  if (names.length === 0) throw new ConstructError(scope, `${prop} must not be empty`);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new ConstructError(scope, `${prop} has two with the name ${twice}`);
}

function checkStage(scope: Construct, names: readonly string[], stage: PromotionStage, index: number): void {
  const prop = `stages[${index}]`;
  checkProps(scope, "entrascim_connection", [["name", `${prop}.name`, stage.name]]);
  const placed = Object.keys(stage.applications);
  const missing = names.filter((name) => !placed.includes(name));
  const unknown = placed.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    throw new ConstructError(scope, `${prop}.applications must say where ${missing.join(", ")} lies`);
  }
  if (unknown.length > 0) {
    throw new ConstructError(
      scope,
      `${prop}.applications has ${unknown.join(", ")}, which applications does not list`,
    );
  }
  if (stage.provider?.alias !== undefined) {
    throw new ConstructError(scope, `${prop}.provider.alias must be left out: a stage has one provider`);
  }
  if (index === 0 && stage.requires !== undefined) {
    throw new ConstructError(scope, `${prop}.requires must be left out: there is no stage before the first`);
  }
}

/** A stage that was copied and not changed would push its token over another stage's. */
function requireOwnServicePrincipals(scope: Construct, stages: readonly PromotionStage[]): void {
  const owners = new Map<string, string>();
  for (const { name: stage, connection, applications } of stages) {
    for (const [application, { servicePrincipalId }] of Object.entries(applications)) {
      if (Token.isUnresolved(servicePrincipalId)) continue;
      const key = `${connection.tenantId} ${servicePrincipalId}`.toLowerCase();
      const owner = owners.get(key);
      if (owner !== undefined) {
        throw new ConstructError(
          scope,
          `${application} of stage ${stage} has the service principal of ${owner}: each stage has its own`,
        );
      }
      owners.set(key, `${application} of stage ${stage}`);
    }
  }
}

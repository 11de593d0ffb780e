import { TerraformStack, Testing } from "cdktf";
import { ConstructError } from "./construct-error";
import type { PromotionDestination, PromotionStage } from "./promotion-stage";
import { ScimPromotion, type ScimPromotionProps } from "./scim-promotion";

const id = (digit: string) => `${digit.repeat(8)}-0000-0000-0000-000000000000`;
const connection = { tenantId: "contoso.com" };
const servicenow = { name: "servicenow", path: "/scim", key: "TOKEN" };

/** A stage with one application. */
function stage(name: string, digit: string, options: Partial<PromotionStage> = {}): PromotionStage {
  return { name, connection, applications: { servicenow: { servicePrincipalId: id(digit) } }, ...options };
}

function promotion(props: Partial<ScimPromotionProps> = {}): ScimPromotion {
  return new ScimPromotion(Testing.app(), "scim", {
    applications: [servicenow],
    stages: [stage("dev", "1"), stage("prod", "2")],
    ...props,
  });
}

/** A promotion of one stage whose application has this destination. */
const placed = (destination: Partial<PromotionDestination>, options: Partial<PromotionStage> = {}) =>
  promotion({
    stages: [
      stage("dev", "1", {
        applications: { servicenow: { servicePrincipalId: id("1"), ...destination } },
        ...options,
      }),
    ],
  });

describe("ScimPromotion", () => {
  it("makes a stack for each stage, in order", () => {
    const made = promotion({ stages: [stage("dev", "1"), stage("staging", "2"), stage("prod", "3")] });
    expect(made.stacks.map(({ node }) => node.path)).toEqual(["scim-dev", "scim-staging", "scim-prod"]);
    expect(made.stacks.map(({ dependencies }) => dependencies.map(({ node }) => node.id))).toEqual([
      [],
      ["scim-dev"],
      ["scim-staging"],
    ]);
  });

  it("hands out stacks and syncs by name, and says which there are", () => {
    const made = promotion();
    expect(made.stack("prod").sync("servicenow").node.path).toBe("scim-prod/servicenow");
    expect(() => made.stack("qa")).toThrow("[scim] there is no stage qa: there are dev, prod");
    expect(() => made.stack("dev").sync("zoom")).toThrow(
      "[scim-dev] there is no application zoom: there are servicenow",
    );
  });

  const destinations = { servicenow: { servicePrincipalId: id("2") } };
  it.each<[string, Partial<ScimPromotionProps>, string]>([
    ["no application", { applications: [] }, "[scim] applications must not be empty"],
    ["no stage", { stages: [] }, "[scim] stages must not be empty"],
    [
      "two applications with one name",
      { applications: [servicenow, servicenow] },
      "applications has two with the name servicenow",
    ],
    [
      "two stages with one name",
      { stages: [stage("dev", "1"), stage("dev", "2")] },
      "stages has two with the name dev",
    ],
    [
      "an application name that is no slug",
      { applications: [{ ...servicenow, name: "Service Now" }] },
      "applications[0].name must consist of lower-case letters",
    ],
    [
      "an application name that Terraform cannot have",
      { applications: [{ ...servicenow, name: "1password" }] },
      "applications[0].name must begin with a letter",
    ],
    [
      "a stage name that is no slug",
      { stages: [stage("Dev", "1")] },
      "stages[0].name must consist of lower-case letters",
    ],
    [
      "a stage that lacks an application",
      { stages: [stage("dev", "1"), stage("prod", "2", { applications: {} })] },
      "stages[1].applications must say where servicenow lies",
    ],
    [
      "a stage with one that is not promoted",
      {
        stages: [
          stage("dev", "1", { applications: { ...destinations, zoom: { servicePrincipalId: id("3") } } }),
        ],
      },
      "stages[0].applications has zoom, which applications does not list",
    ],
    [
      "a service principal of two stages",
      { stages: [stage("dev", "a"), stage("prod", "A")] },
      "servicenow of stage prod has the service principal of servicenow of stage dev: each stage has its own",
    ],
    [
      "an alias",
      { stages: [stage("dev", "1", { provider: { alias: "dev" } })] },
      "stages[0].provider.alias must be left out",
    ],
    [
      "requirements of the first stage",
      { stages: [stage("dev", "1", { requires: { healthy: true } })] },
      "stages[0].requires must be left out: there is no stage before the first",
    ],
    [
      "a path that is none",
      { applications: [{ ...servicenow, path: "scim" }] },
      "[scim-dev/servicenow] source.path must start with a slash",
    ],
    [
      "a tenant that is none",
      { stages: [stage("dev", "1", { connection: { tenantId: "x" } })] },
      "[scim-dev/entra_id] tenantId must be",
    ],
  ])("refuses %s", (_name, props, message) => {
    expect(() => promotion(props)).toThrow(
      expect.objectContaining({ name: ConstructError.name, message: expect.stringContaining(message) }),
    );
  });

  it.each<[string, Partial<PromotionDestination>, string]>([
    ["version", { version: 1.5 }, "source.version must be a whole number"],
    ["service principal", { servicePrincipalId: "x" }, "destination.servicePrincipalId must be a UUID"],
    ["base address", { baseAddress: "http://x.example" }, "destination.baseAddress must be an https URL"],
  ])("refuses a %s that breaks its rule", (_name, destination, message) => {
    expect(() => placed(destination)).toThrow(`[scim-dev/servicenow] ${message}`);
  });

  it("refuses to be made within a stack, where cdktf would not see the order", () => {
    const stack = new TerraformStack(Testing.app(), "outer");
    const props = { applications: [servicenow], stages: [stage("dev", "1")] };
    expect(() => new ScimPromotion(stack, "scim", props)).toThrow(
      "[outer/scim] must be made in the app itself",
    );
  });
});

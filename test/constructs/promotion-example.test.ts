import { Testing } from "cdktf";
import { ScimPromotion } from "../../constructs/index";
import { dev, prod, staging } from "../../examples/cdktf/promotion/stages";
import { stateBackend } from "../../examples/cdktf/promotion/state-backend";

// the example imports the package as a stranger does
jest.mock("entrascim/constructs", () => jest.requireActual("../../constructs"), { virtual: true });

/** Prod's stack, with states of this kind. */
function prodWith(kind?: string) {
  const promotion = new ScimPromotion(Testing.app(), "scim", {
    applications: [
      { name: "servicenow", path: "/scim", key: "SERVICENOW_SCIM_TOKEN" },
      { name: "slack", path: "/scim", key: "SLACK_SCIM_TOKEN" },
    ],
    stages: [dev, staging, prod].map((stage) => ({ ...stage, backend: stateBackend(stage.name, kind) })),
  });
  return JSON.parse(Testing.synth(promotion.stack("prod")));
}

describe("examples/cdktf/promotion", () => {
  it("pins ServiceNow's token in prod, and is strict there", () => {
    const { servicenow, slack } = prodWith().resource.entrascim_sync;
    expect(servicenow).toMatchObject({ validation: "strict", source: { environment: "prod", version: 1 } });
    expect(slack).toMatchObject({ validation: "strict", source: { environment: "prod" } });
    expect(slack.source.version).toBeUndefined();
  });

  it.each<[string | undefined, object, object]>([
    [
      undefined,
      { backend: { local: { path: "../../../terraform.scim-prod.tfstate" } } },
      { backend: "local", config: { path: "../../../terraform.scim-staging.tfstate" } },
    ],
    [
      "azurerm",
      {
        backend: {
          azurerm: {
            resource_group_name: "terraform",
            storage_account_name: "contosoterraform",
            container_name: "scim",
            key: "prod.tfstate",
            use_azuread_auth: true,
          },
        },
      },
      {
        backend: "azurerm",
        config: { container_name: "scim", key: "staging.tfstate", use_azuread_auth: true },
      },
    ],
    [
      "s3",
      {
        backend: {
          s3: {
            bucket: "contoso-terraform",
            key: "scim/prod.tfstate",
            region: "eu-central-1",
            encrypt: true,
            use_lockfile: true,
          },
        },
      },
      {
        backend: "s3",
        config: { bucket: "contoso-terraform", key: "scim/staging.tfstate", region: "eu-central-1" },
      },
    ],
    [
      "hcp",
      { cloud: { organization: "contoso", workspaces: { name: "scim-prod" } } },
      { backend: "remote", config: { organization: "contoso", workspaces: { name: "scim-staging" } } },
    ],
  ])("keeps states with STATE_BACKEND=%s, and reads the earlier stage's there", (kind, own, earlier) => {
    const { terraform, data } = prodWith(kind);
    expect(terraform).toMatchObject(own);
    expect(data.terraform_remote_state.state_staging).toMatchObject(earlier);
  });

  it("says which kinds of state there are", () => {
    expect(() => stateBackend("dev", "floppy")).toThrow(
      "STATE_BACKEND is floppy: it must be one of local, azurerm, s3, hcp.",
    );
  });
});

import { AzurermBackend, CloudBackend, LocalBackend, NamedCloudWorkspace, S3Backend } from "cdktf";
import type { IStateBackend } from "entrascim/constructs";

type MakeBackend = (stage: string) => IStateBackend;

/** One of these is enough for a project of your own. Each stage has a state of its own, which the next one reads. */
const BACKENDS: Readonly<Record<string, MakeBackend>> = {
  /** Files beside cdktf.json; the path is relative to the stack's directory. */
  local: (stage) => ({
    bind: (stack) => new LocalBackend(stack, { path: `../../../terraform.scim-${stage}.tfstate` }),
  }),

  /** A container of an Azure storage account. Credentials come from ARM_*. */
  azurerm: (stage) => ({
    bind: (stack) =>
      new AzurermBackend(stack, {
        resourceGroupName: "terraform",
        storageAccountName: "contosoterraform",
        containerName: "scim",
        key: `${stage}.tfstate`,
        useAzureadAuth: true,
      }),
  }),

  /** A bucket of Amazon S3, locked by a file beside the state. Credentials come from AWS_*. */
  s3: (stage) => ({
    bind: (stack) => {
      const backend = new S3Backend(stack, {
        bucket: "contoso-terraform",
        key: `scim/${stage}.tfstate`,
        region: "eu-central-1",
        encrypt: true,
      });
      backend.addOverride("use_lockfile", true);
      return backend;
    },
  }),

  /**
   * A workspace of HCP Terraform for each stage. The next stage's workspace must be allowed to read its state (Settings
   * → Remote state sharing). The execution mode is "local", or "agent" where the provider is installed.
   */
  hcp: (stage) => ({
    bind: (stack) =>
      new CloudBackend(stack, {
        organization: "contoso",
        workspaces: new NamedCloudWorkspace(`scim-${stage}`),
      }),
  }),
};

/** The backend of a stage: of the kind that `STATE_BACKEND` names, else a file. */
export function stateBackend(stage: string, kind = process.env.STATE_BACKEND ?? "local"): IStateBackend {
  const make = BACKENDS[kind];
  if (make) return make(stage);
  throw new Error(`STATE_BACKEND is ${kind}: it must be one of ${Object.keys(BACKENDS).join(", ")}.`);
}

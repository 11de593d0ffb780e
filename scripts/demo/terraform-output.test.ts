import { tellingLines, terraformLines } from "./terraform-output";

const told = (output: string) => tellingLines(terraformLines(output));

it("takes Terraform's lines out of what cdktf prints", () => {
  expect(terraformLines("quickstart  \x1b[1mPlan:\x1b[0m 2 to add\r\n\n            one more\n")).toEqual([
    "Plan: 2 to add",
    "one more",
  ]);
});

it("tells of a deploy what was done, not what was planned", () => {
  expect(
    told(`quickstart  # entrascim_sync.servicenow (servicenow/Default) will be created
              + sync_status = "synced"
            Plan: 1 to add, 0 to change, 0 to destroy.
quickstart  entrascim_sync.servicenow: Creating...
quickstart  entrascim_sync.servicenow: Creation complete after 1s [id=5e4b1ce0]
quickstart  ╷
            │ Warning: Incomplete lock file information for providers
            ╵
            Apply complete! Resources: 1 added, 0 changed, 0 destroyed.`),
  ).toEqual([
    "entrascim_sync.servicenow: Creation complete after 1s",
    "Apply complete! Resources: 1 added, 0 changed, 0 destroyed.",
  ]);
});

it("tells of a diff how the sync is and will be", () => {
  expect(
    told(`quickstart  # entrascim_sync.servicenow (servicenow/Default) will be updated in-place
                  ~ source_version                 = 2 -> (known after apply)
                  - sync_message                   = "why" -> null
                  ~ sync_status                    = "rotated" -> "synced"
            Plan: 0 to add, 1 to change, 0 to destroy.`),
  ).toEqual([
    "# entrascim_sync.servicenow (servicenow/Default) will be updated in-place",
    '- sync_message = "why" -> null',
    '~ sync_status = "rotated" -> "synced"',
    "Plan: 0 to add, 1 to change, 0 to destroy.",
  ]);
});

it("tells warnings and errors", () => {
  expect(told("│ Warning: The token stays on the service principal\n│ Error: No")).toEqual([
    "Warning: The token stays on the service principal",
    "Error: No",
  ]);
});

import { CLIENT_ID, SERVICE_PRINCIPALS, TENANT_ID } from "../../src/emulator/default-seed";
import { connection, startWorld, sync, type World } from "../support/world";

jest.setTimeout(120_000);

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
afterEach(() => {
  expect(world.emulator.control.violations()).toEqual([]);
  world.emulator.control.clearRequests();
});

const puts = () =>
  world.emulator.control.counts()["PUT /v1.0/servicePrincipals/{id}/synchronization/secrets"] ?? 0;
const token = (application: "servicenow" | "slack" | "databricks") =>
  world.emulator.control.inspectToken(application);

describe("a sync through its life", () => {
  it("is created, does nothing, follows a rotation, is updated and destroyed", async () => {
    const terraform = await world.workspace(connection() + sync("servicenow"));

    await terraform.apply();
    expect(world.stored("servicenow").SecretToken).toBe(token("servicenow"));
    expect(terraform.state("entrascim_sync.servicenow")).toMatchObject({
      id: SERVICE_PRINCIPALS.servicenow,
      service_principal_display_name: "ServiceNow",
      sync_status: "synced",
      sync_message: null,
      synced_version: 1,
      source_version: 1,
      token_wo: null,
    });
    expect(await world.emulator.control.runCycle(SERVICE_PRINCIPALS.servicenow)).toMatchObject({
      outcome: "provisioned",
    });

    expect((await terraform.plan()).code).toBe(0);
    world.emulator.control.clearRequests();
    await terraform.apply();
    expect(puts()).toBe(0);

    world.rotate("servicenow");
    expect(await world.emulator.control.runCycle(SERVICE_PRINCIPALS.servicenow)).toMatchObject({
      outcome: "quarantined",
    });
    const rotation = await terraform.plan();
    expect(rotation.code).toBe(2);
    expect(rotation.stdout).toMatch(/sync_status\s+= "rotated" -> "synced"/);
    expect(rotation.stdout).toMatch(
      /sync_message\s+= "Infisical holds version 2 \(changed by .* at .*\); version 1 was pushed" -> null/,
    );
    expect(rotation.stdout).toMatch(/source_version\s+= 2 -> \(known after apply\)/);

    await terraform.apply("plan.tfplan");
    expect(world.stored("servicenow").SecretToken).toBe(token("servicenow"));
    expect(terraform.state("entrascim_sync.servicenow")).toMatchObject({
      synced_version: 2,
      provisioning_job: { status: "Active", quarantine_reason: null },
    });
    expect(await world.emulator.control.runCycle(SERVICE_PRINCIPALS.servicenow)).toMatchObject({
      outcome: "provisioned",
    });

    world.emulator.control.clearRequests();
    terraform.write(connection() + sync("servicenow", { body: 'description = "what for"' }));
    await terraform.apply();
    expect(puts()).toBe(0);

    const { stdout } = await terraform.destroy();
    expect(stdout).toContain("The token stays on the service principal");
    expect(world.stored("servicenow").SecretToken).toBe(token("servicenow"));
  });

  it("pushes once for a rotation after the plan, and what is newest then", async () => {
    const terraform = await world.workspace(connection() + sync("slack"));
    await terraform.apply();
    world.rotate("slack");
    await terraform.plan();
    world.rotate("slack");
    world.emulator.control.clearRequests();
    await terraform.apply("plan.tfplan");
    expect(puts()).toBe(1);
    expect(world.stored("slack").SecretToken).toBe(token("slack"));
    expect((await terraform.plan()).code).toBe(0);
    await terraform.destroy();
  });

  it("clears the token on destroy when told to, and nothing else", async () => {
    const terraform = await world.workspace(connection() + sync("slack", { body: 'on_destroy = "clear"' }));
    await terraform.apply();
    const before = Object.keys(world.stored("slack"));
    await terraform.destroy();
    expect(Object.keys(world.stored("slack"))).toEqual(before.filter((key) => key !== "SecretToken"));
  });

  it("moves to another application by replacement, which plans twice", async () => {
    const terraform = await world.workspace(
      connection() + sync("slack", { body: 'on_destroy = "clear"', label: "app" }),
    );
    await terraform.apply();
    terraform.write(connection() + sync("databricks", { body: 'on_destroy = "clear"', label: "app" }));
    const [change] = await terraform.changes();
    expect(change?.change.actions).toEqual(["delete", "create"]);
    await terraform.apply("plan.tfplan");
    expect(world.stored("slack").SecretToken).toBeUndefined();
    expect(world.stored("databricks").SecretToken).toBe(token("databricks"));
    await terraform.destroy();
  });

  it("survives a rename without a moved block, whose destroy and create have no order", async () => {
    const clears = 'on_destroy = "clear"';
    const terraform = await world.workspace(connection() + sync("slack", { body: clears, label: "before" }));
    await terraform.apply();
    terraform.write(connection() + sync("slack", { body: clears, label: "after" }));
    await terraform.apply();
    expect(world.stored("slack").SecretToken).toBe(token("slack"));
    await terraform.destroy();
  });

  it("survives create_before_destroy", async () => {
    const body = (trigger: string) =>
      `on_destroy = "clear"
      lifecycle {
        create_before_destroy = true
        replace_triggered_by  = [terraform_data.trigger]
      }`.concat(trigger);
    const data = (value: string) => `resource "terraform_data" "trigger" { input = "${value}" }\n`;
    const terraform = await world.workspace(data("a") + connection() + sync("slack", { body: body("") }));
    await terraform.apply();
    terraform.write(data("b") + connection() + sync("slack", { body: body("") }));
    await terraform.apply();
    expect(world.stored("slack").SecretToken).toBe(token("slack"));
    await terraform.destroy();
  });

  it("is imported, plans in place, and pushes with its first apply", async () => {
    const terraform = await world.workspace(connection());
    await terraform.apply();
    world.emulator.control.portal.setStoredSecrets(SERVICE_PRINCIPALS.databricks, {
      SecretToken: "pasted by hand",
    });
    terraform.write(connection() + sync("databricks"));
    const imported = await terraform.run([
      "import",
      "-no-color",
      "entrascim_sync.databricks",
      `${TENANT_ID}/${SERVICE_PRINCIPALS.databricks}`,
    ]);
    expect(imported).toMatchObject({ code: 0 });
    const [change] = await terraform.changes();
    expect(change?.change.actions).toEqual(["update"]);
    await terraform.apply("plan.tfplan");
    expect(world.stored("databricks").SecretToken).toBe(token("databricks"));
    expect((await terraform.plan()).code).toBe(0);
    await terraform.destroy();
  });
});

describe("auto sync", () => {
  it("off: a newer version is a warning and no change, until sync_trigger changes", async () => {
    const manual = (trigger: string) =>
      connection() + sync("slack", { body: `auto_sync_enabled = false\n sync_trigger = "${trigger}"` });
    const terraform = await world.workspace(manual("one"));
    await terraform.apply();
    world.rotate("slack");
    const waiting = await terraform.plan();
    expect(waiting.code).toBe(0);
    expect(waiting.stdout).toContain("A newer token is waiting");
    terraform.write(manual("two"));
    await terraform.apply();
    expect(world.stored("slack").SecretToken).toBe(token("slack"));
    await terraform.destroy();
  });

  it("follows no pin, whose change is known in the plan", async () => {
    const pinned = (version: number) => connection() + sync("slack", { source: `version = ${version}` });
    const { version } = world.emulator.control.setSecret(
      { environment: "prod", key: "SLACK_SCIM_TOKEN" },
      token("slack"),
    );
    const terraform = await world.workspace(pinned(version));
    await terraform.apply();
    world.rotate("slack");
    expect((await terraform.plan()).code).toBe(0);
    terraform.write(pinned(version + 1));
    const [change] = await terraform.changes();
    expect(change?.change.after).toMatchObject({ synced_version: version + 1 });
    await terraform.apply("plan.tfplan");
    expect(world.stored("slack").SecretToken).toBe(token("slack"));
    await terraform.destroy();
  });
});

describe("a token from an ephemeral value", () => {
  const given = (version: number) => `
    variable "token" {
      type      = string
      ephemeral = true
    }
    ${connection()}
    resource "entrascim_sync" "slack" {
      name             = "slack-scim"
      token_wo         = var.token
      token_wo_version = ${version}

      destination {
        connection           = entrascim_connection.prod
        service_principal_id = "${SERVICE_PRINCIPALS.slack}"
      }
    }`;

  it("is pushed, and again with a new version alone", async () => {
    const terraform = await world.workspace(given(1), { TF_VAR_token: token("slack") });
    await terraform.apply();
    expect(world.stored("slack").SecretToken).toBe(token("slack"));
    expect(terraform.state("entrascim_sync.slack")).toMatchObject({
      token_wo: null,
      source: null,
      synced_version: null,
    });
    expect((await terraform.plan()).code).toBe(0);
    const next = world.rotate("slack");
    terraform.write(given(2));
    const applied = await terraform.run(["apply", "-auto-approve", "-no-color"], { TF_VAR_token: next });
    expect(applied).toMatchObject({ code: 0 });
    expect(world.stored("slack").SecretToken).toBe(next);
    await terraform.destroy();
  });
});

describe("the connection", () => {
  it("of another client updates every sync in place and sends nothing", async () => {
    const literal = (client: string) => `
      resource "entrascim_sync" "slack" {
        name = "slack-scim"
        source {
          environment = "prod"
          secret_path = "/scim"
          secret_key  = "SLACK_SCIM_TOKEN"
        }
        destination {
          connection = {
            tenant_id = "${TENANT_ID}"
            client_id = ${client}
            cloud     = null
            auth      = null
          }
          service_principal_id = "${SERVICE_PRINCIPALS.slack}"
        }
      }`;
    const terraform = await world.workspace(literal("null"));
    await terraform.apply();
    world.emulator.control.clearRequests();
    terraform.write(literal(`"${CLIENT_ID}"`));
    await terraform.apply();
    expect(puts()).toBe(0);
    await terraform.destroy();
  });

  it("stays clean when its description changes", async () => {
    const terraform = await world.workspace(connection() + sync("slack"));
    await terraform.apply();
    terraform.write(connection("prod", 'description = "changed"') + sync("slack"));
    const changes = await terraform.changes();
    expect(changes.map(({ address }) => address)).toEqual(["entrascim_connection.prod"]);
    await terraform.apply();
    await terraform.destroy();
  });
});

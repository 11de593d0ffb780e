import { existsSync } from "node:fs";
import { join } from "node:path";
import { LocalProviderApp } from "../../constructs/index";
import { QuickstartStack } from "../../examples/cdktf/quickstart/quickstart-stack";
import {
  CLIENT_ID,
  CLIENT_SECRET,
  IDENTITY_CLIENT_SECRET,
  SERVICE_PRINCIPALS,
  TENANT_ID,
} from "../../src/emulator/default-seed";
import { startWorld, type World } from "../support/world";
import { artefactsIn, findSecrets } from "./secret-search";

// The examples import the package as a stranger does.
jest.mock("entrascim/constructs", () => jest.requireActual("../../constructs/index"), { virtual: true });
jest.setTimeout(120_000);

const before = process.env;
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  process.env = before;
  await world.close();
});

it("no secret is left behind by a synth and a deploy of constructs: cdktf.out, state and logs", async () => {
  const terraform = await world.workspace("", { TF_LOG: "TRACE" });
  process.env = { ...before, ...world.environment };
  const app = new LocalProviderApp({ outdir: join(terraform.root, "cdktf.out") });
  new QuickstartStack(app, "quickstart", {
    tenantId: TENANT_ID,
    clientId: CLIENT_ID,
    servicePrincipalId: SERVICE_PRINCIPALS.servicenow,
  });
  app.synth();

  const printed = [];
  for (const command of ["init", "apply -auto-approve", "destroy -auto-approve"]) {
    const log = { TF_LOG_PATH: join(terraform.root, `${command}.log`) };
    const result = await terraform.run(["-chdir=../cdktf.out/stacks/quickstart", ...command.split(" ")], log);
    expect(result.code === 0 ? "as expected" : result.output).toBe("as expected");
    printed.push({ name: command, text: result.output });
  }
  const { issuedTokens } = world.emulator.control.inspect();
  const secrets = {
    "client secret": CLIENT_SECRET,
    "client secret of the machine identity": IDENTITY_CLIENT_SECRET,
    token: world.emulator.control.inspectToken("servicenow"),
    ...Object.fromEntries(issuedTokens.map((token, index) => [`access token ${index}`, token.slice(-300)])),
  };
  expect(issuedTokens).not.toEqual([]);
  expect(existsSync(join(terraform.root, "terraform.quickstart.tfstate"))).toBe(true);
  expect(artefactsIn(terraform.root)).toContain("cdktf.out/stacks/quickstart/cdk.tf.json");
  expect(findSecrets(secrets, terraform.root, printed)).toEqual([]);
});

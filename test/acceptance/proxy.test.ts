import { rmSync } from "node:fs";
import { join } from "node:path";
import { CLIENT_SECRET, IDENTITY_CLIENT_SECRET } from "../../src/emulator/default-seed";
import { artefactsIn, findSecrets } from "../leaks/secret-search";
import { type ConnectProxy, type ProxyBehaviour, startConnectProxy } from "../support/connect-proxy";
import type { CommandResult, TerraformWorkspace } from "../support/terraform-workspace";
import { traffic } from "../support/traffic";
import { connection, startWorld, sync, type World } from "../support/world";

jest.setTimeout(60_000);

/*
 * Real Terraform and provider behind a real proxy, which alone knows the names of the three services.
 */

const PASSWORD = "p@ss:wörd-9Kd2/x";
const CREDENTIALS = `proxy-user:${PASSWORD}`;
const INFISICAL = "infisical.emulator.test";
const ENTRA = "entra.emulator.test";
const GRAPH = "graph.emulator.test";
const ALL = [INFISICAL, ENTRA, GRAPH];

let world: World;
let terraform: TerraformWorkspace;
const proxies: Record<string, ConnectProxy> = {};
beforeAll(async () => {
  world = await startWorld();
  terraform = await world.workspace(
    `provider "entrascim" {\n  http {\n    max_retries = 0\n  }\n}\n${connection()}${sync("servicenow")}`,
    { TF_LOG: "TRACE" },
  );
  const port = Number(new URL(world.emulator.origin).port);
  const routes = Object.fromEntries(ALL.map((host) => [`${host}:443`, port]));
  const behaviours: Readonly<Record<string, ProxyBehaviour>> = {
    open: { routes },
    guarded: { routes, credentials: CREDENTIALS },
    closed: { refuses: 403 },
  };
  await Promise.all(
    Object.entries(behaviours).map(async ([name, behaviour]) => {
      proxies[name] = await startConnectProxy(behaviour);
    }),
  );
});
afterAll(async () => {
  await Promise.all(Object.values(proxies).map((proxy) => proxy.close()));
  await world.close();
});
beforeEach(() => {
  rmSync(join(terraform.directory, "terraform.tfstate"), { force: true });
  world.emulator.control.clearRequests();
});

function proxy(name: string): ConnectProxy {
  const found = proxies[name];
  if (found === undefined) throw new Error(`no proxy ${name}`);
  return found;
}

/** The address of a proxy with credentials in it, percent-encoded. */
function address(name: string, credentials = ""): string {
  const pair = credentials.split(/:(.*)/).slice(0, 2).map(encodeURIComponent).join(":");
  return `http://${credentials === "" ? "" : `${pair}@`}127.0.0.1:${proxy(name).port}`;
}

/** Applies with these variables. Neither a secret nor the proxy's password stands in anything that there is afterwards. */
async function apply(environment: Readonly<Record<string, string>>): Promise<CommandResult> {
  const log = { TF_LOG_PATH: join(terraform.root, "terraform.log") };
  const result = await terraform.run(["apply", "-auto-approve", "-no-color"], {
    INFISICAL_HOST: `https://${INFISICAL}`,
    AZURE_AUTHORITY_HOST: `https://${ENTRA}`,
    ENTRASCIM_GRAPH_ENDPOINT: `https://${GRAPH}`,
    ...log,
    ...environment,
  });
  const secrets = {
    "proxy password": PASSWORD,
    "proxy password, percent-encoded": encodeURIComponent(PASSWORD),
    "proxy credentials": CREDENTIALS,
    "client secret": CLIENT_SECRET,
    "client secret of the machine identity": IDENTITY_CLIENT_SECRET,
    token: world.emulator.control.inspectToken("servicenow"),
  };
  expect(artefactsIn(terraform.root)).toContain("terraform.log");
  expect(findSecrets(secrets, terraform.root, [{ name: "output", text: result.output }])).toEqual([]);
  rmSync(join(terraform.root, "terraform.log"));
  return { ...result, output: result.output.replace(/[\s│╷╵]+/g, " ") };
}

const targets = (name: string) => [
  ...new Set(
    proxy(name)
      .tunnels()
      .map(({ connect }) => connect.replace(/:443$/, "")),
  ),
];

describe("HTTPS_PROXY", () => {
  it.each([["HTTPS_PROXY"], ["https_proxy"]])(
    "is used for Infisical, Entra and Graph: %s",
    async (variable) => {
      const { code, output } = await apply({ [variable]: address("open") });
      expect({ code, output }).toMatchObject({ code: 0 });
      expect(targets("open").sort()).toEqual([...ALL].sort());
      expect(world.stored("servicenow").SecretToken).toBe(world.emulator.control.inspectToken("servicenow"));
    },
  );

  it("with credentials in it is used with them", async () => {
    const { code, output } = await apply({ HTTPS_PROXY: address("guarded", CREDENTIALS) });
    expect({ code, output }).toMatchObject({ code: 0 });
    const tunnels = proxy("guarded").tunnels();
    expect(new Set(tunnels.map(({ connect }) => connect))).toEqual(new Set(ALL.map((host) => `${host}:443`)));
    expect(tunnels.filter(({ status, authorized }) => status !== 200 || !authorized)).toEqual([]);
  });

  it("is not used for this machine, nor one of http for https", async () => {
    const { origin } = world.emulator;
    const here = { INFISICAL_HOST: origin, AZURE_AUTHORITY_HOST: origin, ENTRASCIM_GRAPH_ENDPOINT: origin };
    expect(await apply({ HTTPS_PROXY: address("open"), ...here })).toMatchObject({ code: 0 });
    expect((await apply({ HTTP_PROXY: address("open") })).output).toContain(`${INFISICAL} cannot be reached`);
    expect(targets("open")).toEqual([]);
  });
});

/** What is exempt has a name that nobody but the proxy knows, so the first such host stops the run. */
describe("NO_PROXY", () => {
  it.each([
    ["a host", GRAPH, GRAPH, [INFISICAL, ENTRA]],
    ["a host and its port", `${ENTRA}:443`, ENTRA, [INFISICAL]],
    ["all below a domain, and a host that is not met", "other.example.com, .emulator.test", INFISICAL, []],
    ["everything", "*", INFISICAL, []],
  ])("exempts %s", async (_, noProxy, exempt, through) => {
    const { code, output } = await apply({ HTTPS_PROXY: address("open"), NO_PROXY: noProxy });
    expect(code).toBe(1);
    expect(output).toContain(`${exempt} cannot be reached`);
    expect(output).not.toContain("(through the proxy");
    expect(targets("open").sort()).toEqual([...through].sort());
  });

  it("does not exempt another port", async () => {
    const { code } = await apply({ HTTPS_PROXY: address("open"), NO_PROXY: `${GRAPH}:8443` });
    expect(code).toBe(0);
    expect(targets("open").sort()).toEqual([...ALL].sort());
  });
});

describe("a proxy that opens no tunnel is named, without its password, with what to do", () => {
  it.each<[string, () => string, string, readonly string[]]>([
    [
      "it wants credentials, and there are none",
      () => address("guarded"),
      "guarded",
      ["The proxy wants other credentials", "answered 407", "user and password into the URL in HTTPS_PROXY"],
    ],
    [
      "it wants others",
      () => address("guarded", `proxy-user:${PASSWORD}-of-another`),
      "guarded",
      ["The proxy wants other credentials", "answered 407"],
    ],
    [
      "it refuses the host",
      () => address("closed", CREDENTIALS),
      "closed",
      ["did not open a connection", "it answered 403", "list it in NO_PROXY"],
    ],
  ])("%s", async (_, value, name, words) => {
    const { code, output } = await apply({ HTTPS_PROXY: value() });
    expect(code).toBe(1);
    expect(output).toContain(`http://127.0.0.1:${proxy(name).port} of HTTPS_PROXY`);
    for (const text of words) expect(output).toContain(text);
    expect(traffic(world.emulator)).toMatchObject({ login: 0, token: 0, graph: 0 });
  });

  it("nobody listens there", async () => {
    const pair = CREDENTIALS.split(":").map(encodeURIComponent).join(":");
    const { code, output } = await apply({ HTTPS_PROXY: `http://${pair}@127.0.0.1:2` });
    expect(code).toBe(1);
    expect(output).toContain("The proxy http://127.0.0.1:2 of HTTPS_PROXY does not answer");
    expect(output).toContain("(ECONNREFUSED). Correct HTTPS_PROXY");
  });
});

describe("without NODE_EXTRA_CA_CERTS", () => {
  it.each([
    ["directly", {}],
    ["through a proxy", { HTTPS_PROXY: "open" }],
  ])(
    "a certificate of a private authority is not trusted, and the message names the variable: %s",
    async (_, via) => {
      const { code, output } = await apply({
        NODE_EXTRA_CA_CERTS: "",
        ...("HTTPS_PROXY" in via
          ? { HTTPS_PROXY: address(via.HTTPS_PROXY) }
          : { INFISICAL_HOST: world.emulator.origin }),
      });
      expect(code).toBe(1);
      expect(output).toContain(
        `${"HTTPS_PROXY" in via ? INFISICAL : new URL(world.emulator.origin).host} cannot be trusted`,
      );
      expect(output).toContain("its certificate is not signed by an authority that this machine trusts");
      expect(output).toContain("NODE_EXTRA_CA_CERTS");
      expect(traffic(world.emulator)).toMatchObject({ login: 0, token: 0, graph: 0 });
    },
  );
});

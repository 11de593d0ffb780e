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
 * Real Terraform and provider behind a real proxy. Infisical is at a port where nobody listens, so that only the proxy
 * leads there; Entra is at `localhost`, Graph at 127.0.0.1, so that the three are told apart.
 */

const PASSWORD = "p@ss:wörd-9Kd2/x";
const CREDENTIALS = `proxy-user:${PASSWORD}`;
const INFISICAL = "127.0.0.1:1";

let world: World;
let terraform: TerraformWorkspace;
const proxies: Record<string, ConnectProxy> = {};
beforeAll(async () => {
  world = await startWorld();
  terraform = await world.workspace(
    `provider "entrascim" {\n  http {\n    max_retries = 0\n  }\n}\n${connection()}${sync("servicenow")}`,
    { TF_LOG: "TRACE" },
  );
  const routes = { [INFISICAL]: Number(port()) };
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

const port = () => new URL(world.emulator.origin).port;
const entra = () => `localhost:${port()}`;
const graph = () => `127.0.0.1:${port()}`;

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
    AZURE_AUTHORITY_HOST: `https://${entra()}`,
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
      .map(({ connect }) => connect),
  ),
];

describe("HTTPS_PROXY", () => {
  it.each([["HTTPS_PROXY"], ["https_proxy"]])(
    "is used for Infisical, Entra and Graph: %s",
    async (variable) => {
      const { code, output } = await apply({ [variable]: address("open") });
      expect({ code, output }).toMatchObject({ code: 0 });
      expect(targets("open").sort()).toEqual([INFISICAL, graph(), entra()].sort());
      expect(world.stored("servicenow").SecretToken).toBe(world.emulator.control.inspectToken("servicenow"));
    },
  );

  it("with credentials in it is used with them", async () => {
    const { code, output } = await apply({ HTTPS_PROXY: address("guarded", CREDENTIALS) });
    expect({ code, output }).toMatchObject({ code: 0 });
    const tunnels = proxy("guarded").tunnels();
    expect(new Set(tunnels.map(({ connect }) => connect))).toEqual(new Set([INFISICAL, graph(), entra()]));
    expect(tunnels.filter(({ status, authorized }) => status !== 200 || !authorized)).toEqual([]);
  });

  it("is not used for http", async () => {
    const direct = { INFISICAL_HOST: world.emulator.origin };
    expect(await apply({ HTTP_PROXY: address("open"), ...direct })).toMatchObject({ code: 0 });
    expect(targets("open")).toEqual([]);
  });
});

describe("NO_PROXY", () => {
  it.each<[string, string, () => readonly string[]]>([
    ["a host", "localhost", () => [INFISICAL, graph()]],
    ["a host and its port", "127.0.0.1:PORT", () => [INFISICAL, entra()]],
    ["a range, and a host that is not met", "other.example.com, 127.0.0.0/8", () => [entra()]],
    ["everything", "*", () => []],
  ])("exempts %s", async (_, noProxy, through) => {
    // What is exempt has to be reachable without the proxy.
    const expected = through();
    const infisical = expected.includes(INFISICAL) ? {} : { INFISICAL_HOST: world.emulator.origin };
    const { code, output } = await apply({
      HTTPS_PROXY: address("open"),
      NO_PROXY: noProxy.replace("PORT", port()),
      ...infisical,
    });
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(targets("open").sort()).toEqual([...expected].sort());
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
        INFISICAL_HOST: world.emulator.origin,
        ...("HTTPS_PROXY" in via ? { HTTPS_PROXY: address(via.HTTPS_PROXY) } : {}),
      });
      expect(code).toBe(1);
      expect(output).toContain(`${graph()} cannot be trusted`);
      expect(output).toContain("its certificate is not signed by an authority that this machine trusts");
      expect(output).toContain("NODE_EXTRA_CA_CERTS");
      expect(traffic(world.emulator)).toMatchObject({ login: 0, token: 0, graph: 0 });
    },
  );
});

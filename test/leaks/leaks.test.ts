import { readFileSync } from "node:fs";
import { join } from "node:path";
import { TOKEN_KEYS } from "../../src/emulator/default-seed";
import { childrenOf } from "../support/processes";
import { held, ROUTES } from "../support/traffic";
import { artefactsIn } from "./secret-search";
import { PROXY_PASSWORD, startWorldOfSecrets, type WorldOfSecrets } from "./world-of-secrets";

jest.setTimeout(120_000);

/*
 * One life of a stack, told in order. After each step the whole workspace and all that was printed in it are
 * searched. There is no exception: what an artefact of Terraform may hold by design (a literal or an ordinary variable
 * in the provider block, in a plan) is not written in this stack, and the documentation says how to avoid it.
 */

let secrets: WorldOfSecrets;
beforeAll(async () => {
  secrets = await startWorldOfSecrets();
});
afterAll(() => secrets.world.close());
afterEach(() => {
  expect(secrets.findings()).toEqual([]);
  secrets.world.emulator.control.clearFaults();
  secrets.world.emulator.control.clearRequests();
});

/** For `expect`, so that what fails tells what Terraform said. */
const succeeded = (result: { readonly code: number; readonly output: string }, code = 0) =>
  result.code === code ? "as expected" : `exit code ${result.code}\n${result.output}`;
const apply = (extra?: Readonly<Record<string, string>>) =>
  secrets.run(["apply", "-auto-approve", "-no-color"], extra);
const stored = (application: "servicenow" | "slack" | "databricks") =>
  secrets.world.stored(application).SecretToken;
const current = (application: "servicenow" | "slack" | "databricks") =>
  secrets.world.emulator.control.inspectToken(application);

describe("no secret is left behind", () => {
  it("by a create with every kind of credential", async () => {
    expect(succeeded(await apply())).toBe("as expected");
    for (const application of ["servicenow", "slack", "databricks"] as const) {
      expect(stored(application)).toBe(current(application));
    }
  });

  it("by a plan, its JSON, and an apply of it after a rotation", async () => {
    secrets.world.rotate("servicenow");
    expect(succeeded(await secrets.run(["plan", "-out=plan.tfplan", "-detailed-exitcode"]), 2)).toBe(
      "as expected",
    );
    expect(succeeded(await secrets.run(["show", "-json", "plan.tfplan"]))).toBe("as expected");
    expect(succeeded(await secrets.run(["apply", "-json", "plan.tfplan"]))).toBe("as expected");
    expect(succeeded(await secrets.run(["show", "-json"]))).toBe("as expected");
    expect(stored("servicenow")).toBe(current("servicenow"));
    expect(artefactsIn(secrets.terraform.root)).toEqual(
      expect.arrayContaining([
        "stack/plan.tfplan",
        "stack/terraform.tfstate",
        "stack/terraform.tfstate.backup",
        "terraform-2.log",
      ]),
    );
  });

  it("by a token that the application refuses", async () => {
    const { control } = secrets.world.emulator;
    control.setSecret({ environment: "prod", key: TOKEN_KEYS.servicenow }, "wrong-token-Jw81kd0vXz");
    expect((await apply()).output).toContain("The application refused the new token");
    control.setSecret(
      { environment: "prod", key: TOKEN_KEYS.servicenow },
      secrets.world.emulator.control.rotateToken("servicenow"),
    );
  });

  it.each<[keyof typeof ROUTES, number, boolean]>([
    ["login", 401, false],
    ["login", 200, true],
    ["token", 401, false],
    ["token", 200, true],
    ["list", 500, false],
    ["list", 200, true],
    ["read", 403, true],
    ["secrets", 401, false],
    ["jobs", 200, true],
    ["validate", 400, false],
    ["put", 403, false],
    ["put", 500, false],
  ])(
    "by a server that answers %s with %i and quotes the request (cut off: %s)",
    async (route, status, broken) => {
      const { control } = secrets.world.emulator;
      control.fault({ kind: "echo", status, broken, match: ROUTES[route], times: "always" });
      const { output } = await apply();
      expect(output).toMatch(/Error: |Warning: /);
      const met = control.requests().filter((request) => request.route === ROUTES[route].route);
      expect(met).toContainEqual(expect.objectContaining({ method: ROUTES[route].method, status }));
    },
  );

  it("by a value that is no token, and that the server hands out in JSON that is cut off", async () => {
    const { control } = secrets.world.emulator;
    const body = `{"secret":{"secretValue":"${current("servicenow")}","version":3,`;
    control.fault({ kind: "body", body, match: ROUTES.read, times: "always" });
    expect(succeeded(await apply(), 1)).toBe("as expected");
    control.clearFaults();
    control.setSecret({ environment: "prod", key: TOKEN_KEYS.servicenow }, "two lines\nof a secret-5Pq0Zr");
    expect((await apply()).output).toContain("not usable as a SCIM token");
    control.setSecret({ environment: "prod", key: TOKEN_KEYS.servicenow }, control.rotateToken("servicenow"));
    expect(succeeded(await apply())).toBe("as expected");
  });

  it("by a proxy with a password that cannot be reached", async () => {
    const { code, output } = await apply({
      INFISICAL_HOST: "https://infisical.example.com",
      HTTPS_PROXY: `http://proxy-user:${PROXY_PASSWORD}@127.0.0.1:1`,
    });
    expect({ code, output }).toMatchObject({ code: 1, output: expect.stringContaining("127.0.0.1:1") });
  });
});

const reports = (root: string) =>
  `--report-on-fatalerror --report-uncaught-exception --report-on-signal --report-directory=${root}`;

describe("no secret is left behind with", () => {
  const everything =
    "http,https,http2,tls,net,module,esm,fetch,undici,websocket,stream,fs,child_process,timer,worker,cluster,diagnostics";
  let round = 1;

  it.each<[string, (root: string) => Record<string, string>, RegExp]>([
    ["NODE_DEBUG", () => ({ NODE_DEBUG: everything }), /\b(?:NET|HTTP2|TLS) \d+: /],
    [
      "NODE_DEBUG_NATIVE",
      () => ({ NODE_DEBUG_NATIVE: "http2session,http2stream,tls,async_hooks,crypto" }),
      /switch=NODE_DEBUG_NATIVE/,
    ],
    [
      "NODE_OPTIONS=--trace-…",
      () => ({ NODE_OPTIONS: "--trace-uncaught --trace-warnings --trace-exit" }),
      /switch="NODE_OPTIONS --trace-uncaught"/,
    ],
    ["NODE_OPTIONS=--trace-tls", () => ({ NODE_OPTIONS: "--trace-tls" }), /Handshake, Length=|ClientHello/],
    [
      "NODE_OPTIONS=--report-…",
      (root) => ({ NODE_OPTIONS: reports(root) }),
      /switch="NODE_OPTIONS --report-/,
    ],
    [
      "SSLKEYLOGFILE and NODE_V8_COVERAGE",
      (root) => ({ SSLKEYLOGFILE: join(root, "keys"), NODE_V8_COVERAGE: join(root, "coverage") }),
      /switch=SSLKEYLOGFILE/,
    ],
    [
      "AZURE_LOG_LEVEL=verbose and DEBUG=*",
      () => ({ AZURE_LOG_LEVEL: "verbose", DEBUG: "*" }),
      /HTTP request: /,
    ],
  ])("%s", async (_, environment, trace) => {
    const { terraform } = secrets;
    const result = await apply({ ...environment(terraform.root), TF_VAR_round: String(++round) });
    expect(succeeded(result)).toBe("as expected");
    expect(result.stdout).toContain("2 changed");
    const log = artefactsIn(terraform.root).find((file) => /^terraform-\d+\.log$/.test(file)) ?? "";
    expect(readFileSync(join(terraform.root, log), "utf8")).toMatch(trace);
  });

  it("Node's reports, by a signal in the middle of a push that kills the provider", async () => {
    const { world, terraform } = secrets;
    world.rotate("servicenow");
    const pause = world.emulator.control.pauseAt(ROUTES.put);
    const running = secrets.launch(["apply", "-auto-approve", "-no-color"], {
      NODE_OPTIONS: reports(terraform.root),
    });
    await held(pause, running);
    for (const pid of childrenOf(running.pid)) process.kill(pid, "SIGUSR2");
    pause.resume();
    expect(await running.result).toMatchObject({ code: 1 });
    expect(artefactsIn(terraform.root).filter((file) => file.includes("report"))).toEqual([]);
  });
});

describe("no secret is left behind in the end", () => {
  it("by a destroy that clears the token", async () => {
    expect(succeeded(await secrets.run(["destroy", "-auto-approve", "-no-color"]))).toBe("as expected");
    expect(stored("servicenow")).toBeUndefined();
  });
});

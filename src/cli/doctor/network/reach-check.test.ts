import { type Case, type EmulatedDoctor, type Scenario, startDoctor } from "../testing/emulated-doctor";

describe("checks of the network", () => {
  let world: EmulatedDoctor;
  const run = (scenario?: Scenario) => world.run(scenario);

  beforeEach(async () => {
    world = await startDoctor();
  });

  afterEach(() => world.close());

  const closed = "https://127.0.0.1:1";

  it.each<readonly [string, Scenario, Case[3]]>([
    [
      "a server that is not there",
      { env: { INFISICAL_HOST: closed } },
      {
        "reach-infisical": ["error: 127.0.0.1:1 cannot be reached."],
        "reach-entra": [expect.stringMatching(/^ok/)],
        "infisical-login": [
          "skipped: The login to Infisical: not looked at, since it needs Infisical's server.",
        ],
      },
    ],
    [
      "a name that does not resolve",
      { env: { INFISICAL_HOST: "https://nowhere.invalid" } },
      { "reach-infisical": ["error: nowhere.invalid cannot be reached."] },
    ],
    [
      "an authority that is not trusted",
      { untrusting: true },
      { "reach-infisical": [expect.stringMatching(/^error: .* cannot be trusted\.$/)] },
    ],
    [
      "a proxy that is not there",
      {
        env: {
          INFISICAL_HOST: "https://infisical.example",
          HTTPS_PROXY: "http://user:proxy-password@127.0.0.1:1",
          NO_PROXY: "127.0.0.1",
        },
      },
      {
        proxy: [
          "ok: infisical.example is reached through the proxy http://127.0.0.1:1 of HTTPS_PROXY, with a user and password.",
        ],
        "reach-infisical": ["error: infisical.example cannot be reached."],
      },
    ],
    [
      "a proxy that is none",
      { env: { INFISICAL_HOST: "https://infisical.example", HTTPS_PROXY: "proxy-password://x" } },
      { proxy: ["error: HTTPS_PROXY names no proxy."] },
    ],
    [
      "a variable that nobody reads",
      { env: { ALL_PROXY: "http://x:proxy-password@proxy.example" } },
      {
        proxy: [
          "ok: No proxy is used.",
          "warning: ALL_PROXY is set, which neither Terraform nor entrascim reads.",
        ],
      },
    ],
    [
      "hosts that are not allowed",
      { env: { ENTRASCIM_ALLOWED_HOSTS: "example.com" } },
      {
        "allowed-hosts": [
          "ok: ENTRASCIM_ALLOWED_HOSTS allows the vendors' own hosts, and example.com.",
          expect.stringMatching(/^error: ENTRASCIM_ALLOWED_HOSTS does not list 127\.0\.0\.1:\d+/),
        ],
        "reach-infisical": [expect.stringMatching(/^error: Nothing is sent to 127/)],
      },
    ],
    [
      "a list of hosts that is none",
      { env: { ENTRASCIM_ALLOWED_HOSTS: "https://x" } },
      { "allowed-hosts": ["error: ENTRASCIM_ALLOWED_HOSTS cannot be read."] },
    ],
    [
      "a file of authorities that is not there",
      { env: { NODE_EXTRA_CA_CERTS: "/nowhere/ca.pem" } },
      {
        authorities: [
          "error: NODE_EXTRA_CA_CERTS names /nowhere/ca.pem, which cannot be read. Node.js goes on without it.",
        ],
      },
    ],
    [
      "a file that holds none",
      { env: { NODE_EXTRA_CA_CERTS: __filename } },
      { authorities: [expect.stringMatching(/^error: .* which holds no certificate in PEM/)] },
    ],
    [
      "a variable of Go's",
      { env: { NODE_EXTRA_CA_CERTS: "", SSL_CERT_FILE: "/x" } },
      { authorities: [expect.stringMatching(/^warning: SSL_CERT_FILE is set/)] },
    ],
    [
      "authorities that have expired",
      { now: () => Date.now() + 100 * 365 * 86_400_000 },
      { authorities: [expect.stringMatching(/^error: .* its certificates have expired/)] },
    ],
    [
      "a clock that is slow",
      { now: () => Date.now() - 10 * 60_000 },
      { clock: ["error: The clock is 10 minutes behind the servers'."] },
    ],
    [
      "a clock that is fast",
      { now: () => Date.now() + 7 * 60_000 },
      { clock: ["error: The clock is 7 minutes ahead of the servers'."] },
    ],
    [
      "a clock that is good enough",
      { now: () => Date.now() + 4 * 60_000 },
      { clock: ["ok: The clock agrees with the servers'."] },
    ],
  ])("finds %s", async (_, scenario, expected) => {
    const { found } = await run(scenario);
    expect(found).toMatchObject(expected);
  });

  it.each([
    ["a redirect", { kind: "redirect", location: "https://login.example/" }, /^error: .* redirects\.$/],
    ["trouble", { kind: "status", status: 503 }, /^warning: .* has trouble: it answered 503\.$/],
    [
      "something else",
      { kind: "status", status: 404 },
      /^warning: .* not as Infisical does \(status 404\)\.$/,
    ],
  ] as const)("tells %s from a good answer", async (_, fault, expected) => {
    world.emulator.control.fault({ ...fault, match: { path: "/api/status" }, times: 9 });
    const { found } = await run();
    expect(found["reach-infisical"]).toEqual([expect.stringMatching(expected)]);
  });
});

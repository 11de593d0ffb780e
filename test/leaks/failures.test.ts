import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  CLIENT_ID,
  IDENTITY_CLIENT_SECRET,
  IDENTITY_ID,
  PROJECT_ID,
  SERVICE_PRINCIPALS,
  TOKEN_KEYS,
} from "../../src/emulator/default-seed";
import { WAYS, type Way } from "../acceptance/interruption/ways";
import { childrenOf, haveEnded } from "../support/processes";
import { held, ROUTES } from "../support/traffic";
import { startWorldOfSecrets, type WorldOfSecrets } from "./world-of-secrets";

jest.setTimeout(120_000);

/*
 * What goes wrong in a push, told in order in one stack. After each failure the whole workspace and all that was
 * printed in it are searched, Terraform's most talkative log included.
 */

const ID = SERVICE_PRINCIPALS.servicenow;
const SECRET = { environment: "prod", key: TOKEN_KEYS.servicenow };

let secrets: WorldOfSecrets;
beforeAll(async () => {
  secrets = await startWorldOfSecrets();
  expect((await apply()).code).toBe(0);
});
afterAll(() => secrets.world.close());

const control = () => secrets.world.emulator.control;
const apply = (extra?: Readonly<Record<string, string>>) =>
  secrets.run(["apply", "-auto-approve", "-no-color"], extra);

/** What the machine identity may do with the tokens; with credentials it may do everything. */
function permit(tokens: { readonly readValue: boolean }): void {
  control().infisical.setPermissions(IDENTITY_ID, PROJECT_ID, [
    { environment: "*", path: "/azure", describe: true, readValue: true },
    { environment: "*", path: "/scim", describe: true, ...tokens },
  ]);
}

function expectNothingLeft(): void {
  expect(secrets.findings()).toEqual([]);
}

describe("no secret is left behind by", () => {
  it.each<[string, RegExp, () => void, () => void]>([
    [
      "a validation that fails",
      /Error: The application refused the new token/,
      () => control().setSecret(SECRET, "wrong-token-R5m2Pq81zX"),
      () => control().setSecret(SECRET, control().rotateToken("servicenow")),
    ],
    [
      "keys that a server lost, of which one was masked",
      /Error: .*\bAppKey\b/s,
      () => {
        control().portal.setStoredSecrets(ID, {
          Domain: "example.com",
          AppKey: "app-key-of-servicenow-4Gt9Lw",
        });
        control().setSwitches({ replaceSecrets: true });
      },
      () => {
        control().setSwitches({ replaceSecrets: false });
        control().portal.setStoredSecrets(ID, { AppKey: null, Domain: null });
      },
    ],
    [
      "a write whose answer was lost",
      /Error: The push could not be confirmed/,
      () => control().fault({ kind: "reset-after", match: ROUTES.put, times: "always" }),
      () => {},
    ],
    [
      "a write that is never answered, until the time is up",
      /Error: The push could not be confirmed/,
      () => control().fault({ kind: "stall", match: ROUTES.put, times: "always" }),
      () => {},
    ],
    [
      "a sign-in that is refused",
      /AADSTS7000112/,
      () => control().apps.setPolicy(CLIENT_ID, { disabled: true }),
      () => control().apps.setPolicy(CLIENT_ID, { disabled: false }),
    ],
    [
      "an access token that was revoked, and a permission with it",
      /Synchronization\.ReadWrite\.All/,
      () => control().apps.setRoles(CLIENT_ID, ["Application.Read.All"]),
      () => control().apps.setRoles(CLIENT_ID, ["Synchronization.ReadWrite.All", "Application.Read.All"]),
    ],
    [
      "a login that Infisical refuses",
      /Infisical refused/,
      () => control().infisical.setClientSecrets(IDENTITY_ID, ["another-one"]),
      () =>
        control().infisical.setClientSecrets(IDENTITY_ID, [
          IDENTITY_CLIENT_SECRET,
          secrets.terraform.environment.TF_VAR_infisical_client_secret ?? "",
        ]),
    ],
    [
      "values that Infisical keeps to itself",
      /Error: Infisical denies permission|hidden from this\s+identity/,
      () => permit({ readValue: false }),
      () => permit({ readValue: true }),
    ],
  ])("%s", async (_, words, arrange, mend) => {
    secrets.world.rotate("servicenow");
    arrange();
    const { code, output } = await apply({ TF_VAR_request_timeout: "4s" });
    expect({ code, output }).toMatchObject({ code: 1, output: expect.stringMatching(words) });
    expectNothingLeft();
    control().clearFaults();
    mend();
  });
});

describe("no secret is left behind by a push that is broken off", () => {
  it.each<Way>(["Ctrl-C twice", "kill -9 of Terraform"])("by %s", async (way) => {
    secrets.world.rotate("servicenow");
    const pause = control().pauseAt(ROUTES.put, "after");
    const running = secrets.launch(["apply", "-auto-approve", "-no-color"]);
    await held(pause, running);
    const providers = childrenOf(running.pid);
    await WAYS[way](running, providers);
    pause.resume();
    await running.result;
    expect(await haveEnded(providers, 4_000)).toBe(true);
    expectNothingLeft();
  });
});

describe("no secret is left behind by a provider that crashes in the middle of a push", () => {
  it.each([
    ["an error that nobody caught", "throw error;"],
    ["a rejection that nobody handled", "Promise.reject(error);"],
    ["an error whose cause has the secret", 'throw new Error("outer", { cause: error });'],
  ])("by %s", async (_, end) => {
    secrets.world.rotate("servicenow");
    // As where a parser quotes what it has read.
    const crash = join(secrets.terraform.root, "home", "crash.cjs");
    writeFileSync(
      crash,
      `process.on("SIGUSR2", () => {
        const error = new SyntaxError("unexpected " + process.env.WHAT_WAS_READ);
        error.body = process.env.WHAT_WAS_READ;
        ${end}
      });`,
    );
    const pause = control().pauseAt(ROUTES.put, "before");
    const running = secrets.launch(["apply", "-auto-approve", "-no-color"], {
      NODE_OPTIONS: `--require ${crash}`,
      WHAT_WAS_READ: `{"secretValue":"${control().inspectToken("servicenow")}"}`,
    });
    await held(pause, running);
    for (const pid of childrenOf(running.pid)) process.kill(pid, "SIGUSR2");
    const { code, output } = await running.result;
    pause.resume();
    expect(code).toBe(1);
    expect(output).toMatch(/panic: (?:Syntax)?Error\n/);
    expectNothingLeft();
  });
});

it("all goes well again after that, and leaves nothing behind either", async () => {
  const { code, output } = await apply();
  expect(code === 0 ? "as expected" : output).toBe("as expected");
  expect(secrets.world.stored("servicenow").SecretToken).toBe(control().inspectToken("servicenow"));
  expectNothingLeft();
});

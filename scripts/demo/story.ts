import { existsSync, readFileSync } from "node:fs";
import { SERVICE_PRINCIPALS, TOKEN_KEYS } from "../../src/emulator/default-seed";
import type { Cdktf, CdktfResult } from "./cdktf";
import type { Confidential } from "./confidential";
import type { Control } from "./control";
import { ensure } from "./demo-failure";
import type { Narrator } from "./narrator";
import { syncInState } from "./state";

const APPLICATION = "servicenow";
const SERVICE_PRINCIPAL = SERVICE_PRINCIPALS[APPLICATION];
const TOKEN_KEY = TOKEN_KEYS[APPLICATION];
const WRITE = "PUT /v1.0/servicePrincipals/{id}/synchronization/secrets";

/** Who and what the story is about. */
export interface Cast {
  readonly narrator: Narrator;
  readonly cdktf: Cdktf;
  readonly control: Control;
  readonly confidential: Confidential;
  /** Terraform's state file. */
  readonly state: string;
}

/** A token's life, told with the real tools. Throws `DemoFailure` as soon as something is not as it is told. */
export async function tellStory(cast: Cast): Promise<void> {
  await deploy(cast);
  await deployAgain(cast);
  const token = await rotate(cast);
  await store(cast, token);
  await diff(cast);
  await deployRotation(cast);
  await destroy(cast);
  const { violations } = await cast.control.inspect();
  ensure(violations.length === 0, `The APIs were not used as documented: ${violations.join("; ")}`);
}

async function deploy(cast: Cast): Promise<void> {
  cast.narrator.step(
    "Deploy the quickstart",
    "examples/cdktf/quickstart: a connection to Entra ID, and a sync of ServiceNow's token.",
    "Infisical holds the token that ServiceNow handed out; Entra ID has no copy of it yet.",
  );
  ensure(
    (await look(cast)).stored === undefined,
    "The service principal has a token before the first deploy.",
  );
  const result = await cast.cdktf.run("deploy");
  await ensureCopied(cast, 1);
  await ensureCycleSucceeds(cast, 1);
  await ensureNothingLeaked(cast, result);
}

async function deployAgain(cast: Cast): Promise<void> {
  const { narrator, cdktf, control } = cast;
  narrator.step("Deploy again", "Nothing has changed since.");
  await control.clearRequests();
  const result = await cdktf.run("deploy");
  ensure(says(result, /^No changes\./), "The second deploy has changes.", result.file);
  ensure((await writes(control)) === 0, "The second deploy wrote to Entra ID.", result.file);
  narrator.fact("Terraform has no changes, and nothing was sent to Entra ID");
  await ensureNothingLeaked(cast, result);
}

async function rotate(cast: Cast): Promise<string> {
  const { narrator, control } = cast;
  narrator.step(
    "ServiceNow rotates its token",
    "From now on it accepts the new one only, and nobody has told Entra ID.",
  );
  const token = await control.rotateToken(APPLICATION);
  const cycle = await control.runCycle(SERVICE_PRINCIPAL);
  ensure(cycle.outcome === "quarantined", `The cycle with the old token was ${cycle.outcome}.`);
  narrator.trouble("The next provisioning cycle fails: ServiceNow refuses the old token");
  const quarantine = (await look(cast)).job?.quarantine;
  ensure(quarantine != null, "The provisioning job is not in quarantine.");
  narrator.trouble(`Entra ID puts the provisioning job in quarantine (${quarantine.reason})`);
  return token;
}

async function store(cast: Cast, token: string): Promise<void> {
  const { narrator, control } = cast;
  narrator.step("The new token is stored in Infisical", "By a person, or by whatever rotates secrets.");
  const version = await control.setSecret(TOKEN_KEY, token);
  ensure(version === 2, `Infisical made version ${version} of the secret, not version 2.`);
  const { stored, held } = await look(cast);
  ensure(held === token && stored !== token, "Entra ID has the new token before it was deployed.");
  narrator.fact(`Infisical holds version ${version} of ${TOKEN_KEY}; Entra ID still has version 1`);
}

async function diff(cast: Cast): Promise<void> {
  const { narrator, cdktf, control } = cast;
  narrator.step("See what is pending", "As a review of a pull request would show it.");
  await control.clearRequests();
  const result = await cdktf.run("diff");
  const expected: readonly [RegExp, string][] = [
    [
      /sync_message\s+= "Infisical holds version 2 \(.*\); version 1 was pushed" -> null/,
      "which versions differ",
    ],
    [/sync_status\s+= "rotated" -> "synced"/, "that a push is pending"],
    [/^Plan: 0 to add, 1 to change, 0 to destroy\./, "one change and no other"],
  ];
  for (const [pattern, what] of expected) {
    ensure(says(result, pattern), `The diff does not show ${what}.`, result.file);
  }
  ensure((await writes(control)) === 0, "The diff wrote to Entra ID.", result.file);
  narrator.fact("The diff shows the pending push and its reason, and nothing was sent to Entra ID");
  await ensureNothingLeaked(cast, result);
}

async function deployRotation(cast: Cast): Promise<void> {
  const { narrator, cdktf } = cast;
  narrator.step("Deploy the rotation");
  const result = await cdktf.run("deploy");
  await ensureCopied(cast, 2);
  const { job } = await look(cast);
  ensure(job?.quarantine === null, "The provisioning job is still in quarantine.", result.file);
  narrator.fact("The provisioning job is out of quarantine");
  await ensureCycleSucceeds(cast, 2);
  await ensureNothingLeaked(cast, result);
}

async function destroy(cast: Cast): Promise<void> {
  const { narrator, cdktf } = cast;
  narrator.step("Destroy", "Terraform forgets the sync. Provisioning does not stop for that.");
  const result = await cdktf.run("destroy");
  ensure(syncInState(cast.state) === undefined, "State still holds the sync.", cast.state);
  const { stored, accepted } = await look(cast);
  ensure(stored === accepted, "Destroy has changed the token on the service principal.", result.file);
  narrator.fact("State is empty, and the token is still on the service principal");
  await ensureNothingLeaked(cast, result);
}

/** The copy in Entra ID is the token that ServiceNow accepts, and state says which version it is. */
async function ensureCopied(cast: Cast, version: number): Promise<void> {
  const { stored, accepted, held } = await look(cast);
  ensure(stored === accepted, "The service principal does not hold the token that ServiceNow accepts.");
  ensure(stored === held, "The service principal does not hold the token that Infisical has.");
  const sync = syncInState(cast.state);
  ensure(
    sync?.synced_version === version,
    `State does not say that version ${version} was pushed.`,
    cast.state,
  );
  cast.narrator.fact(`Entra ID holds version ${version} of the token, the one that ServiceNow accepts`);
}

async function ensureCycleSucceeds(cast: Cast, version: number): Promise<void> {
  const before = (await look(cast)).users;
  const cycle = await cast.control.runCycle(SERVICE_PRINCIPAL);
  ensure(cycle.outcome === "provisioned", `ServiceNow's provisioning cycle was ${cycle.outcome}.`);
  const created = (await look(cast)).users.filter((user) => !before.includes(user));
  ensure(
    created.length === 1 && created[0] === cycle.userName,
    "ServiceNow did not get the one user expected.",
  );
  cast.narrator.fact(
    `ServiceNow's provisioning cycle: 1 user provisioned with version ${version} of the token`,
  );
}

async function ensureNothingLeaked(cast: Cast, { output, file }: CdktfResult): Promise<void> {
  const { confidential, control, narrator, state } = cast;
  confidential.add(await control.inspect());
  confidential.ensureAbsent(output, "The output", file);
  for (const path of [state, `${state}.backup`].filter(existsSync)) {
    confidential.ensureAbsent(readFileSync(path, "utf8"), "State", path);
  }
  narrator.fact("No token and no credential in the output or in state");
}

async function look({ control }: Cast) {
  const { servicePrincipals, applications, secrets } = await control.inspect();
  const servicePrincipal = servicePrincipals[SERVICE_PRINCIPAL];
  return {
    /** On the service principal. */
    stored: servicePrincipal?.secrets.SecretToken,
    /** By ServiceNow. */
    accepted: applications[APPLICATION]?.token,
    /** In Infisical. */
    held: secrets.find(({ environment, key }) => environment === "prod" && key === TOKEN_KEY)?.value,
    job: servicePrincipal?.jobs[0],
    users: applications[APPLICATION]?.users ?? [],
  };
}

function says({ lines }: CdktfResult, pattern: RegExp): boolean {
  return lines.some((line) => pattern.test(line));
}

async function writes(control: Control): Promise<number> {
  return (await control.requestCounts())[WRITE] ?? 0;
}

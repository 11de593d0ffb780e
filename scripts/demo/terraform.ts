import { chmodSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { findTerraform, type Terraform } from "../../src/cli/terraform/find-terraform";
import { terraformPlatform } from "../../src/cli/terraform/terraform-platform";
import { VERSION } from "../../src/core/version";
import { DemoFailure } from "./demo-failure";
import type { Narrator } from "./narrator";

/** What is fetched where there is no Terraform: the version that the demo was written with. */
const FETCHED_VERSION = "1.11.4";

/** How long fetching may take, in milliseconds. */
const FETCH_LIMIT = 180_000;

/**
 * The Terraform or OpenTofu of this machine; else one that was fetched before, or is fetched now into `directory`.
 * Throws {@link DemoFailure} that says what to install where that cannot be done.
 */
export async function provideTerraform(
  directory: string,
  narrator: Narrator,
  env: NodeJS.ProcessEnv,
): Promise<Terraform> {
  const fetched = join(directory, FETCHED_VERSION, "terraform");
  const found = lookFor(env);
  if (typeof found !== "string") return found;
  if (env.TERRAFORM_BINARY_NAME) throw new DemoFailure(found);
  if (!existsSync(fetched)) {
    const fetching = fetchTerraform(join(directory, FETCHED_VERSION));
    await narrator
      .during(`fetching Terraform ${FETCHED_VERSION} from releases.hashicorp.com`, fetching)
      .catch(() => {
        rmSync(join(directory, FETCHED_VERSION), { recursive: true, force: true });
        throw new DemoFailure(
          `${found}\nTerraform ${FETCHED_VERSION} could not be fetched from releases.hashicorp.com either.`,
        );
      });
  }
  const own = lookFor({ ...env, TERRAFORM_BINARY_NAME: fetched });
  if (typeof own === "string") throw new DemoFailure(own);
  return own;
}

/** A Terraform, or why there is none. */
function lookFor(env: NodeJS.ProcessEnv): Terraform | string {
  try {
    return findTerraform(env);
  } catch (caught) {
    return (caught as Error).message;
  }
}

/** Fetches the archive, compares its SHA-256 sum with the one that HashiCorp publishes, and unpacks it. */
async function fetchTerraform(directory: string): Promise<void> {
  const { getRelease } = await import("@hashicorp/js-releases");
  const client = `entrascim-demo/${VERSION}`;
  const [system = "", processor = ""] = terraformPlatform(process.platform, process.arch).split("_");
  mkdirSync(directory, { recursive: true });
  const archive = join(directory, "terraform.zip");
  const fetching = (async () => {
    const release = await getRelease("terraform", FETCHED_VERSION, client);
    const build = release.getBuild(system, processor);
    await release.download(build.url, archive, client);
    await release.verify(archive, build.filename);
    await release.unpack(directory, archive);
  })();
  const limit = new AbortController();
  const overdue = delay(FETCH_LIMIT, undefined, { signal: limit.signal }).then(() => {
    throw new DemoFailure("Fetching Terraform took too long.");
  });
  try {
    await Promise.race([fetching, overdue]);
  } finally {
    limit.abort();
    overdue.catch(() => {});
  }
  rmSync(archive);
  const executable = join(directory, "terraform");
  chmodSync(executable, 0o755);
  await untilWritten(executable);
}

/** Unpacking does not wait for its last write, and a file that is open for writing cannot be run. */
async function untilWritten(executable: string): Promise<void> {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    if (typeof lookFor({ ...process.env, TERRAFORM_BINARY_NAME: executable }) !== "string") return;
    await delay(250);
  }
  throw new DemoFailure(`${executable} does not run.`);
}

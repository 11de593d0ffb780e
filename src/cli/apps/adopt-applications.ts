import type { Clients } from "../../clients/clients";
import type { CallOptions } from "../../core/clock";
import { Problem } from "../../core/problem";
import { counted } from "../text/counted";
import { someOf } from "../text/some-of";
import type { Adoption } from "./adoption";
import { chooseKeys } from "./choose-keys";
import type { ApplicationList } from "./list-applications";
import { nameApplications } from "./name-applications";

/** How the tokens of the applications are found in Infisical, and what the code has already. */
export interface AdoptionSettings {
  readonly environment: string;
  readonly path: string;
  /** `{NAME}` stands for the application's name. */
  readonly keyPattern: string;
  /** Ask Infisical which keys there are. */
  readonly match: boolean;
  readonly connection: string | null;
}

/**
 * Gives the applications names and keys. Where Infisical is asked, one list without values answers for all of them.
 *
 * Rejects as `SecretSource.keys` does, with the way around it.
 */
export async function adoptApplications(
  { tenant, applications }: Pick<ApplicationList, "tenant" | "applications">,
  settings: AdoptionSettings,
  clients: Clients,
  call: CallOptions,
): Promise<Adoption> {
  const named = await nameApplications(applications);
  const keys = chooseKeys(named, settings.keyPattern, await heldKeys(settings, clients, call));
  return {
    tenantId: tenant.tenantId,
    cloud: tenant.cloud,
    environment: settings.environment,
    path: settings.path,
    connection: settings.connection,
    applications: named.map((application, index) => ({
      ...application,
      key: keys[index] ?? { kind: "unchecked", key: "" },
    })),
  };
}

/** The keys of the folder; null where Infisical is not to be asked, or the environment names no project. */
async function heldKeys(
  { match, environment, path }: AdoptionSettings,
  clients: Clients,
  call: CallOptions,
): Promise<readonly string[] | null> {
  const projectId = clients.defaultProjectId;
  if (!match || projectId === null) return null;
  try {
    return await clients.source.keys({ projectId, environment, path }, call);
  } catch (caught) {
    const problem = Problem.from(caught);
    if (problem.code === "cancelled") throw problem;
    throw new Problem(problem.code, {
      summary: problem.summary,
      detail: `${problem.detail}\n\nInfisical is asked which keys there are. With --no-match it is not, and keys are written by convention.`,
    });
  }
}

/** What a person has to do or know before the code is applied, in sentences; empty when nothing. */
export function adoptionRemarks({ applications, environment, path }: Adoption): readonly string[] {
  const place = `folder ${path} of environment ${environment}`;
  const remarks: string[] = [];
  const missing = applications.filter(({ key }) => key.kind === "missing");
  if (missing.length > 0) {
    const names = someOf(missing.map(({ displayName, key }) => `${displayName} (${key.key})`));
    remarks.push(
      `The ${place} holds no secret of the expected name for ${missing.length} of ${counted(applications.length, "application")}: ${names}. Store their tokens there and run this again, or write the right keys where the code says TODO.`,
    );
  }
  if (applications.some(({ key }) => key.kind === "unchecked")) {
    remarks.push(
      `Nobody looked which keys the ${place} holds; the plan will. To have them matched, set INFISICAL_PROJECT_ID and a login, and leave out --no-match.`,
    );
  }
  return remarks;
}

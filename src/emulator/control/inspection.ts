import type { Job, JobCode, QuarantineReason, ScheduleState } from "../graph/graph-state";
import type { EmulatorState } from "../state";

/** A look into the emulated world, secrets in clear: for tests. Times are milliseconds since the epoch. */
export interface Inspection {
  /** Emulator time. */
  readonly now: number;
  /** Those that can be provisioned, by object id. */
  readonly servicePrincipals: Readonly<Record<string, ServicePrincipalView>>;
  /** By name. */
  readonly applications: Readonly<Record<string, ApplicationView>>;
  readonly secrets: readonly SecretView[];
  /** Every access and identity token that Entra, Infisical and other issuers handed out. */
  readonly issuedTokens: readonly string[];
  readonly violations: readonly string[];
}

/** What is stored on a service principal. */
export interface ServicePrincipalView {
  readonly displayName: string;
  /** Synchronization secrets in clear, by key. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly jobs: readonly JobView[];
}

/** A job, in short. */
export interface JobView {
  readonly id: string;
  readonly templateId: string;
  readonly schedule: ScheduleState;
  readonly code: JobCode;
  readonly runs: number;
  readonly quarantine: {
    readonly reason: QuarantineReason;
    readonly code: string;
    readonly seriesCount: number;
    readonly nextAttempt: number;
  } | null;
}

/** An application. */
export interface ApplicationView {
  /** The token that it accepts now. */
  readonly token: string;
  readonly tokensIssued: number;
  /** User names of the users that were provisioned. */
  readonly users: readonly string[];
}

/** The newest version of a secret. */
export interface SecretView {
  readonly project: string;
  readonly environment: string;
  readonly path: string;
  readonly key: string;
  readonly id: string;
  readonly version: number;
  readonly value: string;
}

/** Looks at everything. */
export function inspect(state: EmulatorState): Inspection {
  const provisioned = [...state.graph.servicePrincipals.values()].filter((each) => each.templates.length > 0);
  return {
    now: state.clock.now(),
    servicePrincipals: Object.fromEntries(
      provisioned.map((each) => [
        each.id,
        {
          displayName: each.displayName,
          secrets: Object.fromEntries(each.secrets),
          jobs: each.jobs.map(jobView),
        },
      ]),
    ),
    applications: Object.fromEntries(
      [...state.scim.applications.values()].map(({ name, token, tokensIssued, users }) => [
        name,
        { token, tokensIssued, users: [...users.values()].map((user) => String(user.userName)) },
      ]),
    ),
    secrets: secretViews(state),
    issuedTokens: [...state.issuedTokens],
    violations: [...state.violations],
  };
}

function jobView(job: Job): JobView {
  const { id, templateId, schedule, code, runs, quarantine } = job;
  return {
    id,
    templateId,
    schedule,
    code,
    runs,
    quarantine:
      quarantine === null
        ? null
        : {
            reason: quarantine.reason,
            code: quarantine.error.code,
            seriesCount: quarantine.seriesCount,
            nextAttempt: quarantine.nextAttempt,
          },
  };
}

function secretViews(state: EmulatorState): SecretView[] {
  return [...state.infisical.projects.values()].flatMap((project) =>
    [...project.environments].flatMap(([environment, folders]) =>
      [...folders].flatMap(([path, folder]) =>
        [...folder.secrets.values()].flatMap((secret) => {
          const newest = secret.versions.at(-1);
          if (newest === undefined) return [];
          const { version, value } = newest;
          return [{ project: project.id, environment, path, key: secret.key, id: secret.id, version, value }];
        }),
      ),
    ),
  );
}

/** `schedule.state` of a job. */
export type ScheduleState = "Active" | "Disabled" | "Paused";

/** `status.code` of a job. */
export type JobCode = "NotConfigured" | "NotRun" | "Active" | "Paused" | "Quarantine";

/** Why a job is in quarantine. */
export type QuarantineReason =
  | "EncounteredBaseEscrowThreshold"
  | "EncounteredTotalEscrowThreshold"
  | "EncounteredEscrowProportionThreshold"
  | "EncounteredQuarantineException"
  | "Unknown"
  | "QuarantinedOnDemand"
  | "TooManyDeletes"
  | "IngestionInterrupted";

/** An error as a job shows it. */
export interface JobError {
  readonly code: string;
  readonly message: string;
  readonly tenantActionable: boolean;
}

/** A quarantine. Times are milliseconds since the epoch. */
export interface Quarantine {
  readonly reason: QuarantineReason;
  readonly error: JobError;
  readonly seriesBegan: number;
  readonly currentBegan: number;
  readonly seriesCount: number;
  readonly nextAttempt: number;
}

/** One run of a job. Times are milliseconds since the epoch. */
export interface JobExecution {
  readonly activityIdentifier: string;
  readonly state: "Succeeded" | "Failed";
  readonly began: number;
  readonly ended: number;
  /** Users that were created. */
  readonly exported: number;
  readonly error: JobError | null;
}

/** A synchronization job. */
export interface Job {
  readonly id: string;
  readonly templateId: string;
  schedule: ScheduleState;
  code: JobCode;
  quarantine: Quarantine | null;
  successiveFailures: number;
  /** Runs since the job was created or fully restarted. */
  runs: number;
  lastExecution: JobExecution | null;
  lastSuccess: JobExecution | null;
  /** When the job ran steadily for the first time and for the last; null when never. */
  steadySince: number | null;
  steadyAt: number | null;
}

/** A template of a service principal's application. */
export interface SynchronizationTemplate {
  readonly id: string;
  readonly factoryTag: string;
}

/** A service principal. */
export interface ServicePrincipalRecord {
  readonly id: string;
  readonly appId: string;
  displayName: string;
  accountEnabled: boolean;
  readonly servicePrincipalType: string;
  readonly tags: readonly string[];
  /** Empty for one that cannot be provisioned, such as an app registration's own. */
  readonly templates: readonly SynchronizationTemplate[];
  /** Where a gallery connector goes when no `BaseAddress` is stored. */
  readonly connectorAddress: string | null;
  /** Stored synchronization secrets, in clear, by key. */
  readonly secrets: Map<string, string>;
  readonly jobs: Job[];
  /** How many further reads answer 404, as right after its creation. */
  hiddenReads: number;
  /** Until when reads answer 404, in milliseconds since the epoch. */
  hiddenUntil: number;
}

/** What may be switched to a behaviour that documentation leaves open, or that goes wrong. */
export interface GraphSwitches {
  /** PUT of secrets replaces all keys; else it merges by key. */
  replaceSecrets: boolean;
  /** `start` and `restart` lift a quarantine. */
  startLiftsQuarantine: boolean;
}

/** What the emulated Microsoft Graph knows. */
export interface GraphState {
  /** By object id, lower case, in the order in which they were created. */
  readonly servicePrincipals: Map<string, ServicePrincipalRecord>;
  readonly switches: GraphSwitches;
  /** The resource identifiers that tokens for Graph carry, for a client that reached us at `origin`. */
  audiences(origin: string): readonly string[];
}

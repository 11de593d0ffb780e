import type { Clock } from "../../core/clock";
import type { Environment } from "../../core/environment";
import type { Installation } from "../installation";
import type { Configuration } from "./configuration/read-configuration";
import type { Finding } from "./finding";
import type { Remote } from "./network/remote";

/** What the checks are about, in the order in which they are shown. */
export type Group = "Machine" | "Provider" | "Configuration" | "Network" | "Infisical" | "Microsoft Entra ID";

/** What somebody asked to look at; null is what was left out. */
export interface Target {
  /** The directory of a configuration, absolute. */
  readonly directory: string;
  readonly projectId: string | null;
  readonly environment: string | null;
  readonly path: string;
  readonly key: string | null;
  /** Object id of an enterprise application. */
  readonly servicePrincipal: string | null;
}

/** What checks are handed. Everything in it is made when it is first asked for. */
export interface DoctorContext {
  readonly env: Environment;
  readonly installation: Installation;
  /** Of the Node.js that runs this command: `20.19.0`. */
  readonly nodeVersion: string;
  readonly target: Target;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** What the directory holds. Rejects with a problem when there is no configuration, or several. */
  readonly configuration: () => Promise<Configuration>;
  /** What is reached over the network. */
  readonly remote: Remote;
}

/** One thing to look at. */
export interface Check {
  /** Stable, for scripts: `terraform`. */
  readonly id: string;
  readonly group: Group;
  /** What has to be in order, as a noun: "Terraform or OpenTofu". */
  readonly title: string;
  /** Ids of checks, earlier in the list, without which this one would only repeat their error. */
  readonly needs?: readonly string[];
  /** True for what goes over the network, or is of no use without it. */
  readonly remote?: true;
  /** Looks. What it throws becomes an error. */
  run(context: DoctorContext): Promise<readonly Finding[]> | readonly Finding[];
}

/** What a check came to. */
export interface CheckResult {
  readonly id: string;
  readonly group: Group;
  readonly title: string;
  readonly findings: readonly Finding[];
}

import { resolve } from "node:path";
import type { ConnectionInput } from "../../clients/clients";
import { type Clock, systemClock } from "../../core/clock";
import type { CliIo } from "../cli-io";
import type { Installation } from "../installation";
import { NeedsAttention } from "../needs-attention";
import { createTextLogger } from "../text-logger";
import type { Check, CheckResult, DoctorContext, Target } from "./check";
import { checks } from "./checks";
import { type Configuration, readConfiguration } from "./configuration/read-configuration";
import type { Level } from "./finding";
import { FindingsText } from "./findings-text";
import { Remote } from "./network/remote";
import { runChecks } from "./run-checks";

/** What `entrascim doctor` is asked. */
export interface DoctorRequest {
  /** Its directory may be relative. */
  readonly target: Target;
  /** Where to sign in, or null for what the environment says. */
  readonly connection: ConnectionInput | null;
  readonly offline: boolean;
  readonly strict: boolean;
  readonly json: boolean;
  readonly verbose: boolean;
}

/** The JSON of `entrascim doctor --json`. */
export interface DoctorReport {
  readonly version: string;
  readonly directory: string;
  /** True when no finding is an error. */
  readonly healthy: boolean;
  readonly counts: Readonly<Record<Level, number>>;
  readonly checks: readonly CheckResult[];
}

/** What tests replace. */
export interface DoctorParts {
  readonly checks: readonly Check[];
  readonly clock: Clock;
  readonly nodeVersion: string;
  /** PEM of the only authorities to trust. */
  readonly ca?: string;
}

const REAL: DoctorParts = { checks, clock: systemClock, nodeVersion: process.versions.node };

/**
 * Runs the checks and prints what they find: text as they finish, or one JSON document at the end. Throws
 * `NeedsAttention` when there is an error (or a warning, with `strict`), and `cancelled` on Ctrl-C.
 */
export async function doctor(
  io: CliIo,
  installation: Installation,
  request: DoctorRequest,
  parts: DoctorParts = REAL,
): Promise<void> {
  const context = contextOf(io, installation, request, parts);
  const chosen = parts.checks.filter(({ remote }) => !(request.offline && remote));
  const results: CheckResult[] = [];
  const text = request.json ? null : new FindingsText(io.stdout, io.env);
  for await (const result of runChecks(chosen, context)) {
    results.push(result);
    text?.write(result);
  }
  const counts = countsOf(results);
  text?.end(counts);
  if (request.json) {
    const report: DoctorReport = {
      version: installation.version,
      directory: context.target.directory,
      healthy: counts.error === 0,
      counts,
      checks: results,
    };
    io.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  }
  if (counts.error > 0 || (request.strict && counts.warning > 0)) throw new NeedsAttention();
}

function contextOf(
  io: CliIo,
  installation: Installation,
  { target, connection, verbose }: DoctorRequest,
  { clock, nodeVersion, ca }: DoctorParts,
): DoctorContext {
  const { env, signal } = io;
  const directory = resolve(target.directory);
  let configuration: Promise<Configuration> | undefined;
  return {
    env,
    installation,
    nodeVersion,
    target: { ...target, directory },
    clock,
    signal,
    configuration: () => {
      configuration ??= readConfiguration(directory);
      return configuration;
    },
    remote: new Remote({
      env,
      clock,
      log: createTextLogger(io.stderr, verbose ? "debug" : "error"),
      signal,
      userAgent: `entrascim/${installation.version} cli`,
      connection,
      ...(ca === undefined ? {} : { ca }),
    }),
  };
}

function countsOf(results: readonly CheckResult[]): Record<Level, number> {
  const counts = { ok: 0, warning: 0, error: 0, skipped: 0 };
  for (const { findings } of results) for (const { level } of findings) counts[level]++;
  return counts;
}

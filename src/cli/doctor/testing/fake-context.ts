import type { ConnectionInput } from "../../../clients/clients";
import { silentLogger } from "../../../core/log";
import type { DoctorContext, Target } from "../check";
import { readConfiguration } from "../configuration/read-configuration";
import type { Finding } from "../finding";
import { Remote } from "../network/remote";

/** When tests happen. */
const NOW = Date.parse("2026-11-24T12:00:00Z");

/** What a check is handed: no environment, nothing installed, no configuration, unless said. */
export function fakeContext(
  options: {
    readonly env?: DoctorContext["env"];
    readonly directory?: string;
    readonly home?: string;
    readonly target?: Partial<Target>;
    readonly connection?: ConnectionInput;
    readonly nodeVersion?: string;
    readonly platform?: string;
    readonly now?: number;
  } = {},
): DoctorContext {
  const { env = {}, directory = "/nowhere", now = NOW } = options;
  const clock = { now: () => now, sleep: () => Promise.resolve() };
  const { signal } = new AbortController();
  const connection = options.connection ?? null;
  return {
    env,
    installation: {
      version: "1.2.3",
      providerDirectory: "/nowhere/provider",
      home: options.home ?? "/nowhere/home",
      platform: options.platform ?? "linux",
      arch: "x64",
    },
    nodeVersion: options.nodeVersion ?? "22.1.0",
    target: {
      directory,
      projectId: null,
      environment: null,
      path: "/",
      key: null,
      servicePrincipal: null,
      ...options.target,
    },
    clock,
    signal,
    configuration: () => readConfiguration(directory),
    remote: new Remote({ env, clock, log: silentLogger, signal, userAgent: "test", connection }),
  };
}

/** Findings as `level: message`, for comparing. */
export function lines(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ level, message }) => `${level}: ${message}`);
}

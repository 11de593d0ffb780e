import type { Logger } from "../core/log";
import type { Host } from "./host";

/** Environment variables that make Node print, store or leave unverified what passes through a process. */
const SWITCHES = [
  "NODE_DEBUG",
  "NODE_DEBUG_NATIVE",
  "SSLKEYLOGFILE",
  "NODE_V8_COVERAGE",
  "NODE_REDIRECT_WARNINGS",
  "NODE_TLS_REJECT_UNAUTHORIZED",
];

/** Options in `NODE_OPTIONS` that do the same. */
const OPTIONS =
  /--(?:tls-keylog|inspect[a-z-]*|cpu-prof|heap-prof|heapsnapshot[a-z-]*|report-[a-z-]+|diagnostic-dir|trace-[a-z-]+|tls-trace|prof|abort-on-uncaught-exception)/g;

/**
 * Switches Node's diagnostic reports off, which contain the environment and the heap, and warns about each debug
 * switch in the environment by name.
 */
export function guardAgainstDebugSwitches(host: Pick<Host, "env" | "report">, log: Logger): void {
  if (host.report !== undefined) {
    host.report.reportOnFatalError = false;
    host.report.reportOnSignal = false;
    host.report.reportOnUncaughtException = false;
  }
  for (const name of debugSwitches(host.env)) {
    log.log("warn", "A debug switch in the environment may write secrets to places that are not protected", {
      switch: name,
    });
  }
}

/** The names of the switches that are set. */
export function debugSwitches(env: Host["env"]): string[] {
  const variables = SWITCHES.filter((name) => (env[name] ?? "") !== "");
  const options = (env.NODE_OPTIONS ?? "").match(OPTIONS) ?? [];
  return [...variables, ...options.map((option) => `NODE_OPTIONS ${option}`)];
}

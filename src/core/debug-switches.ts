import type { Environment } from "./environment";

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

/** The names of the debug switches that are set: `NODE_DEBUG`, `NODE_OPTIONS --inspect`, …; never a value. */
export function debugSwitches(env: Environment): string[] {
  const variables = SWITCHES.filter((name) => (env[name] ?? "") !== "");
  const options = (env.NODE_OPTIONS ?? "").match(OPTIONS) ?? [];
  return [...variables, ...options.map((option) => `NODE_OPTIONS ${option}`)];
}

import { debugSwitches } from "../core/debug-switches";
import type { Logger } from "../core/log";
import type { Host } from "./host";

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

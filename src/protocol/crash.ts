import { describeForeign } from "../core/problem";
import type { Host } from "./host";

/** The exit code of a Go program that panicked. */
const EXIT_CODE = 2;

/**
 * Ends the process on an error that nobody caught, in the way that makes Terraform show the stack to its user: it
 * looks for `panic: ` on stderr. The error's message is left out, since it may quote a secret.
 */
export function crashOnUncaught(host: Host): void {
  let crashed = false;
  const crash = (caught: unknown) => {
    if (crashed) return;
    crashed = true;
    // Where stderr is gone as well, the callback comes with an error, and the process ends all the same.
    host.stderr.write(`panic: ${describeForeign(caught)}\n`, () => host.exit(EXIT_CODE));
  };
  host.on("uncaughtException", crash);
  host.on("unhandledRejection", crash);
}

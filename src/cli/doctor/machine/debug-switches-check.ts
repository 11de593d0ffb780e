import { debugSwitches } from "../../../core/debug-switches";
import { textOf } from "../../../core/environment";
import type { Check } from "../check";
import { type Finding, ok, warning } from "../finding";

/** Variables that make a process write down what passes through it, or leave it unverified. */
export const debugSwitchesCheck: Check = {
  id: "debug-switches",
  group: "Machine",
  title: "debug switches",
  run({ env }) {
    const found: Finding[] = debugSwitches(env).map((name) =>
      warning(
        `${name} is set: a debug switch that can write secrets to places that are not protected${name === "NODE_TLS_REJECT_UNAUTHORIZED" ? ", or leave servers unverified" : ""}.`,
        `Unset it wherever Terraform runs with real credentials.${name === "NODE_TLS_REJECT_UNAUTHORIZED" ? " entrascim verifies servers all the same; trust a private authority with NODE_EXTRA_CA_CERTS." : ""}`,
      ),
    );
    const level = textOf(env, "TF_LOG") ?? textOf(env, "TF_LOG_PROVIDER");
    if (level !== null) {
      found.push(
        ok(
          "Terraform's log is on (TF_LOG). entrascim writes no token and no credential into it, at any level; other providers may.",
        ),
      );
    }
    return found.length > 0 ? found : [ok("No debug switch is set.")];
  },
};

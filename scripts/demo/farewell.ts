import type { EmulatorSummary } from "../../src/cli/emulator/emulator-report";
import { TOKEN_KEYS } from "../../src/emulator/default-seed";
import type { Narrator } from "./narrator";

/** Says how to go on by hand with the emulator that stays up. */
export function sayHowToContinue(narrator: Narrator, { environment, control }: EmulatorSummary): void {
  const call = (operation: string, input: object) => [
    `  curl --cacert ${quoted(environment.NODE_EXTRA_CA_CERTS ?? "")} -H 'x-control-key: ${control.key}' \\`,
    `    -d '${JSON.stringify(input)}' ${control.url}/${operation}`,
  ];
  narrator.text(
    "",
    "The emulated clouds stay up until Ctrl-C. In another terminal, in this folder:",
    "",
    ...Object.entries(environment).map(([name, value]) => `  export ${name}=${quoted(value)}`),
    "",
    "Deploy the quickstart (its code is in examples/cdktf/quickstart):",
    "",
    "  npx cdktf deploy",
    "",
    "Let ServiceNow rotate its token, store the new one, and see what is pending:",
    "",
    ...call("rotateToken", { application: "servicenow" }),
    ...call("setSecret", { environment: "prod", key: TOKEN_KEYS.servicenow, value: "THE NEW TOKEN" }),
    "  npx cdktf diff",
    "",
    "And at the end:",
    "",
    "  npx cdktf destroy",
    "",
  );
}

function quoted(value: string): string {
  return /^[\w.:/@~-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}

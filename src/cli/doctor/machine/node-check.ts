import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { isOlderThan } from "../../older-than";
import type { Check, DoctorContext } from "../check";
import { error, type Finding, ok } from "../finding";

const OLDEST = [20, 19] as const;
const REMEDY = `Install Node.js ${OLDEST.join(".")} or later (https://nodejs.org), and put it first on the PATH.`;

/** This command's Node.js, and the one that Terraform starts the provider with: the first on the PATH. */
export const nodeCheck: Check = {
  id: "node",
  group: "Machine",
  title: "Node.js",
  async run(context) {
    const own = context.nodeVersion;
    const onPath = await versionOnPath(context);
    return [
      ...judged(own, "runs this command"),
      ...(onPath === own ? [] : judged(onPath, "is first on the PATH, and runs the provider")),
    ];
  },
};

function judged(version: string | null, role: string): readonly Finding[] {
  if (version === null) {
    return [
      error(
        "There is no node on the PATH, and the provider is a script for Node.js.",
        `${REMEDY} Terraform would say "Failed to read any lines from plugin's stdout".`,
      ),
    ];
  }
  const finding = isOlderThan(version, OLDEST)
    ? error(`Node.js ${version} ${role}, and is older than ${OLDEST.join(".")}.`, REMEDY)
    : ok(`Node.js ${version} ${role}.`);
  return [finding];
}

async function versionOnPath({ env, signal }: DoctorContext): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)("node", ["--version"], {
      env: { ...env, NODE_OPTIONS: "" },
      timeout: 20_000,
      signal,
    });
    return /^v(\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? null;
  } catch {
    return null;
  }
}

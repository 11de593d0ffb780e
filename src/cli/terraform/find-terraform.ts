import { execFileSync } from "node:child_process";
import type { Environment } from "../../core/environment";
import { Problem } from "../../core/problem";
import { isOlderThan } from "../older-than";

/** A Terraform or OpenTofu that can run the provider. */
export interface Terraform {
  readonly command: string;
  readonly product: "Terraform" | "OpenTofu";
  /** `1.11.4` */
  readonly version: string;
}

const oldest = [1, 11] as const;

/**
 * Finds `terraform` or `tofu` on the PATH, the first that is 1.11 or later (write-only arguments need it);
 * `TERRAFORM_BINARY_NAME` (as CDKTF reads it) names another.
 *
 * Throws `not_found` that lists what was found and says what to install.
 */
export function findTerraform(env: Environment): Terraform {
  const commands = env.TERRAFORM_BINARY_NAME ? [env.TERRAFORM_BINARY_NAME] : ["terraform", "tofu"];
  const refused: string[] = [];
  for (const command of commands) {
    const version = versionOf(command, env);
    if (version === undefined) refused.push(`${command}: not found, or it did not tell its version`);
    else if (isOlderThan(version, oldest)) refused.push(`${command}: version ${version}`);
    else return { command, product: /tofu/.test(command) ? "OpenTofu" : "Terraform", version };
  }
  throw new Problem("not_found", {
    summary: `There is no Terraform or OpenTofu ${oldest.join(".")} or later`,
    detail: [
      "Looked for:",
      ...refused.map((line) => `  ${line}`),
      "Install one (https://developer.hashicorp.com/terraform/install or https://opentofu.org/docs/intro/install)",
      "so that `terraform version` or `tofu version` works, or set TERRAFORM_BINARY_NAME to its path.",
    ].join("\n"),
  });
}

function versionOf(command: string, env: Environment): string | undefined {
  try {
    // Its own look for a newer version would be a call to the internet.
    const options = { env: { ...env, CHECKPOINT_DISABLE: "1" }, encoding: "utf8" } as const;
    const output = execFileSync(command, ["version", "-json"], {
      ...options,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return (JSON.parse(output) as { terraform_version?: string }).terraform_version;
  } catch {
    return undefined;
  }
}

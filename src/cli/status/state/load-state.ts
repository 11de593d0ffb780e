import type { CliIo } from "../../cli-io";
import { findTerraform } from "../../terraform/find-terraform";
import { openInput, type TerraformInput } from "../../terraform/open-input";
import { showJson } from "../../terraform/show-json";
import { stackDirectory } from "../../terraform/stack-directory";
import { planNotState, readState } from "./read-state";
import type { StoredState } from "./state";

/** A state that can be read again, to see what an apply has changed meanwhile. */
export interface StateSource {
  /** For messages: the file or directory as it was named, or `standard input`. */
  readonly name: string;
  /** The state as it is now; what was piped in stays as it was. */
  read(): Promise<StoredState>;
}

/**
 * The state that `target` names: a file, `-`, or a directory, in which `terraform show -json` is run.
 *
 * Reading rejects with `invalid_input` for what is no state, `not_found` for what cannot be read, for a directory
 * without a configuration or a machine without Terraform, `ambiguous` for a project of several stacks, and
 * `conflict` where Terraform fails.
 */
export function stateSource(target: string, io: Pick<CliIo, "stdin" | "env" | "signal">): StateSource {
  if (target !== "-") return { name: target, read: async () => stateOf(await openInput(target, io), io) };
  let piped: Promise<StoredState> | null = null;
  const read = async () => stateOf(await openInput(target, io), io);
  return {
    name: "standard input",
    read: () => {
      piped ??= read();
      return piped;
    },
  };
}

async function stateOf(input: TerraformInput, io: Pick<CliIo, "env" | "signal">): Promise<StoredState> {
  switch (input.kind) {
    case "json":
      return readState(input.value);
    case "directory":
      return readState(await show(input.directory, io));
    case "plan-file":
      throw planNotState();
  }
}

async function show(directory: string, { env, signal }: Pick<CliIo, "env" | "signal">): Promise<unknown> {
  const stack = await stackDirectory(directory);
  return showJson(findTerraform(env).command, { directory: stack, env, signal });
}

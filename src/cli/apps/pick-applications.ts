import type { ProvisionedApplication } from "../../clients/clients";
import { Problem } from "../../core/problem";
import type { CliIo } from "../cli-io";
import { printable } from "./printable";

/**
 * Lets a person choose on the terminal: typing narrows the list down, Tab marks, Enter ends.
 *
 * Rejects with `invalid_input` where there is no terminal, and with `cancelled` when the person leaves.
 */
export async function pickApplications(
  applications: readonly ProvisionedApplication[],
  { terminal, signal }: Pick<CliIo, "terminal" | "signal">,
): Promise<readonly ProvisionedApplication[]> {
  if (terminal === undefined) {
    throw new Problem("invalid_input", {
      summary: "There is no terminal to choose on",
      detail:
        "--pick asks a person, on the terminal that standard input and standard error belong to. Elsewhere name the applications: --app ID, or a search.",
    });
  }
  const { autocompleteMultiselect, isCancel } = await import("@clack/prompts");
  const chosen = await autocompleteMultiselect({
    message: "Which applications?",
    placeholder: "Type to search",
    options: applications.map((application) => ({
      value: application.objectId,
      label: printable(application.displayName),
      hint: application.objectId,
    })),
    required: true,
    ...terminal,
    signal,
  });
  if (isCancel(chosen)) {
    throw new Problem("cancelled", {
      summary: "Nothing was chosen",
      detail: "The choice was left with Ctrl-C or Escape.",
    });
  }
  return applications.filter(({ objectId }) => chosen.includes(objectId));
}

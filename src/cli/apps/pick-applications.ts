import type { ProvisionedApplication } from "../../clients/clients";
import { Problem } from "../../core/problem";
import type { CliIo, CliTerminal } from "../cli-io";
import { plainText } from "../text/plain-text";

/** The terminal to ask on. Throws `invalid_input` where there is none. */
export function requireTerminal({ terminal }: Pick<CliIo, "terminal">): CliTerminal {
  if (terminal !== undefined) return terminal;
  throw new Problem("invalid_input", {
    summary: "There is no terminal to choose on",
    detail:
      "--pick asks a person, on the terminal that standard input and standard error belong to. Elsewhere name the applications: --app ID, or a search.",
  });
}

/**
 * Lets a person choose on the terminal: typing narrows the list down, Tab marks, Enter ends.
 *
 * Rejects as {@link requireTerminal} throws, and with `cancelled` when the person leaves.
 */
export async function pickApplications(
  applications: readonly ProvisionedApplication[],
  io: Pick<CliIo, "terminal" | "signal">,
): Promise<readonly ProvisionedApplication[]> {
  const terminal = requireTerminal(io);
  const { autocompleteMultiselect, isCancel } = await import("@clack/prompts");
  const chosen = await autocompleteMultiselect({
    message: "Which applications?",
    placeholder: "Type to search",
    options: applications.map((application) => ({
      value: application.objectId,
      label: plainText(application.displayName),
      hint: application.objectId,
    })),
    required: true,
    ...terminal,
    signal: io.signal,
  });
  if (isCancel(chosen)) {
    throw new Problem("cancelled", {
      summary: "Nothing was chosen",
      detail: "The choice was left with Ctrl-C or Escape.",
    });
  }
  return applications.filter(({ objectId }) => chosen.includes(objectId));
}

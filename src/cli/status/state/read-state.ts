import { Problem } from "../../../core/problem";
import { hiddenTexts } from "../../terraform/hidden-values";
import { CONNECTION_TYPE, parseConnection, parseSync, SYNC_TYPE } from "../../terraform/sync-attributes";
import { objectsOfShownState } from "./shown-state";
import type { StoredObject, StoredState } from "./state";
import { objectsOfStateFile } from "./state-file";

/**
 * Reads what a state holds of ours, in all modules and instances, from the output of `terraform show -json` or from
 * a state file (version 4, as `terraform state pull` prints it too). Pure.
 *
 * Throws `invalid_input` for what is neither, and says what to do: a plan, an encrypted or an old state among them.
 */
export function readState(json: unknown): StoredState {
  const objects = objectsOfShownState(json) ?? objectsOfStateFile(json) ?? noState(json);
  const syncs = objects.filter(({ type }) => type === SYNC_TYPE).map((each) => parsed(each, parseSync));
  const connections = objects
    .filter(({ type }) => type === CONNECTION_TYPE)
    .map((each) => parsed(each, parseConnection));
  return { syncs, connections, hidden: [...syncs, ...connections].flatMap(({ hidden }) => hidden) };
}

function parsed<T>(object: StoredObject, parse: (attributes: unknown) => T) {
  const { address, tainted, mask } = object;
  const attributes = parse(object.attributes);
  return { address, tainted, attributes, hidden: hiddenTexts(attributes, mask) };
}

const SHOW = "Use `terraform show -json` in the directory of the configuration, or give that directory.";

/** Somebody gave a plan. */
export function planNotState(): Problem {
  return unusable("This is a plan, not a state", `A plan may be old. ${SHOW}`);
}

function noState(json: unknown): never {
  const has = (key: string) => typeof json === "object" && json !== null && key in json;
  if (has("resource_changes") || has("planned_values")) {
    throw planNotState();
  }
  if (has("encrypted_data") || has("encryption")) {
    throw unusable("The state is encrypted", `Use \`tofu show -json\`, which opens it, and give its output.`);
  }
  if (has("version") && has("serial")) {
    throw unusable(
      "The state is of a version that is not known",
      `State files of version 4 are read. ${SHOW}`,
    );
  }
  throw unusable(
    "This is not a state",
    "It has to be the output of `terraform show -json`, a state file (version 4), or a directory with a configuration.",
  );
}

function unusable(summary: string, detail: string): Problem {
  return new Problem("invalid_input", { summary, detail });
}

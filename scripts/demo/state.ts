import { readFileSync } from "node:fs";

/** The attributes of the one sync that a state file holds, or undefined when it holds no resource. */
export function syncInState(file: string): Readonly<Record<string, unknown>> | undefined {
  const state = JSON.parse(readFileSync(file, "utf8")) as {
    resources: { type: string; instances: { attributes: Record<string, unknown> }[] }[];
  };
  return state.resources.find(({ type }) => type === "entrascim_sync")?.instances[0]?.attributes;
}

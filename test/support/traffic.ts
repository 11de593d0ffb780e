import type { Emulator } from "../../src/emulator/start-emulator";
import type { Pause } from "../../src/emulator/traffic/pauses";
import type { RunningCommand } from "./terraform-workspace";

const SYNCHRONIZATION = "/v1.0/servicePrincipals/{id}/synchronization";

/** Routes of the emulator by what they are for, to aim faults and pauses at. */
export const ROUTES = {
  servicePrincipal: { method: "GET", route: "/v1.0/servicePrincipals/{id}" },
  secrets: { method: "GET", route: `${SYNCHRONIZATION}/secrets` },
  put: { method: "PUT", route: `${SYNCHRONIZATION}/secrets` },
  jobs: { method: "GET", route: `${SYNCHRONIZATION}/jobs` },
  validate: { method: "POST", route: `${SYNCHRONIZATION}/jobs/{jobId}/validateCredentials` },
  start: { method: "POST", route: `${SYNCHRONIZATION}/jobs/{jobId}/start` },
  token: { method: "POST", route: "/{tenant}/oauth2/v2.0/token" },
  login: { method: "POST", route: "/api/v1/auth/universal-auth/login" },
  list: { method: "GET", route: "/api/v4/secrets" },
  read: { method: "GET", route: "/api/v4/secrets/{name}" },
} as const;

/** How many requests there were since the emulator last forgot them: by route, to all of Graph, and of any other route. */
export type Traffic = Readonly<Record<keyof typeof ROUTES | "graph" | "other", number>>;

/** Counts what the emulator recorded. What it did itself, as Entra calling an application, is left out. */
export function traffic({ control }: Emulator): Traffic {
  const counts: Record<string, number> = { graph: 0, other: 0 };
  for (const name of Object.keys(ROUTES)) counts[name] = 0;
  for (const { api, method, route } of control.requests()) {
    if (api === "scim") continue;
    const name = Object.entries(ROUTES).find(
      ([, known]) => known.method === method && known.route === route,
    )?.[0];
    counts[name ?? "other"] = (counts[name ?? "other"] ?? 0) + 1;
    if (api === "graph") counts.graph = (counts.graph ?? 0) + 1;
  }
  return counts as Traffic;
}

/** Waits until a request of a command is held. Rejects with the command's output when it ends before. */
export async function held(pause: Pause, running: RunningCommand): Promise<void> {
  const early = running.result.then(({ output }) => Promise.reject(new Error(output)));
  await Promise.race([pause.arrived, early]);
}

import { readFileSync } from "node:fs";
import { Agent, request } from "undici";
import type { Inspection } from "../../src/emulator/control/inspection";
import type { CycleOutcome } from "../../src/emulator/provisioning/cycle";
import { DemoFailure } from "./demo-failure";

/** What the demo asks of the emulator's control API. */
export interface Control {
  /** A look at everything, secrets in clear. */
  inspect(): Promise<Inspection>;
  /** The application hands out a new token and accepts no other. Gives it. */
  rotateToken(application: string): Promise<string>;
  /** Stores a value as a new version of a secret in `/scim` of `prod`. Gives the version. */
  setSecret(key: string, value: string): Promise<number>;
  /** Entra runs a provisioning cycle now. */
  runCycle(servicePrincipalId: string): Promise<CycleOutcome>;
  /** How many requests the clouds received since the last {@link clearRequests}, by `METHOD route`. */
  requestCounts(): Promise<Readonly<Record<string, number>>>;
  clearRequests(): Promise<void>;
  close(): Promise<void>;
}

/** A client of a running emulator's control API. Each method rejects when the emulator does not do what it asks. */
export function connectControl(api: { readonly url: string; readonly key: string }, caFile: string): Control {
  const dispatcher = new Agent({ connect: { ca: readFileSync(caFile) } });
  const call = async <T>(operation: string, input: object = {}): Promise<T> => {
    const { statusCode, body } = await request(`${api.url}/${operation}`, {
      method: "POST",
      headers: { "x-control-key": api.key, "content-type": "application/json" },
      body: JSON.stringify(input),
      dispatcher,
    });
    const text = await body.text();
    if (statusCode !== 200) throw new DemoFailure(`The emulator answered ${statusCode} to ${operation}.`);
    return JSON.parse(text) as T;
  };
  return {
    inspect: () => call("inspect"),
    rotateToken: async (application) => (await call<{ token: string }>("rotateToken", { application })).token,
    setSecret: async (key, value) =>
      (await call<{ version: number }>("setSecret", { environment: "prod", key, value })).version,
    runCycle: (servicePrincipalId) => call("runCycle", { servicePrincipalId }),
    requestCounts: async () => (await call<{ counts: Record<string, number> }>("requests")).counts,
    clearRequests: () => call("clearRequests"),
    close: () => dispatcher.close(),
  };
}

import { conformState } from "../conform";
import type { State } from "../infer";
import { PrivateState } from "../private-state";
import type { ProviderServer } from "../provider-server";
import type { Schema } from "../schema";
import { toTyped } from "../typed-value";
import type { Value } from "../value";
import type { Runtime } from "./runtime";
import { takeResult } from "./take-result";
import { timeoutOf } from "./timeout-of";

interface ReadOutcome {
  readonly state: Value;
  readonly private: Uint8Array;
}

/** Refreshes an object. A null state means that it is gone; with an error the state stays as it was. */
export function read<P>(
  runtime: Runtime<P>,
  request: Parameters<ProviderServer["read"]>[0],
): ReturnType<ProviderServer["read"]> {
  const before: ReadOutcome = { state: request.state, private: request.private };
  return runtime.run("read", request.type, before, async (operation) => {
    const { schema, resource } = await runtime.loadResource(request.type, operation);
    const state = conformState(schema, request.state);
    if (state === null) return before;
    const privateState = PrivateState.decode(request.private);
    const returned = await resource.read({
      ...operation.context(runtime.provider, timeoutOf("read", schema, null)),
      state: toTyped<State<Schema>>(schema, state),
      private: privateState,
    });
    if (operation.diagnostics.hasErrors) return before;
    if (returned === null) return { state: null, private: new Uint8Array() };
    const result = takeResult(schema, returned, operation.diagnostics);
    return operation.diagnostics.hasErrors ? before : { state: result, private: privateState.encode() };
  });
}

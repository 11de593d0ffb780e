import { push } from "../push";
import type { PushRequest } from "../push-request";
import { call, FakeDestination, FakeSource, fakeClock, OBJECT_ID, problem, syncedState } from "./fakes";

/** A push to a service principal with an old token, over both ends in memory. */
export function pushFixture(more: Partial<PushRequest> = {}) {
  const clock = fakeClock();
  const source = new FakeSource();
  const destination = new FakeDestination();
  destination.stored.set("SecretToken", "old");
  const options = call(clock);
  const run = () =>
    push(
      {
        servicePrincipalId: OBJECT_ID,
        origin: {
          kind: "secret",
          location: { projectId: "p", environment: "prod", path: "/scim", key: "TOKEN" },
          version: null,
        },
        baseAddress: null,
        validation: "standard",
        recoverFromQuarantine: true,
        fresh: false,
        prior: syncedState(),
        ...more,
      },
      { ports: { source, destination }, call: options, clock },
    );
  return { clock, source, destination, run };
}

/** A fault that befalls the first so many calls. */
export const throwing =
  (thrown: unknown, times = Number.POSITIVE_INFINITY) =>
  (n: number) => {
    if (n <= times) throw thrown;
  };
/** What Graph says of an object that is not there. */
export const resourceNotFound = problem("not_found", { vendorCode: "Request_ResourceNotFound" });

import { observe } from "./observe";
import {
  call,
  FakeDestination,
  FakeSource,
  fakeClock,
  OBJECT_ID,
  problem,
  syncedState,
} from "./testing/fakes";

const gone = () => {
  throw problem("not_found", { vendorCode: "Request_ResourceNotFound", status: 404 });
};

function setup() {
  const clock = fakeClock();
  const source = new FakeSource();
  const destination = new FakeDestination();
  const look = () =>
    observe(
      { source: syncedState().source, servicePrincipalId: OBJECT_ID },
      { source, destination },
      call(clock),
    );
  return { source, destination, look };
}

describe("observe", () => {
  it("takes one list and two Graph calls", async () => {
    const { source, destination, look } = setup();
    await look();
    expect(source.calls).toEqual(["describe"]);
    expect(destination.calls.sort()).toEqual(["jobs", "secrets"]);
  });

  it("is null when both of Graph's APIs say that it is gone", async () => {
    const { destination, look } = setup();
    destination.on = { secrets: gone, jobs: gone, servicePrincipal: gone };
    expect(await look()).toBeNull();
  });

  it("is an error when only one of them says so", async () => {
    const { destination, look } = setup();
    destination.on = { secrets: gone, jobs: gone };
    await expect(look()).rejects.toMatchObject({
      code: "not_found",
      summary: expect.stringContaining("no provisioning"),
    });
  });

  it("is an error for a 404 of another kind, without asking further", async () => {
    const { destination, look } = setup();
    destination.on = {
      secrets: () => {
        throw problem("not_found", { vendorCode: "NotFound" });
      },
    };
    await expect(look()).rejects.toMatchObject({ code: "not_found", path: ["destination", "connection"] });
    expect(destination.calls).not.toContain("servicePrincipal");
  });

  it.each(["unavailable", "timeout", "throttled", "forbidden", "unauthenticated"] as const)(
    "never takes %s for gone",
    async (code) => {
      const { destination, look } = setup();
      destination.on = {
        secrets: gone,
        servicePrincipal: () => {
          throw problem(code);
        },
      };
      await expect(look()).rejects.toMatchObject({ code });
    },
  );

  it("says where a problem of the source is", async () => {
    const { source, look } = setup();
    source.fault = problem("forbidden");
    await expect(look()).rejects.toMatchObject({ code: "forbidden", path: ["source", "secret_key"] });
  });

  it("takes a project or environment that is gone for a missing secret, so that destroy works", async () => {
    const { source, look } = setup();
    source.fault = problem("not_found");
    expect(await look()).toMatchObject({ source: "missing" });
  });
});

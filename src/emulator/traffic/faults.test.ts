import { FaultPlan, faultSchema } from "./faults";

const GET = {
  api: "graph",
  method: "GET",
  route: "/v1.0/servicePrincipals",
  path: "/v1.0/servicePrincipals",
};
const plan = (...faults: unknown[]) => {
  const made = new FaultPlan();
  for (const fault of faults) made.add(faultSchema.parse(fault));
  return made;
};
const takes = (made: FaultPlan, count: number, request = GET) =>
  Array.from({ length: count }, () => made.take(request)?.kind ?? null);

describe("FaultPlan", () => {
  it("befalls one request unless told", () => {
    expect(takes(plan({ kind: "truncate" }), 3)).toEqual(["truncate", null, null]);
  });

  it("waits for the nth, and goes on as often as told", () => {
    expect(takes(plan({ kind: "truncate", nth: 2, times: 2 }), 5)).toEqual([
      null,
      "truncate",
      "truncate",
      null,
      null,
    ]);
    expect(takes(plan({ kind: "stall", times: "always" }), 3)).toEqual(["stall", "stall", "stall"]);
  });

  it("takes the first that fits, and counts the request for the others too", () => {
    const made = plan({ kind: "truncate" }, { kind: "malformed", nth: 2 });
    expect(takes(made, 3)).toEqual(["truncate", "malformed", null]);
  });

  it.each([
    [{ method: "PUT" }, null],
    [{ route: "/v1.0/servicePrincipals" }, "truncate"],
    [{ path: "/other" }, null],
    [{ api: "infisical" }, null],
    [{ api: "graph", method: "GET" }, "truncate"],
  ])("matches %j: %s", (match, kind) => {
    expect(takes(plan({ kind: "truncate", match }), 1)).toEqual([kind]);
  });

  it("forgets everything", () => {
    const made = plan({ kind: "truncate", times: "always" });
    made.clear();
    expect(takes(made, 1)).toEqual([null]);
  });
});

describe("faultSchema", () => {
  it.each([
    { kind: "explode" },
    { kind: "status" },
    { kind: "status", status: 99 },
    { kind: "truncate", times: 0 },
    { kind: "truncate", nth: 0 },
    { kind: "truncate", match: { url: "x" } },
    { kind: "redirect", location: "x", status: 200 },
  ])("refuses %j", (fault) => {
    expect(faultSchema.safeParse(fault).success).toBe(false);
  });
});

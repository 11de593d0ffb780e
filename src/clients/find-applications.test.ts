import { Problem, type ProblemCode } from "../core/problem";
import type { Tenant } from "./clients";
import { findApplications, withJobs } from "./find-applications";
import type { DestinationJob, ServicePrincipal } from "./graph/destination";

const job: DestinationJob = {
  id: "scim.1",
  templateId: "scim",
  scheduleState: "Active",
  status: "Active",
  quarantineReason: null,
  nextAttempt: null,
  lastSuccessAt: null,
};
const principals = ["Asana", "Box", "Coda"].map(
  (displayName, index): ServicePrincipal => ({ objectId: `${index}`, appId: `app-${index}`, displayName }),
);
const call = { signal: new AbortController().signal, deadline: Number.POSITIVE_INFINITY };
const problem = (code: ProblemCode) => new Problem(code, { summary: code, detail: "Detail." });

/** A tenant whose applications answer so, by their object ids. */
function tenantOf(answers: Readonly<Record<string, readonly DestinationJob[] | Problem>>): {
  tenant: Tenant;
  signals: AbortSignal[];
} {
  const signals: AbortSignal[] = [];
  const jobs = async (objectId: string, { signal }: typeof call) => {
    signals.push(signal);
    const answer = answers[objectId] ?? [];
    if (answer instanceof Problem) throw answer;
    return answer;
  };
  const search = async (words: string | null) =>
    principals.filter(({ displayName }) => words === null || displayName.startsWith(words));
  return { tenant: { directory: { search }, destination: { jobs } } as unknown as Tenant, signals };
}

describe("findApplications", () => {
  it("gives all with their jobs, in the order of the list", async () => {
    const { tenant } = tenantOf({ 0: [job], 2: [job] });
    expect(await findApplications(tenant, null, call)).toEqual({
      applications: [
        { ...principals[0], jobs: [job] },
        { ...principals[1], jobs: [] },
        { ...principals[2], jobs: [job] },
      ],
      refused: [],
    });
  });

  it("looks at those alone that the search finds, and tells how far it is", async () => {
    const { tenant, signals } = tenantOf({ 1: [job] });
    const progress: string[] = [];
    const found = await findApplications(tenant, "B", call, (done, total) =>
      progress.push(`${done}/${total}`),
    );
    expect(found.applications.map(({ displayName }) => displayName)).toEqual(["Box"]);
    expect(signals).toHaveLength(1);
    expect(progress).toEqual(["0/1", "1/1"]);
  });

  it("finds nothing where there is nothing", async () => {
    expect(await findApplications(tenantOf({}).tenant, "Z", call)).toEqual({ applications: [], refused: [] });
  });

  it("names those that refused beside those that did not", async () => {
    const { tenant } = tenantOf({ 0: problem("forbidden"), 1: [job] });
    const found = await findApplications(tenant, null, call);
    expect(found.refused).toEqual([principals[0]]);
    expect(found.applications.map(({ displayName }) => displayName)).toEqual(["Box", "Coda"]);
  });

  it("fails where every application refused", async () => {
    const { tenant } = tenantOf({
      0: problem("forbidden"),
      1: problem("forbidden"),
      2: problem("forbidden"),
    });
    await expect(findApplications(tenant, null, call)).rejects.toMatchObject({ code: "forbidden" });
  });

  it.each(["unauthenticated", "throttled", "unavailable", "cancelled"] as const)(
    "fails on the first problem that is %s, and gives up the rest",
    async (code) => {
      const { tenant, signals } = tenantOf({ 0: [job], 1: problem(code) });
      await expect(findApplications(tenant, null, call)).rejects.toMatchObject({ code });
      expect(signals[2]?.aborted).toBe(true);
    },
  );
});

describe("withJobs", () => {
  const [principal] = principals as [ServicePrincipal];

  it("takes a 404 as none", async () => {
    expect(await withJobs(principal, tenantOf({ 0: problem("not_found") }).tenant, call)).toEqual({
      ...principal,
      jobs: [],
    });
  });

  it("never takes another fault for none", async () => {
    const { tenant } = tenantOf({ 0: problem("forbidden") });
    await expect(withJobs(principal, tenant, call)).rejects.toMatchObject({ code: "forbidden" });
  });
});

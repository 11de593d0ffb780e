import { Problem } from "../../core/problem";
import type { Sync } from "../../sync/model";
import { fakeClock, problem } from "../../sync/testing/fakes";
import { type Look, lookAtAll } from "./look";
import { fakeClients, syncOf } from "./testing/fake-clients";

function setup() {
  const world = fakeClients();
  const interrupt = new AbortController();
  const progress: number[] = [];
  const look = (...syncs: readonly Sync[]) =>
    lookAtAll(syncs, world.clients, {
      clock: fakeClock(),
      signal: interrupt.signal,
      concurrency: 2,
      onProgress: (done) => progress.push(done),
    });
  return { ...world, look, interrupt, progress };
}

const codeOf = (look: Look | undefined) =>
  look !== undefined && "problem" in look ? `${look.kind} ${look.problem.code}` : look?.kind;
const many = (count: number, clientId?: string) =>
  Array.from({ length: count }, (_, index) => syncOf(index, clientId));

describe("lookAtAll", () => {
  it("looks at both ends of each, and tells how far it is", async () => {
    const { look, progress, tenantOf } = setup();
    const looks = await look(...many(5));
    expect(looks.map(codeOf)).toEqual(Array(5).fill("seen"));
    expect(looks[0]).toMatchObject({
      observation: { source: { version: 4 }, jobs: [{ id: "scim.1" }], secrets: [{ key: "BaseAddress" }] },
    });
    expect(progress).toEqual([1, 2, 3, 4, 5]);
    expect(tenantOf("client").signIns).toBe(1);
    expect(tenantOf("client").destination.calls.toSorted().join(" ")).toBe(
      `${"jobs ".repeat(5)}${"secrets ".repeat(5)}`.trim(),
    );
  });

  it("looks at no more than so many applications at a time", async () => {
    const { look, tenantOf } = setup();
    const { destination } = tenantOf("client");
    let underWay = 0;
    let peak = 0;
    destination.jobs = async () => {
      peak = Math.max(peak, ++underWay);
      await new Promise(setImmediate);
      underWay--;
      return [];
    };
    await look(...many(9));
    expect(peak).toBe(2);
  });

  it("looks at nothing of an import that was not applied", async () => {
    const { look, source } = setup();
    const imported = syncOf(1, "client", {
      source: null,
      destination: { connection: null, service_principal_id: "x", base_address: null },
    });
    const empty = syncOf(1, "client", { id: null, destination: null });
    expect((await look(imported, empty)).map(codeOf)).toEqual(["not_applied", "not_applied"]);
    expect(source.calls).toEqual([]);
  });

  it("looks at one end of a sync whose token comes from elsewhere", async () => {
    const { look, source } = setup();
    const [found] = await look(syncOf(1, "client", { source: null }));
    expect(found).toMatchObject({ kind: "seen", observation: { source: "none" } });
    expect(source.calls).toEqual([]);
  });

  it("tells a service principal that is gone", async () => {
    const { look, tenantOf } = setup();
    const gone = () => {
      throw problem("not_found", { vendorCode: "Request_ResourceNotFound" });
    };
    tenantOf("client").destination.on = { secrets: gone, servicePrincipal: gone };
    expect((await look(syncOf(1))).map(codeOf)).toEqual(["gone"]);
  });

  it("does not take for gone what another 404 is about", async () => {
    const { look, tenantOf } = setup();
    tenantOf("client").destination.on = {
      jobs: () => {
        throw problem("not_found", { vendorCode: "HTTP_404" });
      },
    };
    expect((await look(syncOf(1))).map(codeOf)).toEqual(["unseen not_found"]);
  });

  it("lets a connection that is refused stop nobody else, and asks it once", async () => {
    const { look, tenantOf } = setup();
    tenantOf("bad").refusal = problem("unauthenticated");
    const looks = await look(...many(4, "bad"), ...many(2, "good"));
    expect(looks.map(codeOf)).toEqual([...Array(4).fill("unseen unauthenticated"), "seen", "seen"]);
    expect(tenantOf("bad").signIns).toBe(1);
    expect(tenantOf("bad").destination.calls).toEqual([]);
  });

  it("takes a connection that cannot be used on this machine as one that is refused", async () => {
    const { look, tenantOf } = setup();
    tenantOf("bad").unusable = problem("invalid_input");
    expect((await look(syncOf(1, "bad"), syncOf(2, "good"))).map(codeOf)).toEqual([
      "unseen invalid_input",
      "seen",
    ]);
  });

  it("does not sign in in another way than the connection says, when that is not known", async () => {
    const { look, tenantOf } = setup();
    const auth = {
      client_secret: null,
      client_certificate: null,
      workload_identity: null,
      managed_identity: null,
      azure_cli: null,
    };
    const connection = { tenant_id: "t", client_id: "client", cloud: "public", auth };
    const sync = syncOf(1, "client", {
      destination: { connection, service_principal_id: "x", base_address: null },
    });
    expect((await look(sync)).map(codeOf)).toEqual(["unseen invalid_input"]);
    expect(tenantOf("client").signIns).toBe(0);
  });

  it("spares a Graph that does not answer", async () => {
    const { look, tenantOf } = setup();
    const { destination } = tenantOf("client");
    destination.on = {
      jobs: () => {
        throw problem("unavailable");
      },
    };
    expect((await look(...many(20))).map(codeOf)).toEqual(Array(20).fill("unseen unavailable"));
    expect(destination.calls.filter((call) => call === "jobs").length).toBeLessThanOrEqual(4);
  });

  it("still tells of applications whose folder cannot be read, and asks for that once", async () => {
    const { look, source } = setup();
    source.fault = problem("timeout");
    const looks = await look(...many(5));
    expect(looks.map(codeOf)).toEqual(Array(5).fill("half_seen timeout"));
    expect(looks[0]).toMatchObject({ destination: { jobs: [{ id: "scim.1" }] } });
    expect(source.calls).toEqual(["describe"]);
  });

  it("does not blame a folder for one source that is incomplete", async () => {
    const { look } = setup();
    const [first] = many(1);
    const broken = syncOf(1, "client", {
      source: { project_id: "p", environment: "prod", secret_path: "/scim", secret_key: null, version: null },
    });
    expect((await look(broken, ...(first === undefined ? [] : [first]))).map(codeOf)).toEqual([
      "half_seen invalid_input",
      "seen",
    ]);
  });

  it("ends at once when it is interrupted", async () => {
    const { look, interrupt, tenantOf } = setup();
    const { destination } = tenantOf("client");
    destination.secrets = async (_id, call) => {
      interrupt.abort();
      if (call?.signal.aborted) throw problem("cancelled");
      return [];
    };
    const ended = await look(...many(50)).then(() => null, Problem.from);
    expect(ended?.code).toBe("cancelled");
  });
});

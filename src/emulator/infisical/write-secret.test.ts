import { PROJECT_ID } from "../default-seed";
import { testState } from "../test-state.test-support";
import { deleteSecret, findSecret, renameSecret, writeSecret } from "./write-secret";

const ADA = { actorId: "a", actorType: "user", name: "ada" } as const;
const AT = { project: PROJECT_ID, environment: "qa", path: "/new/folder", key: "K" };

describe("secrets", () => {
  it("get another version by a write, and keep id and versions by a rename", async () => {
    const { state } = await testState();
    const { id } = writeSecret(state, AT, "1", ADA);
    state.clock.advance(1000);
    writeSecret(state, AT, "2", ADA);
    renameSecret(state, AT, "L");
    const secret = findSecret(state, { ...AT, key: "L" });
    expect([secret.id, secret.versions.map(({ value }) => value)]).toEqual([id, ["1", "2"]]);
    expect(secret.updatedAt).toBeGreaterThan(secret.createdAt);
    expect(() => findSecret(state, AT)).toThrow(/no K/);
  });

  it("get another id when they are deleted and made again", async () => {
    const { state } = await testState();
    const { id } = writeSecret(state, AT, "1", ADA);
    deleteSecret(state, AT);
    expect(() => deleteSecret(state, AT)).toThrow(expect.objectContaining({ code: "not_found" }));
    const again = writeSecret(state, AT, "1", ADA);
    expect(again.id).not.toBe(id);
    expect(again.versions).toHaveLength(1);
  });

  it("stand in a project that is there", async () => {
    const { state } = await testState();
    expect(() => writeSecret(state, { ...AT, project: "x" }, "1", ADA)).toThrow(/"x"/);
  });
});

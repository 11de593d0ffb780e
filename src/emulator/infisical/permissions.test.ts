import { IDENTITY_ID, PROJECT_ID } from "../default-seed";
import { testState } from "../test-state.test-support";
import { accessTo, mayDescribe } from "./permissions";

async function withRules(...rules: readonly (readonly [string, string, boolean, boolean])[]) {
  const { state } = await testState();
  const identity = state.infisical.identities.get(IDENTITY_ID)!;
  const permissions = rules.map(([environment, path, describe, readValue]) => ({
    environment,
    path,
    describe,
    readValue,
  }));
  identity.permissions.set(PROJECT_ID, permissions);
  return { identity, project: state.infisical.projects.get(PROJECT_ID)! };
}

describe("accessTo", () => {
  it.each([
    ["*", "/", "prod", "/a/b", true],
    ["prod", "/", "prod", "/a", true],
    ["prod", "/", "dev", "/a", false],
    ["*", "/a", "dev", "/a", true],
    ["*", "/a", "dev", "/a/b", true],
    ["*", "/a", "dev", "/ab", false],
    ["*", "/a", "dev", "/", false],
  ])(
    "a rule for %s %s, asked for %s %s: %s",
    async (environment, path, askedEnvironment, askedPath, allowed) => {
      const { identity, project } = await withRules([environment, path, true, true]);
      const access = accessTo(identity, project, askedEnvironment, askedPath);
      expect(access).toEqual({ describe: allowed, readValue: allowed });
    },
  );

  it("adds rules up", async () => {
    const { identity, project } = await withRules(["*", "/", true, false], ["dev", "/a", false, true]);
    expect(accessTo(identity, project, "dev", "/a")).toEqual({ describe: true, readValue: true });
    expect(accessTo(identity, project, "prod", "/a")).toEqual({ describe: true, readValue: false });
  });
});

describe("mayDescribe", () => {
  it("throws Infisical's 403 where it is not allowed", async () => {
    const { identity, project } = await withRules(["*", "/", false, true]);
    expect(() => mayDescribe(identity, project, "dev", "/")).toThrow(
      expect.objectContaining({ status: 403, error: "PermissionDenied" }),
    );
  });
});

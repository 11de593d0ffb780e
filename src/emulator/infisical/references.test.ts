import { IDENTITY_ID, PROJECT_ID } from "../default-seed";
import { testState } from "../test-state.test-support";
import { expandReferences } from "./references";
import { writeSecret } from "./write-secret";

const ADA = { actorId: "a", actorType: "user", name: "ada" } as const;

/** A reference as Infisical writes it. */
const ref = (target: string) => `\${${target}}`;

describe("expandReferences", () => {
  it.each([
    ["a key of the same folder", `<${ref("A")}>`, "<a>"],
    ["a key of another place", ref("dev.deep.er.C"), "c"],
    ["a key of an environment's root", ref("dev.ROOT"), "root"],
    ["a reference behind a reference, seen from its own folder", ref("dev.deep.er.NEAR"), "c"],
    ["several", `${ref("A")}${ref("A")}-${ref("dev.ROOT")}`, "aa-root"],
    ["one that points nowhere", ref("NONE"), ref("NONE")],
    ["one into another project", ref("@other.dev.A"), ref("@other.dev.A")],
    ["one that comes back to itself", ref("SELF"), ref("SELF")],
    ["a circle", ref("LEFT"), ref("LEFT")],
    ["a dollar without braces", "$A", "$A"],
    ["characters that no key has", ref("A B"), ref("A B")],
  ])("%s", async (_name, value, expanded) => {
    const { state } = await testState();
    const at = { project: PROJECT_ID, environment: "prod", path: "/scim" };
    writeSecret(state, { ...at, key: "A" }, "a", ADA);
    writeSecret(state, { ...at, key: "SELF" }, ref("SELF"), ADA);
    writeSecret(state, { ...at, key: "LEFT" }, ref("RIGHT"), ADA);
    writeSecret(state, { ...at, key: "RIGHT" }, ref("LEFT"), ADA);
    writeSecret(state, { ...at, environment: "dev", path: "/deep/er", key: "C" }, "c", ADA);
    writeSecret(state, { ...at, environment: "dev", path: "/deep/er", key: "NEAR" }, ref("C"), ADA);
    writeSecret(state, { ...at, environment: "dev", path: "/", key: "ROOT" }, "root", ADA);
    const project = state.infisical.projects.get(PROJECT_ID)!;
    const identity = state.infisical.identities.get(IDENTITY_ID)!;
    const place = { environment: "prod", path: "/scim", key: "VALUE" };
    expect(expandReferences(project, identity, value, place)).toBe(expanded);
  });
});

import { CLIENT_ID, CLIENT_SECRET, defaultSeed, PROJECT_ID, TENANT_ID } from "./default-seed";
import { environmentOf } from "./environment";
import { resolveSeed } from "./seed";
import { ORIGIN, testState } from "./test-state.test-support";

describe("environmentOf", () => {
  it("points a process at the emulator", async () => {
    const { state } = await testState();
    expect(environmentOf(state, defaultSeed(), "/ca.pem")).toMatchObject({
      INFISICAL_HOST: ORIGIN,
      INFISICAL_PROJECT_ID: PROJECT_ID,
      ARM_TENANT_ID: TENANT_ID,
      ARM_CLIENT_ID: CLIENT_ID,
      ARM_CLIENT_SECRET: CLIENT_SECRET,
      AZURE_AUTHORITY_HOST: ORIGIN,
      ENTRASCIM_GRAPH_ENDPOINT: ORIGIN,
      NODE_EXTRA_CA_CERTS: "/ca.pem",
    });
  });

  it("leaves out what the seed does not have", async () => {
    const { state } = await testState();
    const variables = environmentOf(state, resolveSeed({ base: "empty" }, defaultSeed()), "/ca.pem");
    expect(Object.keys(variables)).toEqual([
      "INFISICAL_HOST",
      "ARM_TENANT_ID",
      "AZURE_AUTHORITY_HOST",
      "ENTRASCIM_GRAPH_ENDPOINT",
      "NODE_EXTRA_CA_CERTS",
    ]);
  });
});

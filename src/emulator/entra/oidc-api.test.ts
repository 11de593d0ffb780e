import { CLIENT_ID, SERVICE_CONNECTION_ID } from "../default-seed";
import { decodeToken } from "../json-web-token";
import { call, testState } from "../test-state.test-support";
import { AZURE_DEVOPS_ISSUER, GITHUB_ISSUER } from "./identity-token";

describe("what pipelines and hosts offer", () => {
  it("hands GitHub Actions a token for the audience that it asks for", async () => {
    const { state } = await testState();
    const headers = { authorization: `Bearer ${state.entra.pipelineToken}` };
    const answer = await call(state, "GET", "/oidc/github?api-version=2.0&audience=api://x", { headers });
    expect(decodeToken(String(answer.at("value")))?.claims).toMatchObject({
      iss: GITHUB_ISSUER,
      aud: "api://x",
    });
  });

  it("hands Azure DevOps a token of the service connection", async () => {
    const { state } = await testState();
    const headers = { authorization: `Bearer ${state.entra.pipelineToken}` };
    const target = `/oidc/ado?api-version=7.1&serviceConnectionId=${SERVICE_CONNECTION_ID}`;
    const answer = await call(state, "POST", target, { headers });
    expect(decodeToken(String(answer.at("oidcToken")))?.claims).toMatchObject({
      iss: AZURE_DEVOPS_ISSUER,
      sub: `sc://contoso/infrastructure/${SERVICE_CONNECTION_ID}`,
      aud: "api://AzureADTokenExchange",
    });
  });

  it("hands a host the token of its managed identity", async () => {
    const { state } = await testState();
    const headers = { "x-identity-header": state.entra.managedIdentity.header };
    const target = "/msi/token?api-version=2019-08-01&resource=https://management.azure.com/";
    const answer = await call(state, "GET", target, { headers });
    expect(answer.json).toMatchObject({
      token_type: "Bearer",
      client_id: CLIENT_ID,
      expires_on: expect.stringMatching(/^\d+$/),
    });
    expect(decodeToken(String(answer.at("access_token")))?.claims.aud).toBe("https://management.azure.com/");
  });

  it.each([
    ["GitHub without its token", "GET", "/oidc/github", {}, 401],
    ["GitHub with a stray parameter", "GET", "/oidc/github?aud=x", {}, 400],
    ["Azure DevOps without its token", "POST", `/oidc/ado?api-version=7.1&serviceConnectionId=x`, {}, 401],
    ["a managed identity without its header", "GET", "/msi/token?api-version=2019-08-01&resource=x", {}, 401],
    ["an unknown endpoint", "GET", "/oidc/gitlab", {}, 404],
  ])("refuses %s", async (_name, method, target, headers, status) => {
    const { state } = await testState();
    expect((await call(state, method, target, { headers })).status).toBe(status);
  });

  it.each([
    ["another version", "/msi/token?api-version=2018-02-01&resource=x"],
    ["no resource", "/msi/token?api-version=2019-08-01"],
    ["another client", "/msi/token?api-version=2019-08-01&resource=x&client_id=other"],
    ["a stray parameter", "/msi/token?api-version=2019-08-01&resource=x&scope=y"],
  ])("refuses a managed identity with %s", async (_name, target) => {
    const { state } = await testState();
    const headers = { "x-identity-header": state.entra.managedIdentity.header };
    expect((await call(state, "GET", target, { headers })).status).toBe(400);
  });
});

import { nameOf, sum } from "./requests";

const ORIGIN = "https://127.0.0.1:1";
const SYNCHRONIZATION = "/v1.0/servicePrincipals/x/synchronization";

describe("nameOf", () => {
  it.each([
    ["POST", "/tenant/oauth2/v2.0/token", "token"],
    ["GET", "/tenant/v2.0/.well-known/openid-configuration", "discovery"],
    ["POST", "/api/v1/auth/universal-auth/login", "login"],
    ["GET", "/api/v4/secrets?secretPath=%2Fscim&include_imports=false", "list"],
    ["GET", "/api/v3/secrets/raw?secretPath=%2Fscim", "list"],
    ["GET", "/api/v4/secrets?secretPath=%2F", "root"],
    ["GET", "/api/v4/secrets?secretPath=%2Fscim&include_imports=true", "imports"],
    ["GET", "/api/v4/secrets/ENTRA_CLIENT_SECRET", "credential"],
    ["GET", "/api/v3/secrets/raw/TOKEN", "read"],
    ["GET", "/v1.0/servicePrincipals?$top=999", "search"],
    ["GET", "/v1.0/servicePrincipals/x?$select=id", "principal"],
    ["GET", `${SYNCHRONIZATION}/secrets`, "secrets"],
    ["PUT", `${SYNCHRONIZATION}/secrets`, "put"],
    ["GET", `${SYNCHRONIZATION}/jobs`, "jobs"],
    ["GET", `${SYNCHRONIZATION}/templates`, "templates"],
    ["POST", `${SYNCHRONIZATION}/jobs/scim.1/validateCredentials`, "validate"],
    ["POST", `${SYNCHRONIZATION}/jobs/validateCredentials`, "validate"],
    ["POST", `${SYNCHRONIZATION}/jobs/scim.1/start`, "start"],
  ] as const)("%s %s: %s", (method, path, name) => {
    expect(nameOf({ method, url: `${ORIGIN}${path}` })).toBe(name);
  });

  it.each([
    ["GET", "/else"],
    ["GET", "/api/status"],
    ["POST", `${SYNCHRONIZATION}/jobs/scim.1/restart`],
  ] as const)("does not know %s %s", (method, path) => {
    expect(() => nameOf({ method, url: `${ORIGIN}${path}` })).toThrow(path);
  });
});

it("adds counts up", () => {
  expect(sum({ put: 1, jobs: 2 }, { jobs: 1, start: 1 }, { start: -1 })).toEqual({ put: 1, jobs: 3 });
});

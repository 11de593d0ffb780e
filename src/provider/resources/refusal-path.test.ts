import type { ConnectionInput } from "../../clients/clients";
import { Problem, type ProblemCode } from "../../core/problem";
import { refusalPath } from "./refusal-path";

type Auth = NonNullable<ConnectionInput["auth"]>;

const kept = { project_id: null, environment: "prod", secret_path: "/", secret_key: "KEY" };
const file = { project_id: null, environment: null, secret_path: null, secret_key: null };
const none: Auth = {
  client_secret: null,
  client_certificate: null,
  workload_identity: null,
  managed_identity: null,
  azure_cli: null,
};

function path(auth: Partial<Auth> | null, vendorCode?: string, code: ProblemCode = "unauthenticated") {
  const connection = { tenant_id: null, client_id: null, cloud: null, auth: auth && { ...none, ...auth } };
  const facts = vendorCode === undefined ? {} : { vendorCode };
  return refusalPath(connection, new Problem(code, { summary: "Refused", detail: "No.", ...facts }));
}

describe("the attribute that a refused sign-in is about", () => {
  it.each([
    [{ client_secret: kept }, ["auth", "client_secret", "secret_key"]],
    [
      { client_certificate: { ...kept, path: null, password_key: null } },
      ["auth", "client_certificate", "secret_key"],
    ],
    [
      { client_certificate: { ...file, path: "/c", password_key: null } },
      ["auth", "client_certificate", "path"],
    ],
    [{ workload_identity: { token_file_path: "/t" } }, ["auth", "workload_identity", "token_file_path"]],
    [{ workload_identity: { token_file_path: null } }, ["auth", "workload_identity"]],
    [{ managed_identity: {} }, ["auth", "managed_identity"]],
    [{ azure_cli: {} }, ["auth", "azure_cli"]],
    [null, null],
  ])("is the credential: %j", (auth, expected) => {
    expect(path(auth, "AADSTS7000215")).toEqual(expected);
    expect(path(auth)).toEqual(expected);
  });

  it.each([
    ["AADSTS90002", ["tenant_id"]],
    ["AADSTS700016", ["client_id"]],
    ["AADSTS7000112", ["client_id"]],
    ["AADSTS53003", ["client_id"]],
  ])("is what %s is about", (vendorCode, expected) => {
    expect(path({ client_secret: kept }, vendorCode)).toEqual(expected);
  });

  it.each<ProblemCode>(["unavailable", "forbidden", "invalid_input"])("is none for %s", (code) => {
    expect(path({ client_secret: kept }, undefined, code)).toBeNull();
  });
});

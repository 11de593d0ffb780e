import { inspect } from "node:util";
import type { Problem } from "../../core/problem";
import { Secret } from "../../core/secret";
import { CLIENT, connection, OTHER_CLIENT, TENANT } from "./testing/fake-entra";
import {
  armSecret,
  azureSecret,
  type Case,
  github,
  problemOf,
  resolve,
  summary,
} from "./testing/resolve-case";

const secret = new Secret("hidden-value");
const inInfisical = { project_id: null, environment: "prod", secret_path: "/azure", secret_key: "KEY" };

describe("which credential is used", () => {
  it.each<[string, Case, string]>([
    [
      "the connection's secret before everything",
      {
        connection: connection({ client_id: CLIENT, auth: { client_secret: inInfisical } }),
        settings: { client_secret: secret, client_id: OTHER_CLIENT },
        env: { ...armSecret, ...azureSecret },
      },
      "secret auth.client_secret for 2",
    ],
    [
      "the connection's certificate file",
      {
        connection: connection({
          client_id: CLIENT,
          auth: {
            client_certificate: {
              path: "/c.pem",
              password_key: null,
              project_id: null,
              environment: null,
              secret_path: null,
              secret_key: null,
            },
          },
        }),
      },
      "certificate auth.client_certificate.path (no password) for 2",
    ],
    [
      "the connection's certificate in Infisical, with its password",
      {
        connection: connection({
          client_id: CLIENT,
          auth: { client_certificate: { ...inInfisical, path: null, password_key: "PASSWORD" } },
        }),
      },
      "certificate auth.client_certificate (auth.client_certificate.password_key) for 2",
    ],
    [
      "the connection's workload identity with its file",
      {
        connection: connection({
          client_id: CLIENT,
          auth: { workload_identity: { token_file_path: "/t" } },
        }),
        env: github,
      },
      "file auth.workload_identity.token_file_path for 2",
    ],
    [
      "the connection's system-assigned identity, whatever client the surroundings name",
      { connection: connection({ auth: { managed_identity: {} } }), env: { ...armSecret, ...azureSecret } },
      "managed_identity -",
    ],
    [
      "the connection's user-assigned identity",
      { connection: connection({ client_id: OTHER_CLIENT, auth: { managed_identity: {} } }), env: armSecret },
      "managed_identity 3",
    ],
    [
      "the connection's CLI",
      { connection: connection({ auth: { azure_cli: {} } }), env: armSecret },
      "azure_cli -",
    ],
    [
      "the provider's secret before the environment",
      { settings: { client_id: CLIENT, client_secret: secret }, env: { ...armSecret, ...azureSecret } },
      "secret azure.client_secret for 2",
    ],
    [
      "the provider's certificate before its secret",
      {
        settings: {
          client_id: CLIENT,
          client_secret: secret,
          client_certificate_path: "/c.pfx",
          client_certificate_password: secret,
        },
      },
      "certificate azure.client_certificate_path (azure.client_certificate_password) for 2",
    ],
    [
      "the provider's secret before its OIDC and managed identity",
      {
        settings: { client_id: CLIENT, client_secret: secret, use_oidc: true, use_managed_identity: true },
        env: github,
      },
      "secret azure.client_secret for 2",
    ],
    [
      "the provider's OIDC before its managed identity and the environment's secret",
      {
        settings: { client_id: CLIENT, use_oidc: true, use_managed_identity: true },
        env: { ...github, ...armSecret },
      },
      "github ACTIONS_ID_TOKEN_REQUEST_URL for 2",
    ],
    [
      "no OIDC where the provider turns it off",
      {
        settings: { client_id: CLIENT, oidc_token: secret, use_oidc: false },
        env: { ...github, ARM_USE_OIDC: "true", AZURE_FEDERATED_TOKEN_FILE: "/f" },
      },
      "azure_cli -",
    ],
    [
      "the provider's managed identity before the environment's secret",
      { settings: { use_managed_identity: true }, env: armSecret },
      "managed_identity 2",
    ],
    [
      "no managed identity where the provider turns it off",
      { settings: { use_managed_identity: false }, env: { ARM_USE_MSI: "true", ...azureSecret } },
      "secret AZURE_CLIENT_SECRET for 2",
    ],
    ["ARM_* before AZURE_*", { env: { ...armSecret, ...azureSecret } }, "secret ARM_CLIENT_SECRET for 2"],
    [
      "ARM's certificate before its secret",
      { env: { ...armSecret, ARM_CLIENT_CERTIFICATE_PATH: "/c", ARM_CLIENT_CERTIFICATE_PASSWORD: "p" } },
      "certificate ARM_CLIENT_CERTIFICATE_PATH (ARM_CLIENT_CERTIFICATE_PASSWORD) for 2",
    ],
    [
      "ARM's certificate in base64",
      { env: { ARM_CLIENT_ID: CLIENT, ARM_CLIENT_CERTIFICATE: "AAAA" } },
      "certificate ARM_CLIENT_CERTIFICATE (no password) for 2",
    ],
    [
      "ARM's files",
      { env: { ARM_CLIENT_ID_FILE_PATH: "/id", ARM_CLIENT_SECRET_FILE_PATH: "/secret" } },
      "secret ARM_CLIENT_SECRET_FILE_PATH for /id",
    ],
    [
      "no pipeline's token unless OIDC is turned on",
      { env: { ARM_CLIENT_ID: CLIENT, ...github } },
      "azure_cli -",
    ],
    [
      "ARM's managed identity",
      { env: { ARM_USE_MSI: "true", ARM_CLIENT_ID: CLIENT, ...azureSecret } },
      "managed_identity 2",
    ],
    [
      "AZURE's certificate before its secret",
      { env: { ...azureSecret, AZURE_CLIENT_CERTIFICATE_PATH: "/c" } },
      "certificate AZURE_CLIENT_CERTIFICATE_PATH (no password) for 2",
    ],
    [
      "AZURE's workload identity",
      { env: { AZURE_CLIENT_ID: CLIENT, AZURE_FEDERATED_TOKEN_FILE: "/f" } },
      "file AZURE_FEDERATED_TOKEN_FILE for 2",
    ],
    ["the CLI last of all", {}, "azure_cli -"],
    [
      "an empty variable as none",
      { env: { ...azureSecret, ARM_CLIENT_SECRET: "" } },
      "secret AZURE_CLIENT_SECRET for 2",
    ],
    [
      "a secret without a client of its own with the client that is named",
      { settings: { client_id: OTHER_CLIENT }, env: { ARM_CLIENT_SECRET: "s", AZURE_CLIENT_ID: CLIENT } },
      "secret ARM_CLIENT_SECRET for 3",
    ],
    [
      "a secret whose level names the same client, in another case",
      {
        connection: connection({ client_id: "ABCDEF00-0000-0000-0000-000000000000" }),
        env: { ARM_CLIENT_ID: "abcdef00-0000-0000-0000-000000000000", ARM_CLIENT_SECRET: "s" },
      },
      "secret ARM_CLIENT_SECRET for A",
    ],
    [
      "a pipeline's token for another client: it belongs to none",
      {
        connection: connection({ client_id: OTHER_CLIENT }),
        env: { ARM_CLIENT_ID: CLIENT, ARM_USE_OIDC: "true", ...github },
      },
      "github ACTIONS_ID_TOKEN_REQUEST_URL for 3",
    ],
    [
      "the provider's own credentials",
      { connection: null, settings: { tenant_id: TENANT }, env: armSecret },
      "secret ARM_CLIENT_SECRET for 2",
    ],
  ])("takes %s", (_, written, expected) => {
    expect(summary(resolve(written))).toBe(expected);
  });
});

describe("what is refused", () => {
  it.each<[string, Case, readonly string[], Problem["path"]]>([
    [
      "the environment's secret for the connection's client",
      { connection: connection({ client_id: OTHER_CLIENT }), env: armSecret },
      [OTHER_CLIENT, CLIENT, "ARM_CLIENT_SECRET"],
      ["client_id"],
    ],
    [
      "the environment's secret for the provider's client",
      { settings: { client_id: OTHER_CLIENT }, env: azureSecret },
      [OTHER_CLIENT, CLIENT, "azure.client_id", "AZURE_CLIENT_SECRET"],
      undefined,
    ],
    [
      "the provider's certificate for the connection's client",
      {
        connection: connection({ client_id: OTHER_CLIENT }),
        settings: { client_id: CLIENT, client_certificate: secret },
      },
      [OTHER_CLIENT, CLIENT, "azure.client_certificate"],
      ["client_id"],
    ],
    [
      "a secret whose client is in a file, for another client",
      {
        connection: connection({ client_id: OTHER_CLIENT }),
        env: { ARM_CLIENT_ID_FILE_PATH: "/id", ARM_CLIENT_SECRET: "s" },
      },
      [OTHER_CLIENT, "ARM_CLIENT_ID_FILE_PATH"],
      ["client_id"],
    ],
    [
      "a secret without any client",
      { env: { ARM_CLIENT_SECRET: "s" } },
      ["client_id", "ARM_CLIENT_ID"],
      ["client_id"],
    ],
    ["nothing at all without the CLI", { settings: { use_cli: false } }, ["Azure CLI"], undefined],
    ["nothing at all with ARM_USE_CLI=false", { env: { ARM_USE_CLI: "false" } }, ["Azure CLI"], undefined],
    ["a flag that is none", { env: { ARM_USE_OIDC: "yes please" } }, ["ARM_USE_OIDC"], undefined],
    [
      "an auth block with nothing in it",
      { connection: connection({ auth: {} }) },
      ["client_secret", "azure_cli"],
      ["auth"],
    ],
    [
      "an auth block with two kinds",
      { connection: connection({ auth: { managed_identity: {}, azure_cli: {} } }) },
      ["managed_identity and azure_cli"],
      ["auth"],
    ],
    [
      "a certificate in two places",
      {
        connection: connection({
          client_id: CLIENT,
          auth: { client_certificate: { ...inInfisical, path: "/c.pem", password_key: null } },
        }),
      },
      ["path", "secret_key"],
      ["auth", "client_certificate"],
    ],
    [
      "an incomplete place in Infisical",
      {
        connection: connection({
          client_id: CLIENT,
          auth: { client_secret: { ...inInfisical, secret_key: null } },
        }),
      },
      ["secret_key"],
      ["auth", "client_secret"],
    ],
  ])("refuses %s", (_, written, words, path) => {
    const problem = problemOf(written);
    expect(problem.code).toBe("invalid_input");
    expect(problem.path).toEqual(path);
    for (const word of words) expect(problem.detail).toContain(word);
    expect(inspect(problem)).not.toContain("hidden-value");
  });
});

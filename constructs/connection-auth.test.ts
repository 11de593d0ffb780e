import { TerraformStack, Testing } from "cdktf";
import { AzureEntraIdConnection } from "./azure-entra-id-connection";
import { ConnectionAuth } from "./connection-auth";
import { ConstructError } from "./construct-error";
import { InfisicalSecret } from "./infisical-secret";

const secret = InfisicalSecret.of({ projectId: "p", environment: "prod", path: "/azure", key: "SECRET" });

function rendered(auth: ConnectionAuth): unknown {
  const stack = new TerraformStack(Testing.app(), "prod");
  new AzureEntraIdConnection(stack, "entra", { name: "entra", auth });
  const { resource } = JSON.parse(Testing.synth(stack));
  return Object.values<Record<string, unknown>>(resource.entrascim_connection)[0]?.auth;
}

describe("ConnectionAuth", () => {
  const place = { environment: "prod", secret_path: "/azure", secret_key: "SECRET", project_id: "p" };

  it.each<[string, ConnectionAuth, object]>([
    ["a client secret", ConnectionAuth.clientSecret(secret), { client_secret: place }],
    ["a certificate", ConnectionAuth.clientCertificate(secret), { client_certificate: place }],
    [
      "a certificate with a password",
      ConnectionAuth.clientCertificate(secret, { passwordKey: "PASSWORD" }),
      { client_certificate: { ...place, password_key: "PASSWORD" } },
    ],
    [
      "a certificate file",
      ConnectionAuth.clientCertificateFile("/c.pem"),
      { client_certificate: { path: "/c.pem" } },
    ],
    [
      "a workload identity",
      ConnectionAuth.workloadIdentity({ tokenFilePath: "/t" }),
      { workload_identity: { token_file_path: "/t" } },
    ],
    ["the pipeline's workload identity", ConnectionAuth.workloadIdentity(), { workload_identity: {} }],
    ["a managed identity", ConnectionAuth.managedIdentity(), { managed_identity: {} }],
    ["the Azure CLI", ConnectionAuth.azureCli(), { azure_cli: {} }],
  ])("signs in with %s", (_, auth, expected) => {
    expect(rendered(auth)).toEqual(expected);
  });

  const relative = InfisicalSecret.of({ environment: "prod", path: "azure", key: "SECRET" });
  const pinned = InfisicalSecret.of({ environment: "prod", path: "/azure", key: "SECRET", version: 3 });

  it.each<[string, ConnectionAuth, string]>([
    ["a pinned client secret", ConnectionAuth.clientSecret(pinned), "auth.version must be left out"],
    ["a pinned certificate", ConnectionAuth.clientCertificate(pinned), "auth.version must be left out"],
    ["a relative folder", ConnectionAuth.clientSecret(relative), "auth.path must start with a slash"],
    [
      "an empty password key",
      ConnectionAuth.clientCertificate(secret, { passwordKey: "" }),
      "auth.passwordKey must not be empty",
    ],
    ["an empty file name", ConnectionAuth.clientCertificateFile(""), "auth.path must not be empty"],
    [
      "an empty token file name",
      ConnectionAuth.workloadIdentity({ tokenFilePath: "" }),
      "auth.tokenFilePath must not be empty",
    ],
  ])("refuses %s", (_, auth, message) => {
    expect(() => rendered(auth)).toThrow(ConstructError);
    expect(() => rendered(auth)).toThrow(`[prod/entra] ${message}`);
  });
});

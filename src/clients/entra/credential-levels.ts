import { type Environment, textOf } from "../../core/environment";
import { Problem } from "../../core/problem";
import { Secret } from "../../core/secret";
import type { AzureSettings } from "./sign-in-input";
import type { ClientId, CredentialInput } from "./sign-in-plan";

/** A certificate with its key, and the password that protects it. */
export interface CertificateInput {
  readonly certificate: CredentialInput;
  readonly password: CredentialInput | null;
}

/**
 * One place that credentials are configured in. What is bound to one client (its secret, its certificate) is kept
 * together with the client id that stands beside it.
 */
export interface CredentialLevel {
  readonly clientId: ClientId | null;
  readonly certificate: CertificateInput | null;
  readonly secret: CredentialInput | null;
}

/** The provider's `azure` block. */
export function providerLevel(settings: AzureSettings | null): CredentialLevel {
  return {
    clientId: clientId(settings?.client_id, "azure.client_id"),
    certificate: certificate(
      value(settings?.client_certificate, "azure.client_certificate") ??
        file(settings?.client_certificate_path, "azure.client_certificate_path"),
      value(settings?.client_certificate_password, "azure.client_certificate_password"),
    ),
    secret: value(settings?.client_secret, "azure.client_secret"),
  };
}

/** `ARM_*` as the azuread provider reads them: https://registry.terraform.io/providers/hashicorp/azuread/latest/docs. */
export function armLevel(env: Environment): CredentialLevel {
  return {
    clientId: clientIdIn(env, "ARM_CLIENT_ID") ?? fileNamedBy(env, "ARM_CLIENT_ID_FILE_PATH"),
    certificate: certificate(
      variable(env, "ARM_CLIENT_CERTIFICATE") ?? fileNamedBy(env, "ARM_CLIENT_CERTIFICATE_PATH"),
      variable(env, "ARM_CLIENT_CERTIFICATE_PASSWORD"),
    ),
    secret: variable(env, "ARM_CLIENT_SECRET") ?? fileNamedBy(env, "ARM_CLIENT_SECRET_FILE_PATH"),
  };
}

/** `AZURE_*` as `EnvironmentCredential` reads them: https://learn.microsoft.com/javascript/api/@azure/identity. */
export function azureLevel(env: Environment): CredentialLevel {
  return {
    clientId: clientIdIn(env, "AZURE_CLIENT_ID"),
    certificate: certificate(
      fileNamedBy(env, "AZURE_CLIENT_CERTIFICATE_PATH"),
      variable(env, "AZURE_CLIENT_CERTIFICATE_PASSWORD"),
    ),
    secret: variable(env, "AZURE_CLIENT_SECRET"),
  };
}

/** A credential that stands in an environment variable as it is, white space included; null when it is empty. */
export function variable(env: Environment, name: string): (CredentialInput & { from: "value" }) | null {
  const content = env[name];
  return content === undefined || content === "" ? null : { from: "value", name, value: new Secret(content) };
}

/** A credential in the file that an environment variable names. */
export function fileNamedBy(env: Environment, name: string): (CredentialInput & { from: "file" }) | null {
  return file(textOf(env, name), name);
}

/** A credential in a file; null without a path. */
export function file(path: string | null | undefined, name: string) {
  return path == null || path === "" ? null : ({ from: "file", name, path } as const);
}

/** A credential that is given; null when it is left out or empty. */
export function value(secret: Secret | null | undefined, name: string) {
  return secret == null || secret.equals(EMPTY) ? null : ({ from: "value", name, value: secret } as const);
}

const EMPTY = new Secret("");

/** A client id that is given. */
export function clientId(id: string | null | undefined, name: string): ClientId | null {
  return id == null || id === "" ? null : { from: "value", name, value: id };
}

/** True for the form of a client id. */
export function isClientId(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** The client id in an environment variable. It goes into messages and logs, so whoever swaps it with the secret is told. */
function clientIdIn(env: Environment, name: string): ClientId | null {
  const id = textOf(env, name);
  if (id === null || isClientId(id)) return clientId(id, name);
  throw new Problem("invalid_input", {
    summary: "The client id is no UUID",
    detail: `The environment variable ${name} must be the id of the application (client), which is a UUID.`,
  });
}

function certificate(
  input: CredentialInput | null,
  password: CredentialInput | null,
): CertificateInput | null {
  return input === null ? null : { certificate: input, password };
}

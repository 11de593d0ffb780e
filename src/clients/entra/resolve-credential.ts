import { flagOf, textOf } from "../../core/environment";
import { Problem } from "../../core/problem";
import { armLevel, azureLevel, type CredentialLevel, clientId, providerLevel } from "./credential-levels";
import { resolveFederatedToken, writesFederatedToken } from "./federated-token";
import type { ConnectionAuth, CredentialReference, SignInInput } from "./sign-in-input";
import type { ClientId, CredentialInput, CredentialPlan, InfisicalLocation } from "./sign-in-plan";

/**
 * How to sign in, as DESIGN §4 orders it: the connection's `auth`, the provider's `azure` block, `ARM_*`, `AZURE_*`;
 * within one of them a certificate, a secret, a federated token, a managed identity where it is enabled. The Azure CLI
 * comes last of all, unless it is turned off. Pure: files and secrets are named, not read.
 *
 * Throws `invalid_input` when nothing is configured, when a part is missing, and when a secret or certificate would be
 * used for another client than the one it was configured with.
 */
export function resolveCredential(input: SignInInput): CredentialPlan {
  const auth = input.connection?.auth ?? null;
  return auth === null ? fromSurroundings(input) : fromConnection(auth, input);
}

function fromConnection(auth: ConnectionAuth, input: SignInInput): CredentialPlan {
  refuseSeveral(auth);
  const own = clientId(input.connection?.client_id, "client_id of the connection");
  if (auth.client_secret !== null) {
    const secret = inInfisical(auth.client_secret, "auth.client_secret");
    return { kind: "client_secret", clientId: requireClientId(input, "auth.client_secret"), secret };
  }
  if (auth.client_certificate !== null) {
    const { path, password_key, secret_key } = auth.client_certificate;
    const name = "auth.client_certificate";
    if (path !== null && secret_key !== null) throw twoCertificates();
    const kept = path === null ? inInfisical(auth.client_certificate, name) : null;
    return {
      kind: "client_certificate",
      clientId: requireClientId(input, name),
      certificate: kept ?? { from: "file", name: `${name}.path`, path: path ?? "" },
      password:
        kept === null || password_key === null
          ? null
          : {
              from: "infisical",
              name: `${name}.password_key`,
              location: { ...kept.location, key: password_key },
            },
    };
  }
  if (auth.workload_identity !== null) {
    const path = auth.workload_identity.token_file_path;
    const token =
      path === null
        ? resolveFederatedToken(input.settings, input.env)
        : ({ from: "file", name: "auth.workload_identity.token_file_path", path } as const);
    return { kind: "workload_identity", clientId: requireClientId(input, "auth.workload_identity"), token };
  }
  if (auth.managed_identity !== null) return { kind: "managed_identity", clientId: own };
  if (auth.azure_cli !== null) return { kind: "azure_cli" };
  throw new Problem("invalid_input", {
    summary: "The connection does not say how it signs in",
    detail:
      "Write one block into auth (client_secret, client_certificate, workload_identity, managed_identity or azure_cli), or leave auth out to sign in as the provider does.",
    path: ["auth"],
  });
}

/** A connection that is written as an object has not been through the checks of the resource's blocks. */
function refuseSeveral(auth: ConnectionAuth): void {
  const { client_secret, client_certificate, workload_identity, managed_identity, azure_cli } = auth;
  const kinds = { client_secret, client_certificate, workload_identity, managed_identity, azure_cli };
  const present = Object.entries(kinds).flatMap(([name, kind]) => (kind === null ? [] : [name]));
  if (present.length < 2) return;
  throw new Problem("invalid_input", {
    summary: "The connection says twice how it signs in",
    detail: `auth holds ${present.join(" and ")}, and only one of them may be set. Set the others to null.`,
    path: ["auth"],
  });
}

function twoCertificates(): Problem {
  return new Problem("invalid_input", {
    summary: "The connection names two certificates",
    detail:
      "auth.client_certificate has path, for a file, and secret_key, for one kept in Infisical. Set one of them to null.",
    path: ["auth", "client_certificate"],
  });
}

function fromSurroundings(input: SignInInput): CredentialPlan {
  const { settings, env } = input;
  const useOidc = settings?.use_oidc ?? null;
  const useManagedIdentity = settings?.use_managed_identity ?? null;
  const oidcWritten = useOidc ?? writesFederatedToken(settings);
  return (
    atLevel(input, providerLevel(settings), oidcWritten, useManagedIdentity === true) ??
    atLevel(
      input,
      armLevel(env),
      useOidc === null && flagOf(env, "ARM_USE_OIDC") === true,
      useManagedIdentity === null && flagOf(env, "ARM_USE_MSI") === true,
    ) ??
    atLevel(
      input,
      azureLevel(env),
      useOidc === null && textOf(env, "AZURE_FEDERATED_TOKEN_FILE") !== null,
      false,
    ) ??
    azureCli(input)
  );
}

function atLevel(
  input: SignInInput,
  level: CredentialLevel,
  oidc: boolean,
  managedIdentity: boolean,
): CredentialPlan | null {
  if (level.certificate !== null) {
    const { certificate, password } = level.certificate;
    return {
      kind: "client_certificate",
      clientId: ownClientId(input, level, certificate),
      certificate,
      password,
    };
  }
  if (level.secret !== null) {
    return { kind: "client_secret", clientId: ownClientId(input, level, level.secret), secret: level.secret };
  }
  if (oidc) {
    const token = resolveFederatedToken(input.settings, input.env);
    return { kind: "workload_identity", clientId: requireClientId(input, token.name), token };
  }
  return managedIdentity ? { kind: "managed_identity", clientId: effectiveClientId(input) } : null;
}

function azureCli({ settings, env }: SignInInput): CredentialPlan {
  if (settings?.use_cli ?? flagOf(env, "ARM_USE_CLI") ?? true) return { kind: "azure_cli" };
  throw new Problem("invalid_input", {
    summary: "No credential for Microsoft Entra ID is configured",
    detail:
      "The connection has no auth block, the Azure CLI is turned off, and neither the provider's azure block nor the environment (ARM_*, AZURE_*) has a certificate, a secret, a federated token or a managed identity. Give the connection an auth block, or configure one of them.",
  });
}

/** The client to sign in as: whoever names one first. */
function effectiveClientId(input: SignInInput): ClientId | null {
  return (
    clientId(input.connection?.client_id, "client_id of the connection") ??
    providerLevel(input.settings).clientId ??
    armLevel(input.env).clientId ??
    azureLevel(input.env).clientId
  );
}

function requireClientId(input: SignInInput, credential: string): ClientId {
  const found = effectiveClientId(input);
  if (found !== null) return found;
  throw new Problem("invalid_input", {
    summary: "No client id to sign in with",
    detail: `${credential} needs the client id of the application that it belongs to. Set client_id of the connection, azure.client_id of the provider, ARM_CLIENT_ID or AZURE_CLIENT_ID.`,
    ...(input.connection === null ? {} : { path: ["client_id"] }),
  });
}

/** The client of a secret or certificate. Entra would answer "wrong secret" for a mix of two, which sends people astray. */
function ownClientId(input: SignInInput, level: CredentialLevel, credential: CredentialInput): ClientId {
  const wanted = requireClientId(input, credential.name);
  const own = level.clientId;
  if (own === null || isSameClient(own, wanted)) return wanted;
  throw new Problem("invalid_input", {
    summary: "A credential of one client would be used for another",
    detail: `${wanted.name} asks for client ${describe(wanted)}, but the credential is ${credential.name}, which stands beside ${own.name} and belongs to client ${describe(own)}. Give the connection an auth block with a credential of its own client, or let both name the same client.`,
    ...(input.connection?.client_id == null ? {} : { path: ["client_id"] }),
  });
}

function isSameClient(a: ClientId, b: ClientId): boolean {
  if (a.from === "file" || b.from === "file") return a.name === b.name;
  return a.value.toLowerCase() === b.value.toLowerCase();
}

function describe(id: ClientId): string {
  return id.from === "value" ? id.value : `in the file that ${id.name} names`;
}

function inInfisical(reference: CredentialReference, name: string) {
  const { project_id, environment, secret_path, secret_key } = reference;
  if (environment === null || secret_path === null || secret_key === null) {
    throw new Problem("invalid_input", {
      summary: "The credential's place in Infisical is incomplete",
      detail: `${name} needs environment, secret_path and secret_key.`,
      path: name.split("."),
    });
  }
  const location: InfisicalLocation = {
    projectId: project_id,
    environment,
    path: secret_path,
    key: secret_key,
  };
  return { from: "infisical", name, location } as const;
}

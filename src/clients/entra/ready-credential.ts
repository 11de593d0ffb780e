import type { CallOptions } from "../../core/clock";
import { Problem } from "../../core/problem";
import type { Secret } from "../../core/secret";
import { isJsonWebToken } from "../http/json-web-token";
import { certificateToPem } from "./certificate";
import { type CredentialReaders, readClientId, readCredential, readCredentialBytes } from "./read-credential";
import type { CredentialPlan, FederatedToken, PipelineTokenRequest } from "./sign-in-plan";

/** A planned credential with everything read that it consists of. */
export type ReadyCredential =
  | { readonly kind: "client_secret"; readonly clientId: string; readonly secret: Secret }
  | { readonly kind: "client_certificate"; readonly clientId: string; readonly pem: Secret }
  | { readonly kind: "workload_identity"; readonly clientId: string; readonly token: Secret }
  | { readonly kind: "managed_identity"; readonly clientId: string | null }
  | { readonly kind: "azure_cli"; readonly clientId: null };

/** Asks a pipeline for its token. */
export type RequestPipelineToken = (request: PipelineTokenRequest, call: CallOptions) => Promise<Secret>;

/**
 * Reads what a planned credential consists of: files, secrets kept in Infisical, a pipeline's token. Nothing is
 * kept, so that a rotated secret or a renewed token file is seen by the next sign-in.
 *
 * Throws `unauthenticated` for what cannot be read or used, and what the readers and the pipeline throw.
 */
export async function prepareCredential(
  plan: CredentialPlan,
  readers: CredentialReaders,
  requestPipelineToken: RequestPipelineToken,
  call: CallOptions,
): Promise<ReadyCredential> {
  switch (plan.kind) {
    case "client_secret":
      return {
        kind: plan.kind,
        clientId: await readClientId(plan.clientId, readers),
        secret: await readCredential(plan.secret, readers, call),
      };
    case "client_certificate": {
      const password = plan.password === null ? null : await readCredential(plan.password, readers, call);
      const content = await readCredentialBytes(plan.certificate, readers, call);
      return {
        kind: plan.kind,
        clientId: await readClientId(plan.clientId, readers),
        pem: await certificateToPem(content, password, plan.certificate.name),
      };
    }
    case "workload_identity":
      return {
        kind: plan.kind,
        clientId: await readClientId(plan.clientId, readers),
        token: await readFederatedToken(plan.token, readers, requestPipelineToken, call),
      };
    case "managed_identity":
      return {
        kind: plan.kind,
        clientId: plan.clientId === null ? null : await readClientId(plan.clientId, readers),
      };
    case "azure_cli":
      return { kind: plan.kind, clientId: null };
  }
}

async function readFederatedToken(
  origin: FederatedToken,
  readers: CredentialReaders,
  requestPipelineToken: RequestPipelineToken,
  call: CallOptions,
): Promise<Secret> {
  if ("url" in origin) return requestPipelineToken(origin, call);
  const token = await readCredential(origin, readers, call);
  if (isJsonWebToken(token.reveal())) return token;
  throw new Problem("unauthenticated", {
    summary: "Not a federated token",
    detail: `A federated (OIDC) token is a JSON Web Token, and ${origin.name} gives something else. Nothing was sent.`,
  });
}

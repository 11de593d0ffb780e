import { block, defineSchema, string, stringList } from "../../framework/schema";
import {
  cloud,
  environmentDescription,
  nonEmpty,
  projectIdDescription,
  secretKey,
  secretPath,
  secretPathDescription,
  slug,
  tenant,
  text,
  uuid,
} from "../common.schema";

const MINUTE = 60_000;

/** `entrascim_connection`: how to reach an Entra tenant (DESIGN §4). */
export const connectionSchema = defineSchema({
  description:
    "An Azure Entra ID connection: which tenant, as which client, and how to sign in. Creating, updating and refreshing it acquires a token, so that a wrong credential is found before a sync needs it. It has no object of its own in Entra and keeps no credential.",
  timeouts: { create: 5 * MINUTE, update: 5 * MINUTE, delete: 5 * MINUTE, read: 2 * MINUTE },
  attributes: {
    name: string({
      mode: "required",
      description: "Name of the connection: a slug of at most 32 characters.",
      rule: slug(32),
    }),
    description: string({
      mode: "optional",
      description: "What it is for, at most 256 characters.",
      rule: text(256),
    }),
    tenant_id: string({
      mode: "optional_computed",
      description: "The tenant: its UUID or a verified domain. Default: the provider's tenant.",
      rule: tenant,
    }),
    client_id: string({
      mode: "optional",
      description:
        "Client id of the application to sign in as. Left out, the provider's is used and nothing is stored.",
      rule: uuid,
    }),
    cloud: string({
      mode: "optional_computed",
      description: "`public`, `usgovernment`, `dod` or `china`. Default: the provider's cloud.",
      rule: cloud,
    }),
    id: string({ mode: "computed", description: "`<tenant_id>/<name>`." }),
    granted_permissions: stringList({
      mode: "computed",
      description:
        "Application roles in the token that a push can use, sorted. Null for tokens that are not app-only.",
    }),
    status: string({
      mode: "computed",
      description: "`ok`, or `refused` when the last sign-in was refused.",
    }),
    status_message: string({ mode: "computed", description: "Why it was refused; null when it was not." }),
  },
  blocks: {
    auth: block({
      description: "How to sign in: exactly one of its blocks. Left out, as the provider does.",
      constraints: [
        {
          kind: "exactly_one_of",
          members: [
            "client_secret",
            "client_certificate",
            "workload_identity",
            "managed_identity",
            "azure_cli",
          ],
          hint: "Keep the one block that says how this connection signs in, or leave out auth to sign in as the provider does.",
        },
      ],
      blocks: {
        client_secret: block({
          description: "A client secret kept in Infisical.",
          attributes: {
            project_id: string({ mode: "optional", description: projectIdDescription, rule: nonEmpty }),
            environment: string({ mode: "required", description: environmentDescription, rule: slug(64) }),
            secret_path: string({ mode: "required", description: secretPathDescription, rule: secretPath }),
            secret_key: string({
              mode: "required",
              description: "Key of the secret that holds the client secret.",
              rule: secretKey,
            }),
          },
        }),
        client_certificate: block({
          description:
            "A client certificate with its private key (PEM or PKCS#12), in a file or kept in Infisical.",
          constraints: [
            {
              kind: "exactly_one_of",
              members: ["path", "secret_key"],
              hint: "Give path for a file, or environment, secret_path and secret_key for a certificate kept in Infisical.",
            },
            { kind: "requires", member: "secret_key", needs: ["environment", "secret_path"] },
            { kind: "requires", member: "environment", needs: ["secret_key"] },
            { kind: "requires", member: "secret_path", needs: ["secret_key"] },
            { kind: "requires", member: "project_id", needs: ["environment"] },
            { kind: "requires", member: "password_key", needs: ["secret_key"] },
          ],
          attributes: {
            path: string({
              mode: "optional",
              description: "File with the certificate and its key.",
              rule: nonEmpty,
            }),
            project_id: string({ mode: "optional", description: projectIdDescription, rule: nonEmpty }),
            environment: string({ mode: "optional", description: environmentDescription, rule: slug(64) }),
            secret_path: string({ mode: "optional", description: secretPathDescription, rule: secretPath }),
            secret_key: string({
              mode: "optional",
              description: "Key of the secret that holds the certificate: PEM, or PKCS#12 in base64.",
              rule: secretKey,
            }),
            password_key: string({
              mode: "optional",
              description: "Key of the secret, in the same folder, that holds the certificate's password.",
              rule: secretKey,
            }),
          },
        }),
        workload_identity: block({
          description: "A token of another issuer that a federated credential of the application accepts.",
          attributes: {
            token_file_path: string({
              mode: "optional",
              description:
                "File with the token, read anew for each sign-in. Default: `AZURE_FEDERATED_TOKEN_FILE`, or the pipeline's own token.",
              rule: nonEmpty,
            }),
          },
        }),
        managed_identity: block({
          description: "The managed identity of the machine; with `client_id`, a user-assigned one.",
        }),
        azure_cli: block({ description: "The account that is signed in with the Azure CLI." }),
      },
    }),
  },
});

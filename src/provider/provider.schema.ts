import { block, bool, defineSchema, number, type Rule, secret, string } from "../framework/schema";
import { parseDuration } from "../framework/timeouts";
import { cloud, httpsUrl, nonEmpty, tenant, uuid } from "./common.schema";

const wholeNumber =
  (min: number, max: number): Rule =>
  (z) =>
    z
      .number()
      .int("must be a whole number")
      .min(min, `must be at least ${min}`)
      .max(max, `must be at most ${max}`);

const duration: Rule = (z) =>
  z.string().refine((value) => {
    const ms = parseDuration(value) ?? 0;
    return ms > 0 && ms <= 3_600_000;
  }, 'must be a duration such as "30s" or "2m", and at most "1h"');

/** The provider's own configuration (DESIGN §4). Nothing in it is ever stored in state. */
export const providerSchema = defineSchema({
  description:
    "entrascim keeps the SCIM token of Microsoft Entra ID enterprise applications in sync with Infisical. Credentials written here as literals are readable in a saved plan: prefer environment variables, or variables with `ephemeral = true`.",
  blocks: {
    infisical: block({
      description: "How to reach Infisical. What is left out is taken from `INFISICAL_*`.",
      attributes: {
        host: string({
          mode: "optional",
          description: "Base URL. Default: `INFISICAL_HOST`, else `https://app.infisical.com`.",
          rule: httpsUrl,
        }),
        project_id: string({
          mode: "optional",
          description: "Project for sources that do not name one. Default: `INFISICAL_PROJECT_ID`.",
          rule: nonEmpty,
        }),
        organization_slug: string({
          mode: "optional",
          description: "(Sub-)organization to log in to.",
          rule: nonEmpty,
        }),
      },
      blocks: {
        auth: block({
          description: "How to log in: exactly one of its members. Left out, as the environment says.",
          constraints: [
            { kind: "exactly_one_of", members: ["token", "universal", "oidc", "azure", "kubernetes"] },
          ],
          attributes: { token: secret({ mode: "optional", description: "An access token, used as it is." }) },
          blocks: {
            universal: block({
              description: "Universal auth of a machine identity.",
              attributes: {
                client_id: string({
                  mode: "optional",
                  description: "Default: `INFISICAL_UNIVERSAL_AUTH_CLIENT_ID`.",
                  rule: nonEmpty,
                }),
                client_secret: secret({
                  mode: "optional",
                  description: "Default: `INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET`.",
                }),
              },
            }),
            oidc: block({
              description: "OIDC auth: a token of the pipeline.",
              constraints: [{ kind: "at_most_one_of", members: ["token", "token_path", "token_env"] }],
              attributes: {
                identity_id: string({
                  mode: "optional",
                  description: "Default: `INFISICAL_MACHINE_IDENTITY_ID`.",
                  rule: nonEmpty,
                }),
                token: secret({ mode: "optional", description: "The token. Default: `INFISICAL_AUTH_JWT`." }),
                token_path: string({ mode: "optional", description: "File with the token.", rule: nonEmpty }),
                token_env: string({
                  mode: "optional",
                  description:
                    "Environment variable with the token. Default: the one that `INFISICAL_OIDC_AUTH_TOKEN_KEY_NAME` names.",
                  rule: nonEmpty,
                }),
              },
            }),
            azure: block({
              description: "Azure auth: the managed identity of the machine.",
              attributes: {
                identity_id: string({
                  mode: "optional",
                  description: "Default: `INFISICAL_MACHINE_IDENTITY_ID`.",
                  rule: nonEmpty,
                }),
                resource: string({
                  mode: "optional",
                  description: "Audience of the token. Default: `https://management.azure.com/`.",
                  rule: nonEmpty,
                }),
              },
            }),
            kubernetes: block({
              description: "Kubernetes auth: the service account of the pod.",
              attributes: {
                identity_id: string({
                  mode: "optional",
                  description: "Default: `INFISICAL_MACHINE_IDENTITY_ID`.",
                  rule: nonEmpty,
                }),
                token_path: string({
                  mode: "optional",
                  description:
                    "File with the token. Default: `INFISICAL_KUBERNETES_SERVICE_ACCOUNT_TOKEN_PATH`, else the usual one.",
                  rule: nonEmpty,
                }),
              },
            }),
          },
        }),
      },
    }),
    azure: block({
      description:
        "Defaults for connections that do not say it themselves. What is left out is taken from `ARM_*`, then `AZURE_*`.",
      attributes: {
        tenant_id: string({
          mode: "optional",
          description: "Default: `ARM_TENANT_ID`, `AZURE_TENANT_ID`.",
          rule: tenant,
        }),
        client_id: string({
          mode: "optional",
          description: "Default: `ARM_CLIENT_ID`, `AZURE_CLIENT_ID`.",
          rule: uuid,
        }),
        client_secret: secret({
          mode: "optional",
          description: "Default: `ARM_CLIENT_SECRET`, `AZURE_CLIENT_SECRET`.",
        }),
        client_certificate_path: string({
          mode: "optional",
          description:
            "File with the certificate and its key, PEM or PKCS#12. Default: `ARM_CLIENT_CERTIFICATE_PATH`.",
          rule: nonEmpty,
        }),
        client_certificate: secret({
          mode: "optional",
          description: "PKCS#12 in base64. Default: `ARM_CLIENT_CERTIFICATE`.",
        }),
        client_certificate_password: secret({
          mode: "optional",
          description: "Default: `ARM_CLIENT_CERTIFICATE_PASSWORD`.",
        }),
        use_oidc: bool({
          mode: "optional",
          description: "Sign in with a federated token. Default: `ARM_USE_OIDC`.",
        }),
        oidc_token: secret({ mode: "optional", description: "The token. Default: `ARM_OIDC_TOKEN`." }),
        oidc_token_file_path: string({
          mode: "optional",
          description:
            "File with the token. Default: `ARM_OIDC_TOKEN_FILE_PATH`, `AZURE_FEDERATED_TOKEN_FILE`.",
          rule: nonEmpty,
        }),
        oidc_request_url: string({
          mode: "optional",
          description:
            "Where a pipeline asks for its token. Default: `ARM_OIDC_REQUEST_URL`, `ACTIONS_ID_TOKEN_REQUEST_URL`, `SYSTEM_OIDCREQUESTURI`.",
          rule: httpsUrl,
        }),
        oidc_request_token: secret({
          mode: "optional",
          description:
            "What authorises that request. Default: `ARM_OIDC_REQUEST_TOKEN`, `ACTIONS_ID_TOKEN_REQUEST_TOKEN`, `SYSTEM_ACCESSTOKEN`.",
        }),
        ado_service_connection_id: string({
          mode: "optional",
          description: "Azure DevOps service connection. Default: `ARM_ADO_PIPELINE_SERVICE_CONNECTION_ID`.",
          rule: nonEmpty,
        }),
        use_managed_identity: bool({
          mode: "optional",
          description: "Sign in with the machine's managed identity. Default: `ARM_USE_MSI`.",
        }),
        use_cli: bool({
          mode: "optional",
          description:
            "Sign in as the Azure CLI does when nothing else is configured. Default: `ARM_USE_CLI`, else true.",
        }),
        cloud: string({
          mode: "optional",
          description:
            "`public`, `usgovernment`, `dod` or `china`. Default: `ARM_ENVIRONMENT`, else `public`.",
          rule: cloud,
        }),
        authority_host: string({
          mode: "optional",
          description: "Where to sign in instead of the cloud's own host. Default: `AZURE_AUTHORITY_HOST`.",
          rule: httpsUrl,
        }),
        graph_endpoint: string({
          mode: "optional",
          description:
            "Microsoft Graph's root instead of the cloud's own, without the version. Default: `ENTRASCIM_GRAPH_ENDPOINT`.",
          rule: httpsUrl,
        }),
      },
    }),
    http: block({
      description: "How requests are made.",
      attributes: {
        max_retries: number({
          mode: "optional",
          description: "Further tries after a transient fault. Default: 4.",
          rule: wholeNumber(0, 20),
        }),
        request_timeout: string({
          mode: "optional",
          description:
            "How long one request may take, such as `30s`. Default: `30s`, and `90s` for a validation.",
          rule: duration,
        }),
        max_concurrency: number({
          mode: "optional",
          description: "Requests under way at once. Default: 10.",
          rule: wholeNumber(1, 100),
        }),
      },
    }),
  },
});

import { nested, type Rule, string } from "../framework/schema";

/** A slug: lower-case letters and digits in groups joined by single hyphens. Upper case is refused, not lowered. */
export function slug(maxLength: number): Rule {
  return (z) =>
    z
      .string()
      .max(maxLength, `must be at most ${maxLength} characters long`)
      .regex(
        /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
        "must consist of lower-case letters, digits and single hyphens between them",
      );
}

/** A text of at most so many characters. */
export function text(maxLength: number): Rule {
  return (z) => z.string().max(maxLength, `must be at most ${maxLength} characters long`);
}

/** A text that is not empty. */
export const nonEmpty: Rule = (z) => z.string().min(1, "must not be empty");

/** A UUID, in either case, as Entra prints object, application and tenant ids. */
export const uuid: Rule = (z) =>
  z
    .string()
    .regex(
      /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/,
      'must be a UUID such as "00000000-0000-0000-0000-000000000000"',
    );

/** A tenant: its UUID or one of its verified domains. */
export const tenant: Rule = (z) =>
  z
    .string()
    .regex(
      /^(?:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z]{2,})$/,
      "must be the tenant's UUID or one of its verified domains, such as contoso.onmicrosoft.com",
    );

/** A folder in Infisical. */
export const secretPath: Rule = (z) =>
  z
    .string()
    .regex(/^\//, 'must start with a slash, such as "/" or "/scim"')
    .regex(/^(?:\/|(?:\/[^/\s]+)+)$/, "must not end with a slash, hold an empty segment or white space");

/** A key of a secret in Infisical. */
export const secretKey: Rule = (z) =>
  z
    .string()
    .min(1, "must not be empty")
    .regex(/^[^\s:/]*$/, "must not contain white space, colons or slashes");

/** An https URL; http is good on loopback alone. */
export const httpsUrl: Rule = (z) =>
  z
    .string()
    .regex(
      /^(?:https:\/\/[^\s/?#@]+|http:\/\/(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(?::\d+)?)(?:[/?][^\s#]*)?$/,
      "must be an https URL without user information or fragment (http is allowed for loopback only)",
    );

/** Clouds by the names that the azuread provider uses. */
export const CLOUDS = ["public", "usgovernment", "dod", "china"] as const;

/** One of the {@link CLOUDS}. */
export const cloud: Rule = (z) => z.enum(CLOUDS, `must be one of ${CLOUDS.join(", ")}`);

/** Where a secret lies in Infisical, as optional members of one branch beside others. */
export const environmentDescription = "Slug of the environment in Infisical, such as `prod`.";
export const secretPathDescription = "Folder of the secret in Infisical, starting with a slash.";
export const projectIdDescription =
  "Id of the Infisical project. Default: the provider's `infisical.project_id`.";

/** The connection as other types take it: any object with these members, usually a whole `entrascim_connection`. */
export function connectionAttribute<M extends "required" | "optional">(mode: M, description: string) {
  return nested({
    mode,
    description,
    attributes: {
      tenant_id: string({
        mode: "required",
        nullable: true,
        description: "Tenant of the connection.",
        rule: tenant,
      }),
      client_id: string({
        mode: "required",
        nullable: true,
        description: "Client id of the connection.",
        rule: uuid,
      }),
      cloud: string({
        mode: "required",
        nullable: true,
        description: "Cloud of the connection.",
        rule: cloud,
      }),
      auth: nested({
        mode: "required",
        nullable: true,
        description: "How the connection signs in; null means as the provider does.",
        attributes: {
          client_secret: nested({
            mode: "required",
            nullable: true,
            description: "A client secret kept in Infisical.",
            attributes: {
              project_id: string({ mode: "required", nullable: true, description: projectIdDescription }),
              environment: string({ mode: "required", description: environmentDescription, rule: slug(64) }),
              secret_path: string({ mode: "required", description: secretPathDescription, rule: secretPath }),
              secret_key: string({ mode: "required", description: "Key of the secret.", rule: secretKey }),
            },
          }),
          client_certificate: nested({
            mode: "required",
            nullable: true,
            description: "A client certificate, in a file or kept in Infisical.",
            attributes: {
              path: string({
                mode: "required",
                nullable: true,
                description: "File of the certificate and its key.",
              }),
              project_id: string({ mode: "required", nullable: true, description: projectIdDescription }),
              environment: string({
                mode: "required",
                nullable: true,
                description: environmentDescription,
                rule: slug(64),
              }),
              secret_path: string({
                mode: "required",
                nullable: true,
                description: secretPathDescription,
                rule: secretPath,
              }),
              secret_key: string({
                mode: "required",
                nullable: true,
                description: "Key of the secret with the certificate.",
                rule: secretKey,
              }),
              password_key: string({
                mode: "required",
                nullable: true,
                description: "Key of the secret with its password.",
                rule: secretKey,
              }),
            },
          }),
          workload_identity: nested({
            mode: "required",
            nullable: true,
            description: "A federated token.",
            attributes: {
              token_file_path: string({
                mode: "required",
                nullable: true,
                description: "File of the token.",
              }),
            },
          }),
          managed_identity: nested({
            mode: "required",
            nullable: true,
            description: "The managed identity of the machine.",
            attributes: {},
          }),
          azure_cli: nested({
            mode: "required",
            nullable: true,
            description: "The account signed in with the Azure CLI.",
            attributes: {},
          }),
        },
      }),
    },
  });
}

/** The provisioning jobs of a service principal, as data sources list them. */
export const jobSummary = {
  id: string({ mode: "computed", description: "Id of the provisioning job." }),
  template_id: string({ mode: "computed", description: "Template of the job, such as `scim`." }),
  status: string({
    mode: "computed",
    description:
      "`NotConfigured`, `NotRun`, `Active`, `Paused` or `Quarantine`, as Microsoft Graph names it.",
  }),
};

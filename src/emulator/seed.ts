import { z } from "zod";
import { formatPath } from "../core/attribute-path";
import { Problem } from "../core/problem";

const uuid = z
  .string()
  .regex(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/, "must be a UUID in lower case");
const name = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must consist of lower-case letters, digits and hyphens between them");
const path = z.string().regex(/^\/(?:[^/]+(?:\/[^/]+)*)?$/, "must start with a slash and not end with one");
const tokenLogin = z.strictObject({ issuer: z.string(), subject: z.string(), audience: z.string() });

const tenant = z.strictObject({
  id: uuid,
  displayName: z.string(),
  domains: z.array(z.string()).min(1, "a tenant has at least one verified domain"),
});

const app = z.strictObject({
  clientId: uuid,
  displayName: z.string(),
  secrets: z.array(z.string()).default([]),
  /** PEM. */
  certificates: z.array(z.string()).default([]),
  federatedCredentials: z.array(tokenLogin).default([]),
  roles: z.array(z.string()).default([]),
  owns: z.array(uuid).default([]),
});

const application = z.strictObject({
  name,
  displayName: z.string(),
  servicePrincipalId: uuid.optional(),
  appId: uuid.optional(),
  /** `scim` for one that is in no gallery. */
  template: z.string().default("scim"),
  factoryTag: z.string().default("CustomSCIM"),
  /** The token that its SCIM endpoint accepts at first. */
  token: z.string().optional(),
  /** `application`: its own endpoint; `none`: nothing is stored; else an address. */
  baseAddress: z.string().default("application"),
  /** The gallery connector knows the application's address itself. */
  connectorKnowsAddress: z.boolean().default(false),
  /** `current`: the application's own token is stored; `none`: nothing; else a token. */
  secretToken: z.string().default("none"),
  job: z.enum(["Active", "Disabled", "Paused", "none"]).default("Active"),
});

const servicePrincipal = z.strictObject({
  displayName: z.string(),
  servicePrincipalId: uuid.optional(),
  appId: uuid.optional(),
});

const secretValue = z.union([z.string(), z.strictObject({ tokenOf: name })]);

const project = z.strictObject({
  id: z.string(),
  slug: name,
  /** Environment, folder, key: a value, or the current token of an application. */
  environments: z.record(z.string(), z.record(path, z.record(z.string(), secretValue))),
  imports: z
    .array(z.strictObject({ environment: z.string(), path, fromEnvironment: z.string(), fromPath: path }))
    .default([]),
});

const identity = z.strictObject({
  id: uuid,
  name: z.string(),
  universalAuth: z
    .strictObject({ clientId: z.string(), clientSecrets: z.array(z.string()) })
    .nullable()
    .default(null),
  oidcAuth: tokenLogin.nullable().default(null),
  kubernetesAuth: tokenLogin.nullable().default(null),
  azureAuth: z
    .strictObject({ resource: z.string(), objectIds: z.array(uuid) })
    .nullable()
    .default(null),
  permissions: z
    .array(
      z.strictObject({
        project: z.string(),
        environment: z.string().default("*"),
        path: path.default("/"),
        describe: z.boolean().default(true),
        readValue: z.boolean().default(true),
      }),
    )
    .default([]),
  accessTokenTtlSeconds: z.int().positive().default(2_592_000),
  accessTokenUsesLimit: z.int().nonnegative().default(0),
});

const shape = z.strictObject({
  /** `default` adds to the default seed, and replaces what has the same id or name; `empty` starts from nothing. */
  base: z.enum(["default", "empty"]).default("default"),
  tenant: tenant.optional(),
  /** Client id of the app behind the managed identity. */
  managedIdentity: uuid.optional(),
  apps: z.array(app).default([]),
  applications: z.array(application).default([]),
  servicePrincipals: z.array(servicePrincipal).default([]),
  projects: z.array(project).default([]),
  identities: z.array(identity).default([]),
});

/** A seed as it is written: most members may be left out. */
export type SeedInput = z.input<typeof shape>;

/** A seed, complete. */
export type Seed = Omit<z.output<typeof shape>, "base" | "tenant" | "managedIdentity"> & {
  readonly tenant: z.output<typeof tenant>;
  readonly managedIdentity: string;
};

/** One enterprise application of a seed. */
export type ApplicationSeed = Seed["applications"][number];

/** One enterprise application as it is written. */
export type ApplicationSeedInput = z.input<typeof application>;

/** Checks one enterprise application. Throws as {@link resolveSeed} does. */
export function resolveApplication(input: unknown): ApplicationSeed {
  return parse(application, input);
}

/**
 * Checks a seed and adds it to `base`, unless it says that it starts from nothing. Throws `invalid_input` with each
 * thing that is wrong and where it stands.
 */
export function resolveSeed(input: unknown, base: Seed): Seed {
  const { base: start, tenant: ownTenant, managedIdentity, ...lists } = parse(shape, input);
  const before = start === "empty" ? emptied(base) : base;
  return {
    tenant: ownTenant ?? before.tenant,
    managedIdentity: managedIdentity ?? before.managedIdentity,
    apps: merged(before.apps, lists.apps, (each) => each.clientId),
    applications: merged(before.applications, lists.applications, (each) => each.name),
    servicePrincipals: [...before.servicePrincipals, ...lists.servicePrincipals],
    projects: merged(before.projects, lists.projects, (each) => each.id),
    identities: merged(before.identities, lists.identities, (each) => each.id),
  };
}

function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const where = formatPath(issue.path.filter((step) => typeof step !== "symbol"));
    return `${where === "" ? "the seed" : where}: ${issue.message}`;
  });
  throw new Problem("invalid_input", {
    summary: "The emulator's seed is not valid",
    detail: `${lines.join("; ")}.`,
  });
}

function emptied(base: Seed): Seed {
  return { ...base, apps: [], applications: [], servicePrincipals: [], projects: [], identities: [] };
}

function merged<T>(before: readonly T[], added: readonly T[], keyOf: (each: T) => string): T[] {
  const replaced = new Set(added.map(keyOf));
  return [...before.filter((each) => !replaced.has(keyOf(each))), ...added];
}

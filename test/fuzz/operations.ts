import { z } from "zod";
import type { Clients, Tenant } from "../../src/clients/clients";
import type { CallOptions } from "../../src/core/clock";
import { Secret } from "../../src/core/secret";
import { APP, CREDENTIAL_KEY, PRINCIPAL, PROJECT, TOKEN_KEY } from "./clouds/golden-answer";
import { PLANTED } from "./clouds/planted";

/** Something that a client does. It throws where the result is not of the type that is documented. */
export type Operation = (clients: Clients, tenant: Tenant, call: CallOptions) => Promise<void>;

const time = z.iso.datetime({ offset: true }).nullable();
const principal = z.strictObject({ objectId: z.string().min(1), appId: z.string(), displayName: z.string() });
const job = z.strictObject({
  id: z.string().min(1),
  templateId: z.string(),
  scheduleState: z.string().nullable(),
  status: z.string(),
  quarantineReason: z.string().nullable(),
  nextAttempt: time,
  lastSuccessAt: time,
});
const outcome = z.object({ outcome: z.enum(["accepted", "rejected", "untestable"]) });
const secret = z.strictObject({ key: z.string().min(1), value: z.instanceof(Secret).nullable() });
const version = {
  id: z.string().min(1),
  version: z.int().nonnegative(),
  updatedAt: time,
  updatedBy: z.string().nullable(),
};
const secretVersion = z.strictObject(version).nullable();
const secretValue = z
  .strictObject({ ...version, value: z.instanceof(Secret), expanded: z.boolean() })
  .nullable();

function gives<T>(
  schema: z.ZodType,
  perform: (clients: Clients, tenant: Tenant, call: CallOptions) => Promise<T>,
) {
  return async (...given: Parameters<Operation>): Promise<void> => {
    const result = schema.safeParse(await perform(...given));
    if (!result.success) throw new Error(`a result of another type: ${z.prettifyError(result.error)}`);
  };
}

const location = (key: string) => ({ projectId: PROJECT, environment: "prod", path: "/scim", key });
const credentials = [{ key: "SecretToken", value: new Secret(PLANTED.scimToken) }];

/** Every operation of every client, and a few that go over several requests. */
export const OPERATIONS: readonly Operation[] = [
  gives(z.object({ kind: z.string(), roles: z.array(z.string()).nullable() }), (_, tenant, call) =>
    tenant.signIn(call),
  ),
  gives(principal, (_, { destination }, call) => destination.servicePrincipal(PRINCIPAL, call)),
  gives(z.array(secret), (_, { destination }, call) => destination.secrets(PRINCIPAL, call)),
  gives(z.undefined(), (_, { destination }, call) => destination.putSecrets(PRINCIPAL, credentials, call)),
  gives(z.array(job), (_, { destination }, call) => destination.jobs(PRINCIPAL, call)),
  gives(z.array(z.string()), (_, { destination }, call) => destination.templates(PRINCIPAL, call)),
  gives(outcome, (_, { destination }, call) =>
    destination.validateCredentials(PRINCIPAL, { jobId: "scim.job", templateId: null, credentials }, call),
  ),
  gives(outcome, (_, { destination }, call) =>
    destination.validateCredentials(PRINCIPAL, { jobId: null, templateId: "scim", credentials }, call),
  ),
  gives(z.undefined(), (_, { destination }, call) => destination.startJob(PRINCIPAL, "scim.job", call)),
  gives(z.array(principal), (_, { directory }, call) => directory.search(null, call)),
  gives(z.array(principal), (_, { directory }, call) => directory.search('ser"vice', call)),
  gives(principal.nullable(), (_, { directory }, call) => directory.byAppId(APP, call)),
  gives(z.array(principal), (_, { directory }, call) => directory.byDisplayName("O'Neil", call)),
  gives(secretVersion, ({ source }, _, call) => source.describe(location(TOKEN_KEY), call)),
  gives(secretValue, ({ source }, _, call) => source.read(location(TOKEN_KEY), null, call)),
  gives(secretValue, ({ source }, _, call) => source.read(location(CREDENTIAL_KEY), 2, call)),
  gives(secretValue, async ({ source }, _, call) => {
    const names = ["A", "B", "C", TOKEN_KEY];
    const read = await Promise.all(names.map((key) => source.read(location(key), null, call)));
    return read.at(-1);
  }),
  gives(z.string().nullable(), ({ source }, _, call) => source.importedFrom(location("IMPORTED"), call)),
];

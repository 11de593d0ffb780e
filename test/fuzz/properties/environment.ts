import fc from "fast-check";
import { createClients } from "../../../src/clients/connect";
import { FuzzClock } from "../clouds/fuzz-clock";
import { FuzzTransport } from "../clouds/fuzz-transport";
import { KeptLog } from "../clouds/fuzz-world";
import { CLIENT, PROJECT, TENANT, TOKEN_KEY } from "../clouds/golden-answer";
import { PLANTED } from "../clouds/planted";
import { type FuzzProperty, prepared } from "../fuzz-property";
import { hostileText } from "../generators/hostile-text";
import { checkProblem } from "../oracle/check-problem";
import { assertNoSecret } from "../oracle/safe-text";

/** Variables that are meant to be told: their values stand in messages. */
const TOLD = ["ARM_TENANT_ID", "AZURE_TENANT_ID", "INFISICAL_PROJECT_ID", "INFISICAL_AUTH_ORGANIZATION_SLUG"];

const OTHERS = [
  "ARM_CLIENT_ID",
  "ARM_CLIENT_ID_FILE_PATH",
  "ARM_CLIENT_SECRET",
  "ARM_CLIENT_SECRET_FILE_PATH",
  "ARM_CLIENT_CERTIFICATE",
  "ARM_CLIENT_CERTIFICATE_PASSWORD",
  "ARM_CLIENT_CERTIFICATE_PATH",
  "ARM_USE_OIDC",
  "ARM_USE_CLI",
  "ARM_OIDC_TOKEN",
  "ARM_OIDC_TOKEN_FILE_PATH",
  "ARM_OIDC_REQUEST_URL",
  "ARM_OIDC_REQUEST_TOKEN",
  "ARM_ADO_PIPELINE_SERVICE_CONNECTION_ID",
  "ARM_ENVIRONMENT",
  "AZURE_CLIENT_ID",
  "AZURE_CLIENT_SECRET",
  "AZURE_AUTHORITY_HOST",
  "AZURE_FEDERATED_TOKEN_FILE",
  "ENTRASCIM_GRAPH_ENDPOINT",
  "ENTRASCIM_ALLOWED_HOSTS",
  "ACTIONS_ID_TOKEN_REQUEST_URL",
  "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
  "SYSTEM_OIDCREQUESTURI",
  "SYSTEM_ACCESSTOKEN",
  "INFISICAL_HOST",
  "INFISICAL_TOKEN",
  "INFISICAL_AUTH_METHOD",
  "INFISICAL_AUTH_JWT",
  "INFISICAL_MACHINE_IDENTITY_ID",
  "INFISICAL_OIDC_AUTH_TOKEN_KEY_NAME",
  "INFISICAL_UNIVERSAL_AUTH_CLIENT_ID",
  "INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET",
  "INFISICAL_KUBERNETES_SERVICE_ACCOUNT_TOKEN",
  "INFISICAL_KUBERNETES_SERVICE_ACCOUNT_TOKEN_PATH",
];

const good = fc.constantFrom(
  TENANT,
  CLIENT,
  "true",
  "false",
  "universal",
  "oidc",
  "https://host.example",
  "china",
);
const secret = fc.constantFrom(...Object.values(PLANTED));
const told = fc.tuple(fc.constantFrom(...TOLD), fc.oneof(good, hostileText));
/** Secrets land in every other variable, as they do when somebody mixes two of them up. */
const other = fc.tuple(fc.constantFrom(...OTHERS), fc.oneof(good, secret, hostileText));
const environments = fc
  .tuple(fc.array(told, { maxLength: 3 }), fc.array(other, { minLength: 1, maxLength: 12 }))
  .map(([first, second]) => Object.fromEntries([["ARM_TENANT_ID", TENANT], ...first, ...second]));

/** Environments in which variables hold anything, secrets of others among it. */
export const environment: FuzzProperty = {
  name: "environment",
  about:
    "An environment is taken or refused, and no message says what a variable holds that may be a secret.",
  sample: 200,
  weight: 2,
  patience: 10_000,
  prepare: async () => prepared({ cases: environments, try: tryEnvironment }),
};

async function tryEnvironment(env: Record<string, string>): Promise<void> {
  const clock = new FuzzClock();
  const log = new KeptLog();
  const transport = new FuzzTransport(clock);
  const call = { signal: new AbortController().signal, deadline: clock.now() + 60_000 };
  const location = { projectId: PROJECT, environment: "prod", path: "/scim", key: TOKEN_KEY };
  const nothing = { infisical: null, azure: null, http: null };
  const connect = () => createClients(nothing, { env, log, clock, userAgent: "fuzz", transport });
  for (const act of [
    async () => void (await connect().tenant(null).signIn(call)),
    async () => void (await connect().source.read(location, null, call)),
  ]) {
    await act().catch(checkProblem);
  }
  assertNoSecret(log.text, "the log");
}

import fc from "fast-check";
import type { ClientSettings, Clients } from "../../../src/clients/clients";
import { createClients } from "../../../src/clients/connect";
import type { CallOptions } from "../../../src/core/clock";
import { toTyped } from "../../../src/framework/typed-value";
import type { ObjectValue } from "../../../src/framework/value";
import { providerSchema } from "../../../src/provider/provider.schema";
import { connectionSchema } from "../../../src/provider/resources/connection.schema";
import { fill, type Plain } from "../../../src/provider/testing/simulated-terraform";
import { CONNECTIONS, PROVIDER } from "../clouds/configurations";
import { FuzzClock } from "../clouds/fuzz-clock";
import { FuzzTransport } from "../clouds/fuzz-transport";
import { ENVIRONMENT, KeptLog } from "../clouds/fuzz-world";
import { type FuzzProperty, prepared } from "../fuzz-property";
import { type HostileAnswer, hostileAnswer, respond } from "../generators/hostile-answer";
import { OPERATIONS } from "../operations";
import { checkProblem } from "../oracle/check-problem";
import { assertNoSecret } from "../oracle/safe-text";

interface CloudCase {
  readonly operation: number;
  readonly connection: number;
  readonly login: "universal" | "azure";
  readonly answers: readonly HostileAnswer[];
}

const cloudCase: fc.Arbitrary<CloudCase> = fc.record({
  operation: fc.nat(OPERATIONS.length - 1),
  connection: fc.nat(CONNECTIONS.length - 1),
  login: fc.constantFrom("universal", "universal", "azure"),
  answers: fc.array(hostileAnswer, { minLength: 1, maxLength: 3 }),
});

/** Both APIs and Entra's token endpoint, with answers that are wrong anywhere. */
export const cloudAnswers: FuzzProperty = {
  name: "answers",
  about:
    "Whatever Graph, Infisical and Entra answer, a client gives a value as documented, or a problem that quotes none of it.",
  sample: 600,
  weight: 8,
  patience: 10_000,
  prepare: async () => prepared({ cases: cloudCase, try: tryOperation }),
};

const ALLOWED_ORIGINS: ReadonlySet<string> = new Set([
  "https://infisical.example",
  "https://graph.microsoft.com",
  "https://login.microsoftonline.com",
  "https://pipeline.example",
  "http://169.254.169.254",
]);

/** How long an operation may take, of the time that the clock says. */
const TIMEOUT_MS = 300_000;

async function tryOperation({ operation, connection, login, answers }: CloudCase): Promise<void> {
  const clock = new FuzzClock();
  const log = new KeptLog();
  const counted = answers.map((answer) => ({ answer, left: answer.times }));
  const transport = new FuzzTransport(clock, (golden) => respond(counted, golden));
  const clients = createClients(settings(login), {
    env: ENVIRONMENT,
    log,
    clock,
    userAgent: "fuzz",
    transport,
    random: () => 0.5,
  });
  const call: CallOptions = { signal: new AbortController().signal, deadline: clock.now() + TIMEOUT_MS };
  const perform = OPERATIONS[operation];
  const plain = CONNECTIONS[connection];
  if (perform === undefined || plain === undefined) throw new Error("no operation");
  try {
    await perform(clients, clients.tenant(connectionOf(plain)), call);
  } catch (caught) {
    checkProblem(caught);
  }
  assertNoSecret(log.text, "the log");
  for (const origin of transport.origins) {
    if (!ALLOWED_ORIGINS.has(origin)) throw new Error(`a request was sent to ${origin}`);
  }
  // The last request may begin just before the deadline, and sign in first.
  if (clock.now() > call.deadline + 60_000) throw new Error("an operation that outlives its deadline");
}

type ConnectionInput = NonNullable<Parameters<Clients["tenant"]>[0]>;

/** What is left out of a configuration is null. */
function connectionOf(plain: Plain): ConnectionInput {
  return toTyped<ConnectionInput>(connectionSchema, fill(connectionSchema, plain) as ObjectValue);
}

function settings(login: CloudCase["login"]): ClientSettings {
  const azure = { host: "https://infisical.example", auth: { azure: { identity_id: "identity" } } };
  const plain = { ...PROVIDER, ...(login === "azure" ? { infisical: azure } : {}), http: null };
  return toTyped<ClientSettings>(providerSchema, fill(providerSchema, plain) as ObjectValue);
}

import type { ClientSettings } from "../clients/clients";
import { type ConnectOptions, createClients } from "../clients/connect";
import type { Clock } from "../core/clock";
import type { Environment } from "../core/environment";
import type { Config } from "../framework/infer";
import { type Known, known, unknownPaths } from "../framework/known";
import type { ConfigureRequest } from "../framework/provider";
import { parseDuration } from "../framework/timeouts";
import type { providerSchema } from "./provider.schema";
import { createRuntime, type Runtime } from "./runtime";

/** What configuring needs from the composition root. */
export interface ConfigureOptions {
  readonly env: Environment;
  readonly clock: Clock;
  readonly version: string;
  /** Further options of the clients, for tests. */
  readonly connect?: Pick<ConnectOptions, "ca" | "random" | "transport">;
}

/**
 * Makes the clients from the provider block and the environment, without touching the network. With unknown values
 * in it there are no clients yet. Throws `invalid_input` at the attribute for what cannot work.
 */
export function configure(
  request: ConfigureRequest<typeof providerSchema>,
  options: ConfigureOptions,
): Runtime {
  const config = known(request.config);
  if (config === undefined) return createRuntime(null, unknownPaths(request.config), options.clock);
  const clients = createClients(settingsOf(config), {
    env: options.env,
    log: request.log,
    clock: options.clock,
    userAgent: `entrascim/${options.version} terraform/${request.terraformVersion}`,
    ...options.connect,
  });
  return createRuntime(clients, [], options.clock);
}

function settingsOf(config: Known<Config<typeof providerSchema>>): ClientSettings {
  const http = config.http;
  return {
    infisical: config.infisical,
    azure: config.azure,
    http:
      http === null
        ? null
        : {
            max_retries: http.max_retries,
            request_timeout_ms: http.request_timeout === null ? null : parseDuration(http.request_timeout),
            max_concurrency: http.max_concurrency,
          },
  };
}

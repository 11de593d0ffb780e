import type { Command } from "commander";
import type { ClientSettings, Clients } from "../clients/clients";
import type { CliIo } from "./cli-io";
import { wholeNumber } from "./whole-number";

/** What the command line says of clients; all else comes from the environment. */
export interface ClientFlags {
  /** Tells each request and sign-in on standard error. */
  readonly verbose?: true;
  /** Most requests under way at once. */
  readonly maxConcurrency: number;
}

/** How a command comes to its clients; {@link connectClients} unless a test hands in another. */
export type ConnectClients = (io: Pick<CliIo, "env" | "stderr">, flags: ClientFlags) => Promise<Clients>;

/** Paragraph for `--help` of commands that sign in. */
export const credentialsHelp = `
Credentials come from the environment, as the provider's do: INFISICAL_* for Infisical, ARM_* or AZURE_* for
Microsoft Entra ID. What stands in a provider block is not evaluated.`;

/** The provider's default too. */
const DEFAULT_CONCURRENCY = 10;

/** Adds {@link ClientFlags} to a command. */
export function withClientFlags(command: Command): Command {
  return withVerbose(
    command.option(
      "--max-concurrency <n>",
      "most requests under way at once",
      wholeNumber(1, 1_000),
      DEFAULT_CONCURRENCY,
    ),
  );
}

/** Adds `--verbose` alone. */
export function withVerbose(command: Command): Command {
  return command.option("--verbose", "tell each request and sign-in on standard error");
}

/**
 * Clients that read their credentials from the environment, as the provider does with an empty block. Touches no
 * network; the libraries are loaded here. Rejects as `createClients` throws, with `invalid_input` for a variable that
 * cannot be used.
 */
export const connectClients: ConnectClients = async (io, flags) => {
  const [{ createClients }, { systemClock }, { VERSION }, { createTextLogger }] = await Promise.all([
    import("../clients/connect"),
    import("../core/clock"),
    import("../core/version"),
    import("./text-logger"),
  ]);
  return createClients(settingsOf(flags), {
    env: io.env,
    log: createTextLogger(io.stderr, flags.verbose ? "debug" : "warn"),
    clock: systemClock,
    userAgent: `entrascim/${VERSION} cli`,
  });
};

function settingsOf({ maxConcurrency }: ClientFlags): ClientSettings {
  const http = { max_retries: null, request_timeout_ms: null, max_concurrency: maxConcurrency };
  return { infisical: null, azure: null, http };
}

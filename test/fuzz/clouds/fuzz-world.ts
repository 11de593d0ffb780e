import type { Environment } from "../../../src/core/environment";
import type { Logger } from "../../../src/core/log";
import { createProviderServer } from "../../../src/framework/create-provider-server";
import type { ProviderServer } from "../../../src/framework/provider-server";
import type { GrpcMethods } from "../../../src/protocol/grpc-server";
import { pluginMethods } from "../../../src/protocol/methods";
import { createEntrascimProvider } from "../../../src/provider/entrascim-provider";
import { FuzzClock } from "./fuzz-clock";
import { FuzzTransport, type Tamper } from "./fuzz-transport";
import { PLANTED } from "./planted";

/** A provider as its process has it, but for time and network. */
export interface FuzzWorld {
  readonly server: ProviderServer;
  readonly methods: GrpcMethods;
  readonly transport: FuzzTransport;
  readonly clock: FuzzClock;
  readonly log: KeptLog;
}

/** Keeps all that is logged as one text. */
export class KeptLog implements Logger {
  text = "";

  log(...line: Parameters<Logger["log"]>): void {
    this.text += `${JSON.stringify(line)}\n`;
  }
}

/** A pipeline's variables: the one sign-in that needs nothing else. */
export const ENVIRONMENT: Environment = {
  ACTIONS_ID_TOKEN_REQUEST_URL: "https://pipeline.example/oidc?a=b",
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: PLANTED.federatedToken,
};

/** A new one, configured by nobody yet. */
export function createWorld(tamper?: Tamper): FuzzWorld {
  const clock = new FuzzClock();
  const log = new KeptLog();
  const transport = new FuzzTransport(clock, tamper);
  const provider = createEntrascimProvider({
    env: ENVIRONMENT,
    clock,
    version: "0.0.0-fuzz",
    connect: { transport, random: () => 0.5 },
  });
  const server = createProviderServer(provider, { log, clock });
  return { server, methods: pluginMethods(server, log, () => {}), transport, clock, log };
}

/** Answers a call as the gRPC server has it answered: bytes for bytes. Rejects as the RPC does. */
export function callRpc({ methods }: FuzzWorld, name: string, request: Uint8Array): Promise<Uint8Array> {
  const method = methods.get(`/tfplugin6.Provider/${name}`);
  if (method?.kind !== "unary") throw new Error(`no RPC ${name}`);
  return method.call(request);
}

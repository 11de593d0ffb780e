import fc from "fast-check";
import { type FuzzProperty, prepared } from "../fuzz-property";
import {
  type HostileConnection,
  type HostileStream,
  hostileConnection,
  hostileStream,
} from "../generators/hostile-stream";
import { assertNoSecret } from "../oracle/safe-text";
import { RPC_MESSAGES } from "../rpc-messages";
import { ServedProvider } from "../served-provider";

/** What a client does at once. */
interface SocketCase {
  readonly streams: readonly HostileStream[];
  /** So many times beside each other. */
  readonly times: number;
  readonly connection: HostileConnection | null;
}

/** Resident memory, which a provider that idles has 60 MiB of: a request may be 64 MiB, and is held twice. */
const MOST_MEMORY = 400 * 2 ** 20;

const PATHS = [
  ...[...RPC_MESSAGES.keys()].map((rpc) => `/tfplugin6.Provider/${rpc}`),
  "/tfplugin6.Provider/ListResource",
  "/tfplugin5.Provider/GetSchema",
  "/plugin.GRPCStdio/StreamStdio",
  "/plugin.GRPCBroker/StartStream",
  "/grpc.health.v1.Health/Check",
  "/grpc.health.v1.Health/Watch",
];

const socketCase: fc.Arbitrary<SocketCase> = fc.record({
  streams: fc.array(hostileStream(PATHS), { minLength: 1, maxLength: 4 }),
  times: fc.oneof({ weight: 20, arbitrary: fc.constant(1) }, fc.constantFrom(10, 50)),
  connection: fc.option(hostileConnection, { freq: 2 }),
});

/** The real process behind its real socket. */
export const sockets: FuzzProperty = {
  name: "sockets",
  about: "Streams and connections that are no gRPC are refused, and the calls beside them are answered.",
  sample: 120,
  weight: 1,
  patience: 15_000,
  prepare: async () => {
    const provider = await ServedProvider.start();
    return prepared({
      cases: socketCase,
      try: async ({ streams, times, connection }) => {
        const all = Array.from({ length: times }, () => streams).flat();
        const sent = all.map((stream) => provider.send(stream));
        await Promise.all([...sent, ...(connection === null ? [] : [provider.connect(connection)])]);
        await provider.check();
        if (provider.memory > MOST_MEMORY) throw new Error(`the provider takes ${provider.memory} bytes`);
      },
      close: async () => {
        const code = await provider.stop();
        if (code !== 0) throw new Error(`the provider ended with ${code}: ${provider.log.slice(-2_000)}`);
        if (provider.log.includes("panic")) throw new Error(provider.log.slice(-2_000));
        assertNoSecret(provider.log, "the log");
      },
    });
  },
};

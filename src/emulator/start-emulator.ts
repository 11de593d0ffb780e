import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { Problem } from "../core/problem";
import { applySeed } from "./apply-seed";
import { BackgroundWork } from "./background-work";
import { createServerCertificates } from "./certificates";
import { Control } from "./control/control";
import { serveControl } from "./control/control-api";
import { createState } from "./create-state";
import { defaultSeed } from "./default-seed";
import { EmulatorClock } from "./emulator-clock";
import { entraApi } from "./entra/entra-api";
import { oidcApi } from "./entra/oidc-api";
import { type EmulatorEnvironment, environmentOf } from "./environment";
import { graphApi } from "./graph/graph-api";
import { infisicalApi } from "./infisical/infisical-api";
import { createOutbound } from "./provisioning/outbound";
import { Router } from "./route";
import { createScimApi } from "./scim/scim-api";
import { resolveSeed, type Seed, type SeedInput } from "./seed";
import { type Services, serveRequest } from "./serve-request";
import { signingKey } from "./signing-key";
import { Traffic } from "./traffic/traffic";

/** How an emulator is started. */
export interface EmulatorOptions {
  /** TCP port on 127.0.0.1; 0, which is the default, takes a free one. */
  readonly port?: number;
  /** What it knows at first, beside the default seed or instead of it. */
  readonly seed?: SeedInput;
  /** Milliseconds by which every answer is delayed; 0 unless told. */
  readonly latencyMs?: number;
}

/** A running emulator. */
export interface Emulator {
  /** `https://127.0.0.1:PORT`; the certificate is also good for `localhost`. */
  readonly origin: string;
  /** The authority that clients have to trust, PEM. */
  readonly caCertificate: string;
  /** What it was started with. */
  readonly seed: Seed;
  /** Changes and looks into the emulated world. */
  readonly control: Control;
  /** The control API for other processes: `POST {url}/{operation}` with this key in `x-control-key`. */
  readonly controlApi: { readonly url: string; readonly key: string };
  /** What a process needs in its environment to use it; `caFile` is a file that holds {@link caCertificate}. */
  environment(caFile: string): EmulatorEnvironment;
  /** Stops it; connections are broken, and work under way is waited for. */
  close(): Promise<void>;
}

/**
 * Starts emulated Microsoft Entra ID, Microsoft Graph, Infisical and SCIM applications on one HTTPS port of
 * 127.0.0.1, with a certificate authority of its own.
 *
 * Rejects with `invalid_input` for a seed that is not valid and `conflict` when the port cannot be listened on.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const seed = resolveSeed(options.seed ?? {}, defaultSeed());
  const [certificates, key, scimApi] = await Promise.all([
    createServerCertificates(),
    signingKey(),
    createScimApi(),
  ]);
  const { certificate: cert, privateKey } = certificates.server;
  const server = createServer({ cert, key: privateKey });
  const origin = `https://127.0.0.1:${await listen(server, options.port ?? 0)}`;
  try {
    const work = new BackgroundWork();
    const state = createState(
      {
        origin,
        clock: new EmulatorClock(),
        signingKey: key,
        outbound: createOutbound(certificates.caCertificate),
        background: (task) => work.begin(task),
      },
      seed,
    );
    applySeed(state, seed);
    const router = new Router([entraApi, oidcApi, graphApi, infisicalApi, scimApi]);
    const services = { state, router, traffic: new Traffic(options.latencyMs ?? 0) };
    return open(server, services, work, seed, certificates.caCertificate);
  } catch (caught) {
    await closeServer(server);
    throw caught;
  }
}

function open(
  server: Server,
  services: Services,
  work: BackgroundWork,
  seed: Seed,
  caCertificate: string,
): Emulator {
  const { state, traffic } = services;
  const control = new Control(services, () => work.settled());
  const controlKey = randomBytes(24).toString("base64url");
  listenTo(server, services, control, controlKey);
  return {
    origin: state.origin,
    caCertificate,
    seed,
    control,
    controlApi: { url: `${state.origin}/_control`, key: controlKey },
    environment: (caFile) => environmentOf(state, seed, caFile),
    close: async () => {
      traffic.pauses.releaseAll();
      traffic.faults.clear();
      await closeServer(server);
      await work.settled();
    },
  };
}

function listenTo(server: Server, services: Services, control: Control, controlKey: string): void {
  server.on("request", (incoming, outgoing) => {
    const served = incoming.url?.startsWith("/_control/")
      ? serveControl(control, controlKey, incoming, outgoing)
      : serveRequest(services, incoming, outgoing);
    served.catch((caught: unknown) => {
      services.state.violations.push(`the emulator has a bug: ${String(caught)}`);
      outgoing.destroy();
    });
  });
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", () =>
      reject(
        new Problem("conflict", {
          summary: "The emulator cannot listen",
          detail: `Port ${port} on 127.0.0.1 cannot be listened on. Another program may use it: choose another port, or 0 for any.`,
        }),
      ),
    );
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

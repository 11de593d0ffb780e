import { type ConnectOptions, createClients } from "../../src/clients/connect";
import { createTransport } from "../../src/clients/http/create-transport";
import type { HttpRequest, Transport } from "../../src/clients/http/transport";
import type { Environment } from "../../src/core/environment";
import type { Logger } from "../../src/core/log";
import { silentLogger } from "../../src/core/log";
import { CLIENT_ID, TENANT_ID } from "../../src/emulator/default-seed";
import { type Emulator, startEmulator } from "../../src/emulator/start-emulator";
import { createRuntime } from "../../src/provider/runtime";
import { type Plain, SimulatedTerraform } from "../../src/provider/testing/simulated-terraform";
import { CellClock } from "./cell-clock";
import type { Strike } from "./faults";
import { type Aim, FaultyTransport } from "./faulty-transport";
import { CREDENTIAL_KEY } from "./requests";

/** The connection of every sync here: it signs in with a secret that is kept in Infisical. */
export const CONNECTION: Plain = {
  tenant_id: TENANT_ID,
  client_id: CLIENT_ID,
  cloud: "public",
  auth: {
    client_secret: {
      project_id: null,
      environment: "prod",
      secret_path: "/azure",
      secret_key: CREDENTIAL_KEY,
    },
  },
};

/** The machinery of one cell: a Terraform, its time, and what it sent. */
export interface Session {
  readonly terraform: SimulatedTerraform;
  readonly clock: CellClock;
  /** Transports of the processes that were started, the last one last. */
  readonly transports: readonly FaultyTransport[];
  /** All that was logged. */
  readonly log: KeptLog;
}

/** Keeps all that is logged as one text. */
export class KeptLog implements Logger {
  text = "";

  log(...line: Parameters<Logger["log"]>): void {
    this.text += `${JSON.stringify(line)}\n`;
  }
}

/** The emulated clouds, a host that nothing may be sent to, and the real clients. Started once for many cells. */
export class FaultWorld {
  readonly emulator: Emulator;
  /** Trusted as the emulator is: a request that went there would be answered. */
  readonly other: Emulator;
  readonly #transport: Transport;
  readonly #environment: Environment;

  private constructor(emulator: Emulator, other: Emulator) {
    this.emulator = emulator;
    this.other = other;
    const { ARM_CLIENT_SECRET: _, ...environment } = emulator.environment("unused");
    this.#environment = environment;
    this.#transport = createTransport({
      maxConcurrency: 10,
      userAgent: "entrascim/0.0.0-faults",
      allowedHosts: null,
      env: {},
      ca: `${emulator.caCertificate}\n${other.caCertificate}`,
      log: silentLogger,
      clock: new CellClock(emulator.control),
    });
  }

  static async start(): Promise<FaultWorld> {
    const [emulator, other] = await Promise.all([startEmulator(), startEmulator()]);
    return new FaultWorld(emulator, other);
  }

  /** Another host name and another port than the emulator's. */
  get otherOrigin(): string {
    return this.other.origin.replace("127.0.0.1", "localhost");
  }

  /** A Terraform with one sync in hand. `aim` says what strikes the process that is started next, once asked. */
  session(aim: () => Aim | null): Session {
    const { control } = this.emulator;
    const clock = new CellClock(control);
    const log = new KeptLog();
    const transports: FaultyTransport[] = [];
    const newRuntime = () => {
      const transport = new FaultyTransport(
        this.#transport,
        clock,
        (strike, request) => this.#bringAbout(strike, request),
        aim(),
      );
      transports.push(transport);
      const options: ConnectOptions = {
        env: this.#environment,
        log,
        clock,
        userAgent: "entrascim/0.0.0-faults",
        random: () => 0.5,
        transport,
      };
      const settings = { infisical: null, azure: null, http: null };
      return createRuntime(createClients(settings, options), [], clock);
    };
    return { terraform: new SimulatedTerraform("entrascim_sync", newRuntime, clock), clock, transports, log };
  }

  async close(): Promise<void> {
    await Promise.all([this.emulator.close(), this.other.close()]);
  }

  #bringAbout(strike: Strike, request: HttpRequest): void {
    const { control } = this.emulator;
    const { pathname } = new URL(request.url);
    if (strike.by === "emulator") {
      control.fault({ ...strike.effect, match: { method: request.method, path: pathname } });
    } else if (strike.by === "revocation") {
      if (pathname.startsWith("/v1.0/")) control.apps.revokeTokens();
      else control.infisical.revokeTokens();
    } else if (strike.by === "hiding") {
      const id = /^\/v1\.0\/servicePrincipals\/([^/]+)/.exec(pathname)?.[1] ?? "";
      control.portal.hideServicePrincipal(id, { ms: strike.ms });
    }
  }
}

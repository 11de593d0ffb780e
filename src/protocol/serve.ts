import { rmSync } from "node:fs";
import type { Server } from "node:net";
import { systemClock } from "../core/clock";
import type { Logger } from "../core/log";
import { Problem } from "../core/problem";
import type { ProviderServer } from "../framework/provider-server";
import { createCertificate } from "./certificate";
import { crashOnUncaught } from "./crash";
import { guardAgainstDebugSwitches } from "./debug-switches";
import { serveGrpc } from "./grpc-server";
import { type Address, handshakeLine, type Launch, readLaunch } from "./handshake";
import type { Host } from "./host";
import { createSocketDirectory, listenOnPort, listenOnSocket } from "./listener";
import { pluginMethods } from "./methods";
import { watchParent } from "./parent-watch";
import { createPinnedTlsServer } from "./pinned-tls";

/** What {@link serve} is handed. */
export interface ServeOptions {
  readonly provider: ProviderServer;
  /** See `createHclogLogger`. */
  readonly log: Logger;
  /** Node's `process`. */
  readonly host: Host;
}

/** The exit code of a process that SIGTERM ended. */
const TERMINATED = 143;

/**
 * Serves a provider to the Terraform that started this process: go-plugin's handshake, mutual TLS with the one
 * client that Terraform announced, and plugin protocol 6 over gRPC. Resolves once Terraform knows where to connect.
 *
 * From then on the process belongs to Terraform. It ends when Terraform says so (exit code 0), within seconds of
 * Terraform's death (1), on SIGTERM (143), and on an error that nobody caught (2, with the stack on stderr). SIGINT
 * and SIGHUP, which Terraform gets as well and handles, are ignored. What keeps a provider from being served at all
 * (started by a person, no client certificate, no socket) is explained on stderr, with exit code 1; nothing is thrown.
 */
export async function serve({ provider, log, host }: ServeOptions): Promise<void> {
  crashOnUncaught(host);
  try {
    const launch = readLaunch(host.env, provider.name);
    guardAgainstDebugSwitches(host, log);
    obeyParentAlone(host);
    const certificate = createCertificate(systemClock.now());
    const methods = pluginMethods(provider, log, () => host.exit(0));
    const server = createPinnedTlsServer(certificate, launch.clientCertificate, (socket) => {
      serveGrpc(socket, methods, log);
    });
    const address = await listen(server, launch, host);
    host.stdout.write(handshakeLine(address, certificate.der));
  } catch (caught) {
    const { summary, detail } = Problem.from(caught);
    host.stderr.write(`${summary}.\n${detail}\n`, () => host.exit(1));
  }
}

function obeyParentAlone(host: Host): void {
  host.on("SIGINT", () => {});
  host.on("SIGHUP", () => {});
  host.on("SIGTERM", () => host.exit(TERMINATED));
  watchParent(host, () => host.exit(1));
}

async function listen(server: Server, launch: Launch, host: Host): Promise<Address> {
  if (host.platform === "win32") return listenOnPort(server, launch.ports);
  const directory = createSocketDirectory(launch);
  host.on("exit", () => rmSync(directory, { recursive: true, force: true }));
  return listenOnSocket(server, directory);
}

import { X509Certificate } from "node:crypto";
import { tmpdir } from "node:os";
import type { Environment } from "../core/environment";
import { Problem } from "../core/problem";

/** By this Terraform tells a provider that it was started by Terraform (Terraform's `plugin/serve.go`). */
const MAGIC_COOKIE = "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2";

/** The version of go-plugin's own handshake, and of Terraform's protocol. */
const CORE_VERSION = 1;
const PROTOCOL_VERSION = 6;

/** What Terraform asks for when it starts a provider. */
export interface Launch {
  /** The only client certificate that may connect, as DER. */
  readonly clientCertificate: Uint8Array;
  /** Where sockets are made. */
  readonly socketDirectory: string;
  /** Ports to try where there are no Unix sockets, both included; 0 to 0 takes any. */
  readonly ports: { readonly min: number; readonly max: number };
}

/**
 * Reads what go-plugin's client puts into the environment (`internal-design.md` of hashicorp/go-plugin).
 *
 * Throws `invalid_input` when a person started the executable, when Terraform does not speak protocol 6, when it
 * sent no client certificate (nothing is served to a client that cannot be told from others), and for ports that
 * are none.
 */
export function readLaunch(env: Environment, providerName: string): Launch {
  if (env.TF_PLUGIN_MAGIC_COOKIE !== MAGIC_COOKIE) throw startedByHand(providerName);
  const versions = env.PLUGIN_PROTOCOL_VERSIONS ?? String(PROTOCOL_VERSION);
  if (!versions.split(",").includes(String(PROTOCOL_VERSION))) throw unsupported(providerName);
  return {
    clientCertificate: clientCertificate(env.PLUGIN_CLIENT_CERT),
    socketDirectory: env.PLUGIN_UNIX_SOCKET_DIR || tmpdir(),
    ports: { min: port(env, "PLUGIN_MIN_PORT"), max: port(env, "PLUGIN_MAX_PORT") },
  };
}

/** Where a server listens. */
export type Address =
  | { readonly network: "unix"; readonly path: string }
  | { readonly network: "tcp"; readonly host: string; readonly port: number };

/** The one line on stdout that tells go-plugin where to connect, and whom to trust there. */
export function handshakeLine(address: Address, serverCertificate: Uint8Array): string {
  const where = address.network === "unix" ? address.path : `${address.host}:${address.port}`;
  const certificate = Buffer.from(serverCertificate).toString("base64").replace(/=+$/, "");
  return `${[CORE_VERSION, PROTOCOL_VERSION, address.network, where, "grpc", certificate].join("|")}\n`;
}

function clientCertificate(pem: string | undefined): Uint8Array {
  if (pem === undefined || pem === "") throw badCertificate("PLUGIN_CLIENT_CERT is not set");
  try {
    return new X509Certificate(pem).raw;
  } catch {
    throw badCertificate("PLUGIN_CLIENT_CERT is no certificate");
  }
}

function port(env: Environment, name: "PLUGIN_MIN_PORT" | "PLUGIN_MAX_PORT"): number {
  const text = env[name];
  if (text === undefined || text === "") return 0;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new Problem("invalid_input", {
    summary: `${name} is no port`,
    detail: `${name} has to be a whole number from 0 to 65535. Terraform sets it; unset it in your environment.`,
  });
}

function startedByHand(name: string): Problem {
  return new Problem("invalid_input", {
    summary: `This is the ${name} provider for Terraform, which Terraform starts by itself`,
    detail: `Declare the provider under required_providers in your configuration, and run "terraform init" and "terraform plan".`,
  });
}

function unsupported(name: string): Problem {
  return new Problem("invalid_input", {
    summary: `The ${name} provider needs a newer Terraform`,
    detail: `It speaks plugin protocol ${PROTOCOL_VERSION}, which this Terraform does not offer. Install Terraform 1.11 or later.`,
  });
}

function badCertificate(what: string): Problem {
  return new Problem("invalid_input", {
    summary: "Terraform sent no usable client certificate",
    detail: `${what}, and the provider serves no client that it cannot authenticate. Start it through Terraform.`,
  });
}

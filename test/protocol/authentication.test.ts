import type { ClientHttp2Session } from "node:http2";
import { connect as connectSocket, type NetConnectOpts } from "node:net";
import { networkInterfaces } from "node:os";
import type { SecureVersion } from "node:tls";
import { generate } from "selfsigned";
import { type Identity, makeIdentity } from "../support/provider-process";
import { type BuiltToy, buildToy } from "./support/build-toy";
import { call, connectPlugin, type StartedPlugin, startPlugin } from "./support/plugin-client";

const METADATA = "/tfplugin6.Provider/GetMetadata";
/** go-plugin's TCP, which is for Windows. */
const PLATFORMS = { unix: {}, tcp: { TOY_PLATFORM: "win32" } } as const;
type Network = keyof typeof PLATFORMS;

let toy: BuiltToy;
let client: Identity;
const plugins = new Map<Network, StartedPlugin>();
const bad: Record<string, Identity | undefined> = {};

/** A certificate named as go-plugin names its own, signed by `ca`. */
async function signedBy(ca: Identity): Promise<Identity> {
  const name = [{ name: "commonName", value: "localhost" }];
  const { cert, private: key } = await generate(name, { keyType: "ec", curve: "P-521", ca });
  return { cert, key };
}

beforeAll(async () => {
  toy = buildToy();
  client = await makeIdentity();
  const leaf = await signedBy(client);
  Object.assign(bad, {
    "no certificate": undefined,
    "a certificate of the same name with another key": await makeIdentity(),
    "a certificate of an authority of the same name with another key": await signedBy(await makeIdentity()),
    "a certificate that the client's signed": leaf,
    "that certificate with the client's behind it": { cert: `${leaf.cert}\n${client.cert}`, key: leaf.key },
  });
  for (const network of ["unix", "tcp"] as const) {
    plugins.set(network, startPlugin(toy.script, client, PLATFORMS[network]));
  }
});

afterAll(async () => {
  for (const { child, exit } of plugins.values()) {
    child.kill();
    await exit;
  }
  toy.remove();
});

const handshakeOf = async (network: Network) => {
  const handshake = (await plugins.get(network)?.handshake) ?? [];
  expect(handshake[2]).toBe(network);
  return handshake;
};

async function withSession<T>(
  network: Network,
  identity: Identity | undefined,
  version: SecureVersion,
  run: (session: ClientHttp2Session) => Promise<T>,
): Promise<T> {
  const options = { version, ...(identity === undefined ? {} : { identity }) };
  const session = connectPlugin(await handshakeOf(network), options);
  try {
    return await run(session);
  } finally {
    session.destroy();
  }
}

const ask = (network: Network, identity: Identity | undefined, version: SecureVersion) =>
  withSession(network, identity, version, (session) => call(session, METADATA));

describe.each<[SecureVersion, Network]>([
  ["TLSv1.2", "unix"],
  ["TLSv1.3", "unix"],
  ["TLSv1.2", "tcp"],
  ["TLSv1.3", "tcp"],
])("over %s on %s", (version, network) => {
  it("the client of the handshake is served", async () => {
    expect(await ask(network, client, version)).toMatchObject({ http: 200, code: 0 });
  });

  it.each([
    "no certificate",
    "a certificate of the same name with another key",
    "a certificate of an authority of the same name with another key",
    "a certificate that the client's signed",
    "that certificate with the client's behind it",
  ])("a client with %s is not", async (name) => {
    expect(Object.keys(bad)).toContain(name);
    await expect(ask(network, bad[name], version)).rejects.toThrow();
    // The right one still is.
    expect(await ask(network, client, version)).toMatchObject({ code: 0 });
  });
});

describe.each<[Network]>([["unix"], ["tcp"]])("on %s", (network) => {
  it("older versions of TLS are not spoken", async () => {
    await expect(ask(network, client, "TLSv1.1")).rejects.toThrow();
  });

  it.each([
    ["HTTP/2 in clear", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".repeat(20)],
    ["HTTP/1.1 in clear", `POST ${METADATA} HTTP/1.1\r\nhost: localhost\r\n\r\n`],
    ["no protocol at all", "\0".repeat(500)],
  ])("%s is cut off without an answer", async (_, words) => {
    const [, , , address = ""] = await handshakeOf(network);
    const [host = "", port = ""] = address.split(":");
    const heard = await exchange(
      network === "unix" ? { path: address } : { host, port: Number(port) },
      words,
    );
    // At most a TLS alert (content type 21) is said.
    expect(heard.length === 0 || heard[0] === 21).toBe(true);
    expect(await ask(network, client, "TLSv1.3")).toMatchObject({ code: 0 });
  });
});

it("on tcp nothing but 127.0.0.1 is listened on", async () => {
  const [, , , address = ""] = await handshakeOf("tcp");
  const port = Number(address.split(":")[1]);
  const others = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ internal }) => !internal)
    .map((each) => each.address);
  for (const host of ["127.0.0.2", "::1", ...others]) {
    await expect(exchange({ host, port }, "hello")).rejects.toThrow();
  }
});

/** What a server says to these words before it closes. Rejects when there is no connection to it. */
function exchange(to: NetConnectOpts, words: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const heard: Buffer[] = [];
    let connected = false;
    const socket = connectSocket(to, () => {
      connected = true;
      socket.write(words);
    });
    socket.on("data", (chunk: Buffer) => heard.push(chunk));
    socket.on("error", (error) => (connected ? undefined : reject(error)));
    socket.on("close", () => resolve(Buffer.concat(heard)));
  });
}

import type { ClientHttp2Session } from "node:http2";
import { connect as connectSocket } from "node:net";
import type { SecureVersion } from "node:tls";
import { generate } from "selfsigned";
import { type Identity, makeIdentity } from "../support/provider-process";
import { type BuiltToy, buildToy } from "./support/build-toy";
import { call, connectPlugin, type StartedPlugin, startPlugin } from "./support/plugin-client";

const METADATA = "/tfplugin6.Provider/GetMetadata";

let toy: BuiltToy;
let client: Identity;
let plugin: StartedPlugin;
const bad: Record<string, Identity | undefined> = {};

beforeAll(async () => {
  toy = buildToy();
  client = await makeIdentity();
  const leaf = await generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    curve: "P-521",
    ca: client,
  });
  Object.assign(bad, {
    "no certificate": undefined,
    "another certificate": await makeIdentity(),
    "a certificate that the client's signed": { cert: leaf.cert, key: leaf.private },
    "that certificate with the client's behind it": {
      cert: `${leaf.cert}\n${client.cert}`,
      key: leaf.private,
    },
  });
  plugin = startPlugin(toy.script, client);
});

afterAll(async () => {
  plugin.child.kill();
  await plugin.exit;
  toy.remove();
});

async function withSession<T>(
  identity: Identity | undefined,
  version: SecureVersion,
  run: (session: ClientHttp2Session) => Promise<T>,
): Promise<T> {
  const options = { version, ...(identity === undefined ? {} : { identity }) };
  const session = connectPlugin(await plugin.handshake, options);
  try {
    return await run(session);
  } finally {
    session.destroy();
  }
}

describe.each<SecureVersion>(["TLSv1.2", "TLSv1.3"])("over %s", (version) => {
  it("the client of the handshake is served", async () => {
    const answer = await withSession(client, version, (session) => call(session, METADATA));
    expect(answer).toMatchObject({ http: 200, code: 0 });
  });

  it.each([
    "no certificate",
    "another certificate",
    "a certificate that the client's signed",
    "that certificate with the client's behind it",
  ])("a client with %s is not", async (name) => {
    await expect(withSession(bad[name], version, (session) => call(session, METADATA))).rejects.toThrow();
    // The right one still is.
    expect(await withSession(client, version, (session) => call(session, METADATA))).toMatchObject({
      code: 0,
    });
  });
});

it("older versions of TLS are not spoken", async () => {
  await expect(withSession(client, "TLSv1.1", (session) => call(session, METADATA))).rejects.toThrow();
});

it("what is no TLS at all is cut off", async () => {
  const [, , , path = ""] = await plugin.handshake;
  const socket = connectSocket(path, () => socket.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".repeat(20)));
  socket.on("error", () => {});
  await new Promise((resolve) => socket.resume().on("close", resolve));
  expect(await withSession(client, "TLSv1.3", (session) => call(session, METADATA))).toMatchObject({
    code: 0,
  });
});

import { tmpdir } from "node:os";
import { Problem } from "../core/problem";
import { createCertificate } from "./certificate";
import { handshakeLine, readLaunch } from "./handshake";

const COOKIE = "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2";
const client = createCertificate(Date.now());
const env = {
  TF_PLUGIN_MAGIC_COOKIE: COOKIE,
  PLUGIN_PROTOCOL_VERSIONS: "5,6",
  PLUGIN_CLIENT_CERT: client.cert,
  PLUGIN_MIN_PORT: "10000",
  PLUGIN_MAX_PORT: "25000",
};

describe("readLaunch", () => {
  it("reads what Terraform sets", () => {
    const launch = readLaunch({ ...env, PLUGIN_UNIX_SOCKET_DIR: "/run/sockets" }, "toy");
    expect(launch).toMatchObject({ socketDirectory: "/run/sockets", ports: { min: 10_000, max: 25_000 } });
    expect(Buffer.from(launch.clientCertificate).equals(client.der)).toBe(true);
  });

  it("does without what older clients leave out", () => {
    const { PLUGIN_PROTOCOL_VERSIONS, PLUGIN_MIN_PORT, PLUGIN_MAX_PORT, ...few } = env;
    expect(readLaunch(few, "toy")).toMatchObject({ socketDirectory: tmpdir(), ports: { min: 0, max: 0 } });
  });

  it.each([
    ["without the cookie", { TF_PLUGIN_MAGIC_COOKIE: undefined }, "which Terraform starts by itself"],
    ["with another cookie", { TF_PLUGIN_MAGIC_COOKIE: "x" }, "which Terraform starts by itself"],
    ["by a client without protocol 6", { PLUGIN_PROTOCOL_VERSIONS: "4,5" }, "needs a newer Terraform"],
    ["by a client of protocol 16", { PLUGIN_PROTOCOL_VERSIONS: "16,61" }, "needs a newer Terraform"],
    ["without a client certificate", { PLUGIN_CLIENT_CERT: undefined }, "no usable client certificate"],
    ["with an empty one", { PLUGIN_CLIENT_CERT: "" }, "no usable client certificate"],
    ["with one that is none", { PLUGIN_CLIENT_CERT: "hunter2" }, "no usable client certificate"],
    ["with a port that is no number", { PLUGIN_MIN_PORT: "a" }, "PLUGIN_MIN_PORT is no port"],
    ["with a port that is too large", { PLUGIN_MAX_PORT: "65536" }, "PLUGIN_MAX_PORT is no port"],
  ])("refuses to be started %s", (_, changes, summary) => {
    const run = () => readLaunch({ ...env, ...changes }, "toy");
    expect(run).toThrow(Problem);
    expect(run).toThrow(summary);
    expect(run).not.toThrow("hunter2");
  });
});

describe("handshakeLine", () => {
  it("names a socket", () => {
    expect(handshakeLine({ network: "unix", path: "/tmp/p/s" }, Buffer.from("abcd"))).toBe(
      "1|6|unix|/tmp/p/s|grpc|YWJjZA\n",
    );
  });

  it("names a port", () => {
    const address = { network: "tcp", host: "127.0.0.1", port: 10_000 } as const;
    expect(handshakeLine(address, Buffer.from("abc"))).toBe("1|6|tcp|127.0.0.1:10000|grpc|YWJj\n");
  });
});

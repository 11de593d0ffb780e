import { randomBytes } from "node:crypto";
import type { ClientHttp2Session } from "node:http2";
import { gzipSync } from "node:zlib";
import * as wire from "../../src/protocol/gen/tfplugin6";
import { msgpack, TYPES, thing, unpack } from "../../src/protocol/testing/toy-calls";
import { FOREIGN_MESSAGE } from "../../src/protocol/testing/toy-provider";
import { type Identity, makeIdentity } from "../support/provider-process";
import { type BuiltToy, buildToy } from "./support/build-toy";
import {
  answerOf,
  call,
  connectPlugin,
  openStream,
  type StartedPlugin,
  startPlugin,
} from "./support/plugin-client";

const provider = (method: string) => `/tfplugin6.Provider/${method}`;
const METADATA = provider("GetMetadata");

let toy: BuiltToy;
let client: Identity;
let plugin: StartedPlugin;
let session: ClientHttp2Session;

beforeAll(async () => {
  toy = buildToy();
  client = await makeIdentity();
  plugin = startPlugin(toy.script, client, { TF_LOG: "TRACE" });
  session = connectPlugin(await plugin.handshake, { identity: client });
});

afterAll(async () => {
  session.destroy();
  plugin.child.kill();
  await plugin.exit;
  toy.remove();
});

const apply = (name: string) =>
  wire.ApplyResourceChange_Request.encode({
    typeName: "toy_thing",
    priorState: msgpack(null),
    plannedState: msgpack(thing({ name })),
    config: msgpack(thing({ name, password: "hunter2" })),
    plannedPrivate: new Uint8Array(),
  }).finish();

describe("a unary call", () => {
  it("is answered with one message", async () => {
    const answer = await call(session, provider("ApplyResourceChange"), apply("a"));
    expect(answer).toMatchObject({ http: 200, code: 0, message: "" });
    expect(unpack(wire.ApplyResourceChange_Response.decode(answer.body).newState)).toMatchObject({
      id: "id-a",
    });
  });

  it("carries twelve megabytes both ways", async () => {
    const input = randomBytes(6_000_000).toString("hex");
    const config = msgpack({ input, output: null }, TYPES.echo);
    const request = wire.ReadDataSource_Request.encode({ typeName: "toy_echo", config }).finish();
    const answer = await call(session, provider("ReadDataSource"), request);
    const state = unpack(wire.ReadDataSource_Response.decode(answer.body).state, TYPES.echo);
    expect(state).toEqual({ input, output: input });
  });

  it("runs beside hundreds of others", async () => {
    const calls = Array.from({ length: 300 }, (_, n) =>
      call(session, provider("ApplyResourceChange"), apply(`n${n}`)),
    );
    const codes = (await Promise.all(calls)).map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set([0]));
  });

  it.each([
    ["an unknown method", provider("Nothing"), 12],
    ["an unknown service", "/other.Service/GetMetadata", 12],
    ["another protocol", "/tfplugin5.Provider/GetSchema", 12],
    ["list resources, which are newer", provider("ListResource"), 12],
    ["actions, which are newer", provider("InvokeAction"), 12],
    ["a path that is none", "/", 12],
  ])("of %s is answered UNIMPLEMENTED", async (_, path, code) => {
    expect(await call(session, path, Buffer.from("whatever"))).toMatchObject({ http: 200, code });
  });

  it("with bytes that are no message is answered INVALID_ARGUMENT", async () => {
    const answer = await call(session, provider("ReadResource"), Buffer.from("ffffffff", "hex"));
    expect(answer).toMatchObject({ code: 3, message: expect.stringContaining("cannot be read") });
  });

  it("with a value of another shape is answered INVALID_ARGUMENT, with the place", async () => {
    const currentState = { msgpack: Buffer.from(`81a46e616d6505`, "hex"), json: new Uint8Array() };
    const request = wire.ReadResource_Request.encode({
      typeName: "toy_thing",
      currentState,
      private: new Uint8Array(),
    });
    const answer = await call(session, provider("ReadResource"), request.finish());
    expect(answer).toMatchObject({ code: 3, message: expect.stringContaining("name should be a string") });
  });

  it("that fails inside is answered INTERNAL, without a foreign message", async () => {
    const answer = await call(session, provider("ApplyResourceChange"), apply("fault"));
    expect(answer).toMatchObject({ code: 13, message: expect.stringContaining("SyntaxError") });
    expect(answer.message).not.toContain(FOREIGN_MESSAGE);
  });

  it.each([
    [
      "a compressed message",
      { "grpc-encoding": "gzip" },
      Buffer.concat([Buffer.from([1, 0, 0, 0, 21]), gzipSync("").subarray(0, 21)]),
      12,
    ],
    ["no message", {}, Buffer.alloc(0), 3],
    ["half a message", {}, Buffer.from([0, 0, 0, 0, 9, 1]), 3],
    ["two messages", {}, Buffer.alloc(10), 3],
  ])("with %s is refused", async (_, headers, body, code) => {
    const stream = openStream(session, { ":path": METADATA, ...headers });
    stream.end(body);
    expect(await answerOf(stream)).toMatchObject({ code });
  });

  it("that is not gRPC is refused", async () => {
    const get = openStream(session, { ":path": METADATA, ":method": "GET" });
    expect(await answerOf(get.end())).toMatchObject({ http: 405, code: undefined });
    const json = openStream(session, { ":path": METADATA, "content-type": "application/json" });
    expect(await answerOf(json.end("{}"))).toMatchObject({ http: 415, code: undefined });
  });

  it("with more than 64 MiB is refused, and the connection lives on", async () => {
    const stream = openStream(session, { ":path": METADATA });
    const answer = answerOf(stream);
    stream.on("error", () => {});
    stream.end(Buffer.alloc(65 * 1024 * 1024));
    expect(await answer).toMatchObject({ code: 8 });
    expect(await call(session, METADATA)).toMatchObject({ code: 0 });
  });

  it("may be given up by the client", async () => {
    const given = openStream(session, { ":path": METADATA });
    given.on("error", () => {});
    given.write(Buffer.from([0, 0]));
    given.close(8);
    const pending = openStream(session, { ":path": provider("ApplyResourceChange") });
    pending.on("error", () => {});
    const message = apply("hang");
    const frame = Buffer.concat([Buffer.alloc(5), message]);
    frame.writeUInt32BE(message.length, 1);
    pending.end(frame, () => pending.close(8));
    expect(await call(session, METADATA)).toMatchObject({ code: 0 });
    expect(await call(session, provider("StopProvider"))).toMatchObject({ code: 0 });
    expect(await call(session, METADATA)).toMatchObject({ code: 0 });
  });
});

describe("go-plugin's own services", () => {
  it.each(["/plugin.GRPCStdio/StreamStdio", "/plugin.GRPCBroker/StartStream"])(
    "%s stays open and silent",
    async (path) => {
      const stream = openStream(session, { ":path": path });
      const [headers] = await new Promise<unknown[]>((resolve) =>
        stream.once("response", (...all) => resolve(all)),
      );
      expect(headers).toMatchObject({ ":status": 200, "content-type": "application/grpc" });
      const data = jest.fn();
      stream.on("data", data);
      stream.end(Buffer.alloc(5));
      expect(await call(session, METADATA)).toMatchObject({ code: 0 });
      expect([data.mock.calls, stream.closed]).toEqual([[], false]);
      stream.close();
    },
  );

  it("health is good", async () => {
    const answer = await call(session, "/grpc.health.v1.Health/Check");
    expect(answer.body.toString("hex")).toBe("0801");
  });
});

it("the log has the lines that Terraform parses, and no values", () => {
  const lines = plugin.stderr().trim().split("\n");
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines) {
    expect(JSON.parse(line)).toMatchObject({
      "@level": expect.stringMatching(/^(trace|debug|info|warn|error)$/),
      "@timestamp": expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
    });
  }
  expect(plugin.stderr()).not.toContain("hunter2");
});

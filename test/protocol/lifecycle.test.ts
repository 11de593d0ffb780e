import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as wire from "../../src/protocol/gen/tfplugin6";
import { msgpack, thing } from "../../src/protocol/testing/toy-calls";
import { type Identity, makeIdentity, pluginEnvironment } from "../support/provider-process";
import { type BuiltToy, buildToy } from "./support/build-toy";
import { call, connectPlugin, type StartedPlugin, startPlugin } from "./support/plugin-client";

const METADATA = "/tfplugin6.Provider/GetMetadata";
const APPLY = "/tfplugin6.Provider/ApplyResourceChange";
const SHUTDOWN = "/plugin.GRPCController/Shutdown";

let toy: BuiltToy;
let client: Identity;
const started: StartedPlugin[] = [];

beforeAll(async () => {
  toy = buildToy();
  client = await makeIdentity();
});

afterAll(() => {
  for (const { child } of started) child.kill("SIGKILL");
  toy.remove();
});

function start(env: NodeJS.ProcessEnv = {}): StartedPlugin {
  const plugin = startPlugin(toy.script, client, env);
  started.push(plugin);
  return plugin;
}

async function connected(env: NodeJS.ProcessEnv = {}) {
  const plugin = start(env);
  const handshake = await plugin.handshake;
  return { plugin, socket: handshake[3] ?? "", session: connectPlugin(handshake, { identity: client }) };
}

const apply = (name: string) =>
  wire.ApplyResourceChange_Request.encode({
    typeName: "toy_thing",
    priorState: msgpack(null),
    plannedState: msgpack(thing({ name })),
    config: msgpack(thing({ name })),
    plannedPrivate: new Uint8Array(),
  }).finish();

describe("the handshake", () => {
  it("is the only line on stdout, and names a socket that nobody else may reach", async () => {
    const { plugin, socket, session } = await connected();
    expect(plugin.stdout()).toMatch(/^1\|6\|unix\|[^|]+\|grpc\|[A-Za-z0-9+/]+\n$/);
    expect(statSync(dirname(socket)).mode & 0o777).toBe(0o700);
    await call(session, SHUTDOWN);
    await plugin.exit;
    expect(plugin.stdout().split("\n")).toHaveLength(2);
  });

  it("names a socket in the directory that Terraform asks for, and leaves nothing there", async () => {
    const directory = mkdtempSync(join(tmpdir(), "d-"));
    const { plugin, socket, session } = await connected({ PLUGIN_UNIX_SOCKET_DIR: directory });
    expect(socket.startsWith(directory)).toBe(true);
    await call(session, SHUTDOWN);
    expect(await plugin.exit).toBe(0);
    expect(readdirSync(directory)).toEqual([]);
    rmSync(directory, { recursive: true });
  });

  it("names a port in the range that Terraform allows on Windows", async () => {
    const { plugin, socket, session } = await connected({ TOY_PLATFORM: "win32" });
    const handshake = await plugin.handshake;
    expect(handshake[2]).toBe("tcp");
    expect(socket).toMatch(/^127\.0\.0\.1:(1\d{4}|2[0-5]\d{3})$/);
    expect(await call(session, METADATA)).toMatchObject({ code: 0 });
    await call(session, SHUTDOWN);
    expect(await plugin.exit).toBe(0);
  });
});

describe("a provider that cannot be served", () => {
  it.each([
    [
      "was started by hand",
      { TF_PLUGIN_MAGIC_COOKIE: undefined },
      /toy provider for Terraform.*terraform init/s,
    ],
    ["gets no client certificate", { PLUGIN_CLIENT_CERT: undefined }, /client certificate/],
    ["meets an old Terraform", { PLUGIN_PROTOCOL_VERSIONS: "5" }, /newer Terraform/],
    ["has no place for its socket", { TMPDIR: "/nowhere" }, /\/nowhere.*TMPDIR/s],
  ])("says so when it %s, and ends", async (_, env, explanation) => {
    const plugin = start(env);
    expect(await plugin.exit).toBe(1);
    expect(plugin.stdout()).toBe("");
    expect(plugin.stderr()).toMatch(explanation);
    expect(plugin.stderr()).not.toMatch(/\n\s+at /);
  });
});

describe("the end", () => {
  it("comes with Shutdown, after its answer", async () => {
    const { plugin, socket, session } = await connected();
    expect(await call(session, SHUTDOWN)).toMatchObject({ code: 0 });
    expect(await plugin.exit).toBe(0);
    expect(existsSync(dirname(socket))).toBe(false);
  });

  it("comes with Shutdown, also beside a call that hangs", async () => {
    const { plugin, session } = await connected();
    const hanging = call(session, APPLY, apply("hang")).catch(() => "cut off");
    expect(await call(session, SHUTDOWN)).toMatchObject({ code: 0 });
    expect(await plugin.exit).toBe(0);
    expect(await hanging).toBe("cut off");
  });

  it("comes with SIGTERM, without leaving the socket", async () => {
    const { plugin, socket } = await connected();
    plugin.child.kill("SIGTERM");
    expect(await plugin.exit).toBe(143);
    expect(existsSync(dirname(socket))).toBe(false);
  });

  it.each(["SIGINT", "SIGHUP"] as const)("does not come with %s, which Terraform handles", async (signal) => {
    const { plugin, session } = await connected();
    const pending = call(session, APPLY, apply("hang"));
    plugin.child.kill(signal);
    expect(await call(session, METADATA)).toMatchObject({ code: 0 });
    plugin.child.kill(signal);
    expect(await call(session, "/tfplugin6.Provider/StopProvider")).toMatchObject({ code: 0 });
    expect(await pending).toMatchObject({ code: 0 });
    await call(session, SHUTDOWN);
    expect(await plugin.exit).toBe(0);
  });

  it.each([
    ["an error that nobody caught", "crash", /^panic: SyntaxError\n\s+at JSON\.parse/m],
    ["a rejection that nobody handled", "reject", /^panic: RangeError\n\s+at .*apply/m],
  ])("comes with %s, and shows the stack without the message", async (_, name, panic) => {
    const { plugin, socket, session } = await connected();
    await expect(call(session, APPLY, apply(name))).rejects.toThrow();
    expect(await plugin.exit).toBe(2);
    expect(plugin.stderr()).toMatch(panic);
    expect(plugin.stderr()).not.toContain("hunter2");
    expect(existsSync(dirname(socket))).toBe(false);
  });
});

describe("when Terraform is killed", () => {
  /** A parent that starts the toy, hands its handshake through, and does nothing else. */
  async function startWithParent(): Promise<{
    parent: ChildProcess;
    pid: number;
    handshake: readonly string[];
  }> {
    const code = `
      const child = require("node:child_process").spawn(process.execPath, [${JSON.stringify(toy.script)}], { stdio: ["ignore", "pipe", "inherit"] });
      child.stdout.once("data", (line) => process.stdout.write(child.pid + "|" + line));
      setInterval(() => {}, 1000);`;
    const env = pluginEnvironment(client, { PATH: process.env.PATH });
    const parent = spawn(process.execPath, ["-e", code], { env, stdio: ["ignore", "pipe", "inherit"] });
    const [line] = (await once(parent.stdout, "data")) as [Buffer];
    const [pid, ...handshake] = line.toString().trim().split("|");
    return { parent, pid: Number(pid), handshake };
  }

  async function gone(pid: number): Promise<void> {
    for (;;) {
      try {
        process.kill(pid, 0);
      } catch {
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  it.each([
    ["idle", undefined],
    ["inside a request", "hang"],
  ])("a provider that is %s ends by itself", async (_, name) => {
    const { parent, pid, handshake } = await startWithParent();
    const session = connectPlugin(handshake, { identity: client });
    expect(await call(session, METADATA)).toMatchObject({ code: 0 });
    const pending = name === undefined ? undefined : call(session, APPLY, apply(name)).catch(() => {});
    parent.kill("SIGKILL");
    await gone(pid);
    expect(existsSync(dirname(handshake[3] ?? "/"))).toBe(false);
    session.destroy();
    await pending;
  });
});

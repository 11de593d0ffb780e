import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Problem } from "../core/problem";
import { createSocketDirectory, listenOnPort, listenOnSocket } from "./listener";

const base = mkdtempSync(join(tmpdir(), "l-"));
const launch = { clientCertificate: new Uint8Array(), socketDirectory: base, ports: { min: 0, max: 0 } };
const servers: Server[] = [];
const server = () => {
  const created = createServer();
  servers.push(created);
  return created;
};

afterAll(() => {
  for (const open of servers) open.close();
  rmSync(base, { recursive: true });
});

describe("createSocketDirectory", () => {
  it("makes a directory of its own that nobody else may enter", () => {
    const directory = createSocketDirectory(launch);
    expect(statSync(directory).mode & 0o777).toBe(0o700);
    expect(createSocketDirectory(launch)).not.toBe(directory);
  });

  it("says which directory cannot be used", () => {
    const run = () => createSocketDirectory({ ...launch, socketDirectory: join(base, "missing") });
    expect(run).toThrow(Problem);
    expect(run).toThrow(/missing cannot hold it.*TMPDIR/);
  });

  it("refuses a path that a socket cannot have", () => {
    const long = join(base, "x".repeat(100));
    mkdirSync(long);
    expect(() => createSocketDirectory({ ...launch, socketDirectory: long })).toThrow(
      "too long for a socket",
    );
    expect(readdirSync(long)).toEqual([]);
  });
});

describe("listenOnSocket", () => {
  it("listens inside the directory", async () => {
    const directory = createSocketDirectory(launch);
    const address = await listenOnSocket(server(), directory);
    expect(address).toEqual({ network: "unix", path: join(directory, "s") });
    expect(statSync(join(directory, "s")).isSocket()).toBe(true);
  });
});

describe("listenOnSocket, where there can be no socket", () => {
  it("says where", async () => {
    const missing = join(base, "gone");
    await expect(listenOnSocket(server(), missing)).rejects.toThrow(/gone cannot hold it/);
  });
});

describe("listenOnPort", () => {
  it("takes any port of the loopback interface when none is asked for", async () => {
    const address = await listenOnPort(server(), { min: 0, max: 0 });
    expect(address).toMatchObject({ network: "tcp", host: "127.0.0.1" });
    expect(address.network === "tcp" && address.port).toBeGreaterThan(0);
  });

  it("passes over ports that are taken, and fails when all are", async () => {
    const first = await listenOnPort(server(), { min: 0, max: 0 });
    const port = first.network === "tcp" ? first.port : 0;
    await expect(listenOnPort(server(), { min: port, max: port })).rejects.toMatchObject({
      code: "unavailable",
    });
    const next = await listenOnPort(server(), { min: port, max: port + 50 });
    expect(next.network === "tcp" && next.port).toBeGreaterThan(port);
  });
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fakeClock, problem, syncedState } from "../sync/testing/fakes";
import { exitCodes } from "./exit-codes";
import { runCli } from "./run-cli";
import { fakeClients, syncOf } from "./status/testing/fake-clients";
import { statusCommand } from "./status-command";
import { fakeIo } from "./testing/fake-io";

function state(...syncs: readonly ReturnType<typeof syncOf>[]): string {
  const resources = syncs.map((attributes, index) => ({
    mode: "managed",
    type: "entrascim_sync",
    name: `s${index}`,
    instances: [{ attributes }],
  }));
  return JSON.stringify({ version: 4, serial: 1, resources });
}

function setup(options: Parameters<typeof fakeIo>[0] = {}) {
  const world = fakeClients();
  world.tenantOf("client").destination.stored.set("SecretToken", "scim-token");
  const io = fakeIo(options);
  const clock = fakeClock();
  const run = (...args: readonly string[]) => {
    const command = statusCommand(io, { connect: async () => world.clients, clock });
    return runCli({ version: "0.0.0", commands: [command] }, ["status", ...args], io);
  };
  return { ...world, io, clock, run };
}

describe("entrascim status", () => {
  it("ends with 0 when all is well", async () => {
    const { run, io } = setup({ stdin: state(syncOf(1), syncOf(2)) });
    expect(await run("-")).toBe(exitCodes.ok);
    expect(io.stdout.text).toContain("2 syncs: all well (standard input, 2026-01-01T00:00:00.000Z)");
    expect(io.stderr.text).toBe("");
    expect(io.stdout.text).not.toContain("scim-token");
  });

  it("ends with 5 when a sync is not well, and tells no more on standard error", async () => {
    const { run, io, source } = setup({ stdin: state(syncOf(1)) });
    source.newest = { id: "s1", version: 5, updatedAt: null, updatedBy: null };
    expect(await run("-", "--json")).toBe(exitCodes.attention);
    expect(JSON.parse(io.stdout.text)).toMatchObject({
      healthy: false,
      syncs: [{ status: "rotated", synced_version: 4, source_version: 5 }],
    });
    expect(io.stderr.text).toBe("");
  });

  it.each([
    ["unauthenticated", exitCodes.denied],
    ["forbidden", exitCodes.denied],
    ["unavailable", exitCodes.unavailable],
  ] as const)("ends with another code when nothing could be looked at: %s", async (code, exit) => {
    const { run, io, tenantOf } = setup({ stdin: state(syncOf(1), syncOf(2)) });
    tenantOf("client").refusal = problem(code);
    expect(await run("-")).toBe(exit);
    expect(io.stdout.text).toContain(`a ${code} problem: Detail`);
    expect(io.stderr.text).toContain("None of the 2 syncs could be looked at");
  });

  it.each<[string, string, number, string]>([
    ["no syncs", state(), exitCodes.failed, "The state has no syncs"],
    ["a plan", '{"format_version": "1.2", "resource_changes": []}', exitCodes.usage, "This is a plan"],
    ["no JSON", "hello", exitCodes.usage, "standard input is not JSON"],
  ])("cannot look at %s", async (_, stdin, exit, message) => {
    const { run, io } = setup({ stdin });
    expect(await run("-")).toBe(exit);
    expect(io.stdout.text).toBe("");
    expect(io.stderr.text).toContain(message);
  });

  it.each([
    ["--watch", "0"],
    ["--watch", "soon"],
    ["--max-concurrency", "0"],
  ])("refuses %s %s", async (...args) => {
    const { run, source } = setup({ stdin: state(syncOf(1)) });
    expect(await run("-", ...args)).toBe(exitCodes.usage);
    expect(source.calls).toEqual([]);
  });

  it("tells how far it is where somebody looks, and clears it", async () => {
    const { run, io } = setup({ isTTY: true, stdin: state(syncOf(1), syncOf(2)) });
    await run("-");
    expect(io.stderr.text).toMatch(/Looking at syncs: 1 of 2.*: 2 of 2\r.\[2K$/s);
  });

  it("looks at a plan file no more than at a plan", async () => {
    const folder = await mkdtemp(join(tmpdir(), "entrascim-status-"));
    try {
      await writeFile(join(folder, "plan.tfplan"), "PK\u0003\u0004");
      const { run, io } = setup();
      expect(await run(join(folder, "plan.tfplan"))).toBe(exitCodes.usage);
      expect(io.stderr.text).toContain("This is a plan, not a state");
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("says that it was interrupted", async () => {
    const { run, io, tenantOf } = setup({ stdin: state(syncOf(1)) });
    tenantOf("client").destination.on = {
      jobs: () => {
        io.interrupt();
        throw problem("cancelled");
      },
    };
    expect(await run("-")).toBe(exitCodes.interrupted);
    expect(io.stderr.text).toBe("Interrupted.\n");
    expect(io.stdout.text).toBe("");
  });
});

describe("entrascim status --watch", () => {
  /** Interrupts in the wait after so many looks. */
  function watching(looks: number, options: Parameters<typeof fakeIo>[0] = {}) {
    const world = setup(options);
    const { sleep } = world.clock;
    let waits = 0;
    world.clock.sleep = (ms, signal) => {
      if (++waits === looks) world.io.interrupt();
      return sleep(ms, signal);
    };
    return world;
  }

  it("prints a line of JSON for each look, asks Infisical anew, and ends with the code of the last", async () => {
    const { run, io, source, clock } = watching(3, { stdin: state(syncOf(1)) });
    const { describe } = source;
    let looks = 0;
    source.describe = async () => {
      const found = await describe.call(source);
      return ++looks < 3 ? found : { id: "s1", version: 5, updatedAt: null, updatedBy: null };
    };
    expect(await run("-", "--json", "--watch")).toBe(exitCodes.attention);
    const lines = io.stdout.text.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).healthy)).toEqual([true, true, false]);
    expect(source.calls.filter((call) => call === "forget")).toHaveLength(3);
    expect(clock.waits).toEqual([30_000, 30_000]);
  });

  it("reads a file again, and goes on while it cannot be read", async () => {
    const folder = await mkdtemp(join(tmpdir(), "entrascim-status-"));
    try {
      const file = join(folder, "terraform.tfstate");
      await writeFile(file, state(syncOf(1)));
      const { run, io, clock } = watching(3);
      const { sleep } = clock;
      const contents = [state(), state(syncOf(1), syncOf(2))];
      clock.sleep = async (ms, signal) => {
        await writeFile(file, contents.shift() ?? "");
        return sleep(ms, signal);
      };
      expect(await run(file, "--watch", "5")).toBe(exitCodes.ok);
      expect(io.stdout.text.match(/^\d syncs?: all well/gm)).toEqual([
        "1 sync: all well",
        "2 syncs: all well",
      ]);
      expect(io.stderr.text).toContain("The state has no syncs");
      expect(clock.waits).toEqual([5_000, 5_000]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("writes over the last table on a terminal", async () => {
    const { run, io } = watching(2, { isTTY: true, stdin: state(syncedState({ name: "only" })) });
    await run("-", "--watch");
    expect(io.stdout.text).toMatch(/\[\d+A\r.*1 sync: /);
    expect(io.stdout.text.match(/1 sync: /g)).toHaveLength(2);
  });
});

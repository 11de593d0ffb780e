import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inputOf } from "../testing/fake-io";
import { openInput } from "./open-input";

describe("openInput", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "entrascim-input-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const file = (name: string, content: string | Buffer) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const open = (target: string, ...texts: string[]) =>
    openInput(target, { stdin: inputOf(...texts), signal: new AbortController().signal });

  it("reads JSON from standard input, in however many pieces", async () => {
    expect(await open("-", '{"a":', "1}")).toEqual({ kind: "json", name: "standard input", value: { a: 1 } });
  });

  it("reads JSON from a file, with or without a byte order mark", async () => {
    const plan = file("plan.json", '\uFEFF{"a":1}');
    expect(await open(plan)).toEqual({ kind: "json", name: plan, value: { a: 1 } });
  });

  it("knows a plan file by its first bytes", async () => {
    const plan = file("any-name", Buffer.from("PK\u0003\u0004rest"));
    expect(await open(plan)).toEqual({ kind: "plan-file", file: plan });
  });

  it("knows a directory", async () => {
    expect(await open(folder)).toEqual({ kind: "directory", directory: folder });
  });

  it.each([
    ["text", () => file("text", "hunter2"), /is not JSON/],
    ["an empty file", () => file("empty", ""), /is not JSON/],
    ["a file of one byte", () => file("one", "P"), /is not JSON/],
    ["nothing", () => join(folder, "none"), /cannot be read/],
  ])("refuses %s, without quoting it", async (_, prepare, message) => {
    const problem = await open(prepare()).catch((caught: Error) => caught);
    expect(problem).toMatchObject({ message: expect.stringMatching(message) });
    expect(String((problem as Error).message)).not.toContain("hunter2");
  });

  it("stops waiting for standard input on Ctrl-C", async () => {
    const interrupt = new AbortController();
    const stdin: AsyncIterable<Uint8Array> = {
      [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }),
    };
    const reading = openInput("-", { stdin, signal: interrupt.signal });
    interrupt.abort();
    await expect(reading).rejects.toMatchObject({ code: "cancelled" });
  });

  it("refuses an empty standard input", async () => {
    await expect(open("-")).rejects.toMatchObject({ code: "invalid_input" });
  });
});

import { Readable } from "node:stream";
import { frameMessage, MAX_MESSAGE_BYTES, readMessage } from "./grpc-frame";
import { GrpcCode } from "./grpc-status";

const hello = Buffer.from("hello");
const framed = frameMessage(hello);

describe("frameMessage", () => {
  it("prefixes a message with its length", () => {
    expect(framed.toString("hex")).toBe("000000000568656c6c6f");
  });

  it("refuses what Terraform would not accept", () => {
    const run = () => frameMessage({ length: MAX_MESSAGE_BYTES + 1 } as Uint8Array);
    expect(run).toThrow(expect.objectContaining({ code: GrpcCode.resourceExhausted }));
  });
});

describe("readMessage", () => {
  it.each([
    ["at once", [framed]],
    ["in pieces", [framed.subarray(0, 3), framed.subarray(3, 6), framed.subarray(6)]],
  ])("reads a message that comes %s", async (_, chunks) => {
    expect(Buffer.from(await readMessage(Readable.from(chunks)))).toEqual(hello);
  });

  it("reads an empty message", async () => {
    expect(await readMessage(Readable.from([frameMessage(new Uint8Array())]))).toHaveLength(0);
  });

  it.each([
    ["nothing", [], GrpcCode.invalidArgument],
    ["half a prefix", [framed.subarray(0, 4)], GrpcCode.invalidArgument],
    ["half a message", [framed.subarray(0, 8)], GrpcCode.invalidArgument],
    ["two messages", [framed, framed], GrpcCode.invalidArgument],
    ["a compressed message", [Buffer.from("010000000568656c6c6f", "hex")], GrpcCode.unimplemented],
  ])("refuses %s", async (_, chunks, code) => {
    await expect(readMessage(Readable.from(chunks, { objectMode: false }))).rejects.toMatchObject({ code });
  });

  it("stops reading a message that is too large, and leaves the stream usable", async () => {
    const chunk = Buffer.alloc(8 * 1024 * 1024);
    const endless = new Readable({
      read() {
        this.push(chunk);
      },
    });
    await expect(readMessage(endless)).rejects.toMatchObject({ code: GrpcCode.resourceExhausted });
    expect(endless.destroyed).toBe(false);
    endless.destroy();
  });
});

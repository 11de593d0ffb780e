import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import {
  type LocalServer,
  serveLocally,
  throwAwayCertificate,
} from "../../src/clients/http/testing/local-server";

const SCRIPT = join(__dirname, "support", "send-once.ts");

let server: LocalServer;

beforeAll(async () => {
  server = await serveLocally((_, response) => response.end(), await throwAwayCertificate("localhost"));
});
afterAll(() => server.close());

/** In a process of its own, since Node reads these variables past Jest's environment. */
async function outcome(env: Record<string, string>): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", SCRIPT, `https://localhost:${server.port}/`],
    { env: { ...process.env, ...env } },
  );
  return stdout;
}

describe("a certificate that nobody vouches for", () => {
  it.each<[string, Record<string, string>]>([
    ["by default", {}],
    [
      "also where the environment turns verification off for all of Node",
      { NODE_TLS_REJECT_UNAUTHORIZED: "0" },
    ],
  ])("is refused %s", async (_, env) => {
    expect(await outcome(env)).toBe("untrusted");
  });
});

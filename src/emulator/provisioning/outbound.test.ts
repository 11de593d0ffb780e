import { type Emulator, startEmulator } from "../start-emulator";
import { createOutbound } from "./outbound";

describe("outbound requests", () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator();
  });
  afterAll(() => emulator.close());

  it("reach an application over TLS that it can verify", async () => {
    const outbound = createOutbound(emulator.caCertificate);
    const url = `${emulator.origin}/scim/slack/v2/Users`;
    const token = emulator.control.inspectToken("slack");
    expect(await outbound({ method: "GET", url, token })).toMatchObject({
      reached: true,
      status: 200,
      statusName: "OK",
    });
    expect(await outbound({ method: "GET", url, token: "no" })).toMatchObject({
      status: 401,
      statusName: "Unauthorized",
    });
  });

  it.each([
    ["TLS that it cannot verify", () => `${emulator.origin}/scim/slack/v2/Users`, false],
    ["plain http", () => emulator.origin.replace("https", "http"), true],
    ["an address that is none", () => "scim.example.com", true],
    ["a port where nobody listens", () => "https://127.0.0.1:1", true],
  ])("do not reach %s", async (_name, url, trusted) => {
    const other = await startEmulator();
    const outbound = createOutbound(trusted ? emulator.caCertificate : other.caCertificate);
    expect((await outbound({ method: "GET", url: url(), token: null })).reached).toBe(false);
    await other.close();
  });

  it("do not follow redirects", async () => {
    const outbound = createOutbound(emulator.caCertificate);
    emulator.control.fault({ kind: "redirect", location: "/scim/slack/v2/Users" });
    const answer = await outbound({
      method: "GET",
      url: `${emulator.origin}/scim/slack/v2/Users`,
      token: "t",
    });
    expect(answer).toMatchObject({ reached: true, status: 307 });
  });

  it("do not reach a connection that breaks", async () => {
    const outbound = createOutbound(emulator.caCertificate);
    for (const kind of ["reset-before", "truncate"] as const) {
      emulator.control.fault({ kind });
      const url = `${emulator.origin}/scim/slack/v2/Users`;
      expect((await outbound({ method: "GET", url, token: "t" })).reached).toBe(false);
    }
  });
});

import childProcess from "node:child_process";
import { inspect } from "node:util";
import { setLogLevel } from "@azure/logger";
import forge from "node-forge";
import { Problem } from "../../core/problem";
import { Secret } from "../../core/secret";
import type { ReadyCredential } from "./ready-credential";
import { requestToken } from "./request-token";
import {
  type Answer,
  CLIENT,
  callUntil,
  entraError,
  FakeClock,
  FakeTransport,
  plan,
  TENANT,
  tokenAnswer,
} from "./testing/fake-entra";

function request(ready: ReadyCredential, ...answers: Answer[]) {
  const transport = new FakeTransport(...answers);
  const clock = new FakeClock();
  const options = { transport, timeoutMs: 1000, now: () => clock.now() };
  const credential = ready.kind === "azure_cli" ? { kind: ready.kind } : plan().credential;
  return { transport, result: requestToken(plan({ credential }), ready, options, callUntil(clock)) };
}

const secret: ReadyCredential = {
  kind: "client_secret",
  clientId: CLIENT,
  secret: new Secret("hidden-secret"),
};

describe("requestToken", () => {
  it("signs an assertion with the certificate's key, and sends neither", async () => {
    const keys = forge.pki.rsa.generateKeyPair(2048);
    const certificate = forge.pki.createCertificate();
    certificate.publicKey = keys.publicKey;
    certificate.validity.notAfter = new Date(Date.now() + 86_400_000);
    certificate.sign(keys.privateKey, forge.md.sha256.create());
    const pem = forge.pki.privateKeyToPem(keys.privateKey) + forge.pki.certificateToPem(certificate);
    const { transport, result } = request(
      { kind: "client_certificate", clientId: CLIENT, pem: new Secret(pem) },
      tokenAnswer(),
    );
    await result;
    const [, payload = ""] = transport.form(0).get("client_assertion")?.split(".") ?? [];
    expect(JSON.parse(Buffer.from(payload, "base64url").toString())).toMatchObject({
      iss: CLIENT,
      sub: CLIENT,
      aud: expect.stringContaining(TENANT),
    });
    expect(transport.requests[0]?.body).not.toContain("PRIVATE");
  });

  it("says when the token expires", async () => {
    const { result } = request(secret, tokenAnswer());
    const { expiresAt } = await result;
    expect(Math.abs(expiresAt - Date.now() - 3599_000)).toBeLessThan(10_000);
  });

  it("writes nothing, however talkative the Azure SDK is told to be", async () => {
    const written: string[] = [];
    const spies = [
      jest.spyOn(process.stderr, "write").mockImplementation((chunk) => written.push(String(chunk)) > 0),
      jest.spyOn(process.stdout, "write").mockImplementation((chunk) => written.push(String(chunk)) > 0),
      jest.spyOn(console, "error").mockImplementation((...args) => written.push(inspect(args))),
    ];
    setLogLevel("verbose");
    try {
      await request(secret, entraError(401, 7000215)).result.catch(() => {});
    } finally {
      setLogLevel(undefined);
      for (const spy of spies) spy.mockRestore();
    }
    expect(written).toEqual([]);
  });
});

describe("the Azure CLI", () => {
  /** What `az` writes, in place of the real one. */
  function withAz(stdout: string, stderr: string): ReturnType<typeof request> {
    jest.spyOn(childProcess, "exec").mockImplementation(((...args: unknown[]) => {
      const callback = args.at(-1);
      if (typeof callback === "function") callback(null, stdout, stderr);
    }) as typeof childProcess.exec);
    return request({ kind: "azure_cli", clientId: null });
  }

  afterEach(() => jest.restoreAllMocks());

  it("gives its account's token for the tenant", async () => {
    const { result, transport } = withAz('{"accessToken":"cli-token","expires_on":4102444800}', "");
    expect((await result).value.reveal()).toBe("cli-token");
    expect(transport.requests).toHaveLength(0);
    expect(jest.mocked(childProcess.exec).mock.calls[0]?.[0]).toBe(
      `az account get-access-token --output json --resource https://graph.microsoft.com --tenant ${TENANT}`,
    );
  });

  it("is told that what it printed is no token", async () => {
    const { result } = withAz('{"expires_on":4102444800}', "");
    await expect(result).rejects.toMatchObject({ code: "unexpected_response" });
  });

  it.each<[string, string, string, string]>([
    ["it is not installed", "", "/bin/sh: 1: az: not found", "not installed"],
    ["nobody is signed in", "", "Please run 'az login' to setup account.", "not signed in"],
    ["it fails otherwise", "", "hidden-output", "az account get-access-token"],
    ["it answers no JSON", "hidden-output", "", "az account get-access-token"],
  ])("explains that %s", async (_, stdout, stderr, words) => {
    const caught: unknown = await withAz(stdout, stderr).result.catch((error: unknown) => error);
    expect(caught).toBeInstanceOf(Problem);
    expect(caught).toMatchObject({ code: "unauthenticated" });
    expect(inspect(caught)).toContain(words);
    expect(inspect(caught)).not.toContain("hidden-output");
  });
});

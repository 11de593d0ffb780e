import { Problem } from "../../core/problem";
import { readCredentialBytes } from "./read-credential";
import { callUntil, FakeClock } from "./testing/fake-entra";

describe("a credential's file that cannot be read", () => {
  it.each([
    [{ code: "ENOENT" }, "cannot be read (ENOENT)."],
    [{ code: "ERR_INVALID_ARG_VALUE" }, "cannot be read (ERR_INVALID_ARG_VALUE)."],
    [{ code: "hidden message" }, "cannot be read."],
    [{}, "cannot be read."],
  ])("is told with its code, where it has one: %j", async (members, words) => {
    const readers = {
      readFile: () => Promise.reject(Object.assign(new Error("hidden message"), members)),
      readSecret: () => Promise.reject(new Error("not asked for")),
    };
    const input = { from: "file", name: "ARM_CLIENT_CERTIFICATE_PATH", path: "/hidden" } as const;
    const caught: unknown = await readCredentialBytes(input, readers, callUntil(new FakeClock())).catch(
      (error: unknown) => error,
    );
    const problem = Problem.from(caught);
    expect(problem.code).toBe("unauthenticated");
    expect(problem.detail).toContain(words);
    expect(problem.message).not.toContain("hidden");
  });
});

import { Problem, type ProblemCode } from "../../core/problem";
import { checkDestination } from "./destination-check";

describe("checkDestination", () => {
  it.each([
    "https://vault.example.com/a?b=c",
    "http://localhost:1/",
    "http://app.localhost/",
    "http://127.1.2.3/",
    "http://[::1]:8080/",
    "http://169.254.169.254/metadata/identity/oauth2/token",
  ])("lets %s through", (url) => {
    expect(checkDestination(url, null).href).toBe(url);
  });

  it.each<[string, ProblemCode]>([
    ["http://vault.example.com/", "untrusted"],
    ["http://127.0.0.1.evil.example/", "untrusted"],
    ["http://169.254.169.254.evil.example/", "untrusted"],
    ["http://localhost.evil.example/", "untrusted"],
    ["http://10.0.0.1/", "untrusted"],
    ["ftp://localhost/", "untrusted"],
    ["file:///etc/passwd", "untrusted"],
    ["https://user@vault.example.com/", "untrusted"],
    ["https://:pw@vault.example.com/", "untrusted"],
    ["vault.example.com", "invalid_input"],
    ["", "invalid_input"],
    ["https://", "invalid_input"],
  ])("refuses %s with %s", (url, code) => {
    try {
      checkDestination(url, null);
      throw new Error("nothing was thrown");
    } catch (caught) {
      expect(Problem.from(caught).code).toBe(code);
    }
  });

  it("needs no entry for the metadata service, and one for loopback", () => {
    expect(checkDestination("http://169.254.169.254/", new Set()).hostname).toBe("169.254.169.254");
    expect(() => checkDestination("http://localhost:1/", new Set())).toThrow(/ENTRASCIM_ALLOWED_HOSTS/);
  });
});

import { Command } from "commander";
import { Problem } from "../core/problem";
import { connectClients, withClientFlags } from "./connect-clients";
import { fakeIo } from "./testing/fake-io";

describe("connectClients", () => {
  it("reads the environment as the provider does", async () => {
    const env = {
      ARM_TENANT_ID: "contoso.onmicrosoft.com",
      ARM_ENVIRONMENT: "china",
      INFISICAL_PROJECT_ID: "p-1",
    };
    expect(await connectClients(fakeIo({ env }), { maxConcurrency: 10 })).toMatchObject({
      defaultTenantId: "contoso.onmicrosoft.com",
      defaultCloud: "china",
      defaultProjectId: "p-1",
    });
  });

  it("needs no environment before a call does", async () => {
    const clients = await connectClients(fakeIo(), { verbose: true, maxConcurrency: 3 });
    expect(clients).toMatchObject({ defaultTenantId: null, defaultCloud: "public", defaultProjectId: null });
  });

  it("rejects with what is wrong in the environment", async () => {
    const connecting = connectClients(fakeIo({ env: { INFISICAL_HOST: "http://infisical.example.com" } }), {
      maxConcurrency: 10,
    });
    const problem = await connecting.then(() => null, Problem.from);
    expect(problem?.code).toBe("invalid_input");
  });
});

describe("withClientFlags", () => {
  const parse = (...args: readonly string[]) =>
    withClientFlags(new Command().exitOverride().configureOutput({ writeErr: () => {} }))
      .parse(args, { from: "user" })
      .opts();

  it("reads the flags", () => {
    expect(parse()).toEqual({ maxConcurrency: 10 });
    expect(parse("--max-concurrency", "40", "--verbose")).toEqual({ maxConcurrency: 40, verbose: true });
  });

  it.each(["0", "1001", "many"])("refuses %s requests at once", (count) => {
    expect(() => parse("--max-concurrency", count)).toThrow("whole number from 1 to 1000");
  });
});

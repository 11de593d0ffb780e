import { Agent, ProxyAgent } from "undici";

const client = jest.requireActual<Record<string, unknown>>("./undici-client.cjs");

describe("undici-client", () => {
  it("has what src/clients/http/routes.ts takes of undici, and it is undici's own", () => {
    expect(client).toEqual({ Agent: expect.any(Function), ProxyAgent: expect.any(Function) });
    expect(client.Agent).toBe(Agent);
    expect(client.ProxyAgent).toBe(ProxyAgent);
  });
});

import { OBJECT_ID, problem } from "../../sync/testing/fakes";
import { fill } from "../testing/simulated-terraform";
import { base, created, errors, resourceNotFound, setup } from "../testing/sync-fixture";

describe("a destroy", () => {
  it("retains the token and says so, without a call", async () => {
    const { terraform, clients } = await created();
    const diagnostics = await terraform.destroy();
    expect(diagnostics).toEqual([
      expect.objectContaining({ severity: "warning", summary: "The token stays on the service principal" }),
    ]);
    expect(terraform.state).toBeNull();
    expect(clients.destination.calls).toEqual([]);
  });

  it("clears the token with on_destroy = clear", async () => {
    const { terraform, clients } = await created({ ...base, on_destroy: "clear" });
    expect(await terraform.destroy()).toEqual([]);
    expect(clients.destination.stored.has("SecretToken")).toBe(false);
    expect(clients.destination.stored.has("BaseAddress")).toBe(true);
  });

  it("keeps the state when clearing fails", async () => {
    const { terraform, clients } = await created({ ...base, on_destroy: "clear" });
    clients.destination.on = {
      putSecrets: () => {
        throw problem("unavailable");
      },
    };
    expect(errors(await terraform.destroy())).toHaveLength(1);
    expect(terraform.state).not.toBeNull();
  });

  it("takes a service principal that is gone for success", async () => {
    const { terraform, clients } = await created({ ...base, on_destroy: "clear" });
    clients.destination.on = {
      secrets: resourceNotFound,
      jobs: resourceNotFound,
      servicePrincipal: resourceNotFound,
    };
    expect(await terraform.destroy()).toEqual([]);
    expect(terraform.state).toBeNull();
  });

  it("does not clear what was never confirmed", async () => {
    const { terraform, clients } = setup();
    clients.destination.on = {
      putSecrets: (n) => {
        if (n === 1) throw problem("timeout");
      },
    };
    clients.destination.stored.set("SecretToken", "somebody's");
    await terraform.run({ ...base, on_destroy: "clear" });
    expect(await terraform.destroy()).toEqual([
      expect.objectContaining({ severity: "warning", summary: "The token stays on the service principal" }),
    ]);
    expect(clients.destination.stored.get("SecretToken")).toBe("somebody's");
  });

  it("does not clear where this process has pushed under another name", async () => {
    const { clients, terraform } = await created({ ...base, on_destroy: "clear" });
    const server = terraform.newProcess();
    await server.configure({ config: fill(server.schemas().provider, {}), terraformVersion: "1.11.4" });
    const renamed = { ...base, name: "renamed", on_destroy: "clear" };
    const config = fill(terraform.schema, renamed);
    const planned = await server.plan({
      type: "entrascim_sync",
      prior: null,
      proposed: config,
      config,
      private: new Uint8Array(),
    });
    await server.apply({
      type: "entrascim_sync",
      prior: null,
      planned: planned.planned,
      config,
      private: planned.private,
    });
    const gone = await server.apply({
      type: "entrascim_sync",
      prior: terraform.state,
      planned: null,
      config: null,
      private: new Uint8Array(),
    });
    expect(gone.diagnostics).toEqual([
      expect.objectContaining({ severity: "warning", detail: expect.stringContaining("moved") }),
    ]);
    expect(clients.destination.stored.get("SecretToken")).toBe("token-v4");
  });

  it("has nothing to remove after an import that was never applied", async () => {
    const { terraform, clients } = setup();
    await terraform.import(OBJECT_ID);
    clients.destination.calls.length = 0;
    expect(await terraform.destroy()).toEqual([expect.objectContaining({ severity: "warning" })]);
    expect(clients.destination.calls).toEqual([]);
  });
});

import type { Clients, ConnectionInput } from "../clients/clients";
import { Problem } from "../core/problem";
import { tenantOf } from "./tenant-of";

const connection: ConnectionInput = { tenant_id: null, client_id: null, cloud: null, auth: null };

function refusing(problem: Problem): Pick<Clients, "tenant"> {
  return {
    tenant: () => {
      throw problem;
    },
  };
}

function pathOf(problem: Problem, at: ConnectionInput | null): unknown {
  try {
    tenantOf(refusing(problem) as Clients, at, ["destination", "connection"]);
  } catch (caught) {
    return caught instanceof Problem ? caught.path : caught;
  }
  return "nothing was thrown";
}

describe("the tenant of a connection", () => {
  const whole = new Problem("invalid_input", { summary: "No tenant", detail: "None." });

  it.each([
    [
      "continues below the connection",
      whole.at(["client_id"]),
      connection,
      ["destination", "connection", "client_id"],
    ],
    ["is the connection where none is named", whole, connection, ["destination", "connection"]],
    ["stays without a connection", whole, null, undefined],
  ])("is refused with a path that %s", (_name, problem, at, path) => {
    expect(pathOf(problem, at)).toEqual(path);
  });
});

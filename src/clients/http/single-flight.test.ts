import type { CallOptions } from "../../core/clock";
import { cancelled } from "../../core/clock";
import { Problem } from "../../core/problem";
import { SingleFlight } from "./single-flight";

const call = (signal: AbortSignal = new AbortController().signal): CallOptions => ({ signal, deadline: 1 });

/** An operation that ends when told to, and with `cancelled` when its signal aborts. */
function controlled() {
  const begun: { readonly resolve: (value: string) => void; readonly reject: (error: unknown) => void }[] =
    [];
  const operation = ({ signal }: CallOptions) =>
    new Promise<string>((resolve, reject) => {
      begun.push({ resolve, reject });
      signal.addEventListener("abort", () => reject(cancelled()));
    });
  return { begun, operation };
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "fine",
    (error: unknown) => Problem.from(error).code,
  );

describe("SingleFlight", () => {
  it("shares an operation under way, per key, and remembers nothing", async () => {
    const { begun, operation } = controlled();
    const flights = new SingleFlight<string>();
    const same = [flights.run("a", call(), operation), flights.run("a", call(), operation)];
    const other = flights.run("b", call(), operation);
    expect(begun).toHaveLength(2);
    begun[0]?.resolve("A");
    begun[1]?.resolve("B");
    expect(await Promise.all([...same, other])).toEqual(["A", "A", "B"]);
    const later = flights.run("a", call(), operation);
    begun[2]?.resolve("C");
    expect(await later).toBe("C");
  });

  it("shares a failure, and begins anew for the next", async () => {
    const { begun, operation } = controlled();
    const flights = new SingleFlight<string>();
    const both = [flights.run("a", call(), operation), flights.run("a", call(), operation)].map(codeOf);
    begun[0]?.reject(new Problem("unavailable", { summary: "s", detail: "d" }));
    expect(await Promise.all(both)).toEqual(["unavailable", "unavailable"]);
    const next = flights.run("a", call(), operation);
    begun[1]?.resolve("A");
    expect(await next).toBe("A");
  });

  it("lets one who is interrupted leave alone", async () => {
    const { begun, operation } = controlled();
    const flights = new SingleFlight<string>();
    const interrupted = new AbortController();
    const first = flights.run("a", call(), operation);
    const second = codeOf(flights.run("a", call(interrupted.signal), operation));
    interrupted.abort();
    expect(await second).toBe("cancelled");
    begun[0]?.resolve("A");
    expect(await first).toBe("A");
  });

  it("begins anew for the others, once, when the one who began is interrupted", async () => {
    const { begun, operation } = controlled();
    const flights = new SingleFlight<string>();
    const interrupted = new AbortController();
    const first = codeOf(flights.run("a", call(interrupted.signal), operation));
    const others = [flights.run("a", call(), operation), flights.run("a", call(), operation)];
    interrupted.abort();
    expect(await first).toBe("cancelled");
    await new Promise(setImmediate);
    expect(begun).toHaveLength(2);
    begun[1]?.resolve("A");
    expect(await Promise.all(others)).toEqual(["A", "A"]);
  });

  it("begins nothing for one who was interrupted before", async () => {
    const { begun, operation } = controlled();
    expect(await codeOf(new SingleFlight<string>().run("a", call(AbortSignal.abort()), operation))).toBe(
      "cancelled",
    );
    expect(begun).toHaveLength(0);
  });
});

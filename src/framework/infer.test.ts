import type { Secret } from "../core/secret";
import type { Config, KnownConfig, State } from "./infer";
import { block, defineSchema, nested, nestedList, number, secret, string } from "./schema";
import type { Unknown } from "./value";

const schema = defineSchema({
  description: "x",
  attributes: {
    r: string({ mode: "required", description: "x" }),
    n: string({ mode: "required", nullable: true, description: "x" }),
    o: number({ mode: "optional", description: "x" }),
    s: secret({ mode: "optional", writeOnly: true, description: "x" }),
    c: nestedList({
      mode: "computed",
      description: "x",
      attributes: { id: string({ mode: "computed", description: "x" }) },
    }),
    d: nested({
      mode: "required",
      description: "x",
      attributes: { e: string({ mode: "required", description: "x" }) },
    }),
  },
  blocks: {
    must: block({
      required: true,
      description: "x",
      attributes: { r: string({ mode: "required", description: "x" }) },
    }),
    may: block({ description: "x", attributes: { r: string({ mode: "required", description: "x" }) } }),
  },
});

/** Holds at compile time, when both types are assignable to each other. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
const holds = <T extends true>(value: T): T => value;
type S = typeof schema;

describe("types inferred from a schema", () => {
  it("are those of the moment (checked by the compiler)", () => {
    expect([
      holds<Same<Config<S>["r"], string | Unknown>>(true),
      holds<Same<KnownConfig<S>["r"], string>>(true),
      holds<Same<State<S>["r"], string | null>>(true),
      holds<Same<KnownConfig<S>["n"], string | null>>(true),
      holds<Same<Config<S>["o"], number | Unknown | null>>(true),
      holds<Same<KnownConfig<S>["s"], Secret | null>>(true),
      holds<Same<State<S>["c"], readonly { readonly id: string | null }[] | null>>(true),
      holds<Same<KnownConfig<S>["d"], { readonly e: string }>>(true),
      holds<Same<KnownConfig<S>["must"], { readonly r: string }>>(true),
      holds<Same<KnownConfig<S>["may"], { readonly r: string } | null>>(true),
      holds<Same<State<S>["must"], { readonly r: string | null } | null>>(true),
    ]).not.toContain(false);
  });
});

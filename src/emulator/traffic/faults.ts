import { z } from "zod";
import { isMeant, type MatchedRequest, requestMatch } from "./request-match";

const effect = z.discriminatedUnion("kind", [
  /** Answers with a status instead of the service, in the service's own error format unless `body` is given. */
  z.strictObject({
    kind: z.literal("status"),
    status: z.int().min(200).max(599),
    /** Seconds, sent as `Retry-After`. */
    retryAfter: z.union([z.number(), z.string()]).optional(),
    headers: z.record(z.string(), z.string()).optional(),
    body: z.string().optional(),
    /** The service does what was asked, and only its answer is replaced. */
    applied: z.boolean().optional(),
  }),
  /**
   * Answers with a status, and quotes the request with its headers and body wherever the service's own error format
   * has a text: as servers do that are careless with credentials. `broken`: the JSON ends in the middle.
   */
  z.strictObject({
    kind: z.literal("echo"),
    status: z.int().min(200).max(599),
    broken: z.boolean().default(false),
  }),
  /** Sets headers of the service's answer; null removes one. */
  z.strictObject({ kind: z.literal("headers"), headers: z.record(z.string(), z.string().nullable()) }),
  /** Replaces the body of the service's answer. */
  z.strictObject({ kind: z.literal("body"), body: z.string() }),
  /** Breaks the connection before the service sees the request. */
  z.strictObject({ kind: z.literal("reset-before") }),
  /** Breaks the connection after the service has done what was asked. */
  z.strictObject({ kind: z.literal("reset-after") }),
  /** Never answers, or only after so many milliseconds. `applied`: having done what was asked, and never. */
  z.strictObject({
    kind: z.literal("stall"),
    ms: z.int().positive().optional(),
    applied: z.boolean().optional(),
  }),
  /** Sends half of the body that was announced, then breaks the connection. */
  z.strictObject({ kind: z.literal("truncate") }),
  /** The service does what was asked, and answers 200 with JSON that ends in the middle: half of its own, if it has any. */
  z.strictObject({ kind: z.literal("malformed") }),
  /** Answers 200 with a JSON text of so many bytes. */
  z.strictObject({
    kind: z.literal("huge"),
    bytes: z
      .int()
      .positive()
      .default(64 * 1024 * 1024),
  }),
  /** Sends the client somewhere else. */
  z.strictObject({
    kind: z.literal("redirect"),
    location: z.string(),
    status: z.union([z.literal(301), z.literal(302), z.literal(307), z.literal(308)]).default(307),
  }),
  /** Puts a next link of another kind into a page. */
  z.strictObject({ kind: z.literal("nextLink"), link: z.string() }),
]);

const fault = z.intersection(
  effect,
  z.object({
    match: requestMatch.default({}),
    /** Skips the first `nth - 1` requests that match. */
    nth: z.int().positive().default(1),
    /** How many requests it befalls. */
    times: z.union([z.int().positive(), z.literal("always")]).default(1),
  }),
);

/** Checks a fault as the control API takes it. */
export const faultSchema: z.ZodType<Fault, FaultInput> = fault;

/** A fault as it is written: `match`, `nth` and `times` may be left out. */
export type FaultInput = z.input<typeof fault>;

/** A fault, complete. */
export type Fault = z.output<typeof fault>;

/** What befalls a request. */
export type FaultEffect = z.output<typeof effect>;

interface PlannedFault {
  readonly fault: Fault;
  seen: number;
  left: number;
}

/** The faults that are planned; of several that fit, the one that was planned first befalls a request. */
export class FaultPlan {
  #planned: PlannedFault[] = [];

  add(added: Fault): void {
    this.#planned.push({
      fault: added,
      seen: 0,
      left: added.times === "always" ? Number.POSITIVE_INFINITY : added.times,
    });
  }

  clear(): void {
    this.#planned = [];
  }

  /** What befalls this request, or null; it counts as seen, and the fault as used. */
  take(request: MatchedRequest): FaultEffect | null {
    let chosen: PlannedFault | null = null;
    for (const planned of this.#planned) {
      if (!isMeant(planned.fault.match, request)) continue;
      planned.seen += 1;
      if (chosen === null && planned.seen >= planned.fault.nth && planned.left > 0) chosen = planned;
    }
    if (chosen === null) return null;
    chosen.left -= 1;
    return chosen.fault;
  }
}

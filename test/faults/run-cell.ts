import { CLIENT_SECRET, IDENTITY_CLIENT_SECRET } from "../../src/emulator/default-seed";
import type { Diagnostic } from "../../src/framework/diagnostics";
import type { Value } from "../../src/framework/value";
import { type Call, SCENARIOS, type ScenarioName } from "./calls";
import { type Expectation, expectationOf } from "./expectations";
import type { FaultWorld, Session } from "./fault-world";
import type { Fault } from "./faults";
import { judge, judgeAgain } from "./judge";
import { type Counts, sum } from "./requests";
import { type Stage, storedOn } from "./scenarios";

/** What was seen when a cell was run. */
export interface Observed {
  readonly before: Value;
  readonly state: Value;
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: Counts;
  /** Milliseconds of each wait. */
  readonly waits: readonly number[];
  /** Synchronization secrets of the service principal afterwards. */
  readonly stored: Readonly<Record<string, string>>;
}

/** What a cell came to. */
export type CellResult =
  | { readonly status: "not applicable"; readonly why: string }
  | {
      readonly status: "passed" | "failed";
      readonly expected: Expectation;
      /** How often the call was made, the first time included; other requests of its name left out. */
      readonly calls: number;
      /** What was not as expected, in words. */
      readonly mismatches: readonly string[];
    };

const PATIENCE_MS = 1000;

/** Texts that bodies of the emulator's errors hold: no message may quote a body. */
const BODIES = ["fails on request", "Something went wrong", "transient error has occurred", "<!doctype"];

/** Runs one cell of the table on its stage. Rejects only for what is wrong with the table itself. */
export async function runCell(
  world: FaultWorld,
  stage: Stage,
  call: Call,
  fault: Fault,
): Promise<CellResult> {
  const expected = expectationOf(call, fault);
  if ("notApplicable" in expected) return { status: "not applicable", why: expected.notApplicable };
  const { control } = world.emulator;
  const issued = control.inspect().issuedTokens.length;
  let armed = true;
  const aim = {
    call,
    fault,
    strike: () => fault.strike(call, { now: control.inspect().now, otherOrigin: world.otherOrigin }),
  };
  const session = world.session(() => (armed ? aim : null));
  stage.reset(session.terraform);
  control.clearRequests();
  control.setClockSkew(fault.clockSkewMs ?? 0);
  // What an earlier cell hid until a time on its clock is to be seen.
  if (call.scenario !== "gone") control.portal.hideServicePrincipal(stage.objectId, {});
  try {
    const observed = await act(world, session, stage, expected.counts);
    armed = false;
    control.clearFaults();
    const first = judge({ call, fault, expected, stage, observed });
    const before = session.transports.length;
    const diagnostics = await stage.again(session);
    await settle(world, session, {});
    const again = { ...look(world, session, stage), before: observed.state, diagnostics };
    const puts = sum(...session.transports.slice(before).map(({ counts }) => counts)).put ?? 0;
    const mismatches = [
      ...first,
      ...judgeAgain({ call, expected, stage, observed: again, puts }),
      ...(await invariants(world, session, issued, stage, [...observed.diagnostics, ...diagnostics])),
    ];
    const others = (expected.counts[call.request] ?? 0) - expected.tries;
    const calls = (observed.counts[call.request] ?? 0) - others;
    return { status: mismatches.length === 0 ? "passed" : "failed", expected, calls, mismatches };
  } finally {
    control.clearFaults();
    control.setClockSkew(0);
  }
}

/** What happens on a stage where nothing goes wrong. */
export async function runUndisturbed(
  world: FaultWorld,
  scenario: ScenarioName,
  stage: Stage,
): Promise<Observed> {
  const session = world.session(() => null);
  stage.reset(session.terraform);
  return act(world, session, stage, SCENARIOS[scenario].counts);
}

async function act(world: FaultWorld, session: Session, stage: Stage, due: Counts): Promise<Observed> {
  const before = session.terraform.state;
  const diagnostics = await stage.act(session);
  await settle(world, session, due);
  return { ...look(world, session, stage), before, diagnostics };
}

/** What was begun before the first failure goes on for a while; requests that are due are waited for. */
async function settle(world: FaultWorld, session: Session, due: Counts): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (isOutstanding(due, countsOf(session)) && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await Promise.all(session.transports.map((transport) => transport.quiet()));
  await world.emulator.control.settled();
}

function look(world: FaultWorld, session: Session, stage: Stage): Omit<Observed, "before" | "diagnostics"> {
  return {
    state: session.terraform.state,
    counts: countsOf(session),
    waits: [...session.clock.waits],
    stored: storedOn(world.emulator.control, stage.objectId),
  };
}

function countsOf({ transports }: Session): Counts {
  return sum(...transports.map(({ counts }) => counts));
}

function isOutstanding(due: Counts, counted: Counts): boolean {
  return (Object.keys(due) as (keyof Counts)[]).some((name) => (counted[name] ?? 0) < (due[name] ?? 0));
}

/** What holds in every cell, whatever happens. */
async function invariants(
  world: FaultWorld,
  session: Session,
  issued: number,
  stage: Stage,
  diagnostics: readonly Diagnostic[],
): Promise<readonly string[]> {
  const { control } = world.emulator;
  const wrong: string[] = [];
  const elsewhere = world.other.control.requests();
  for (const { method, path, hasAuthorization } of elsewhere) {
    wrong.push(`another host was sent ${method} ${path}${hasAuthorization ? " with a token" : ""}`);
  }
  if (elsewhere.length > 0) world.other.control.clearRequests();
  wrong.push(...control.violations().map((violation) => `the services object to ${violation}`));
  const secrets = [
    ...control.inspect().issuedTokens.slice(issued),
    ...[stage.oldToken ?? stage.newToken, stage.newToken, CLIENT_SECRET, IDENTITY_CLIENT_SECRET],
  ];
  const said = JSON.stringify(diagnostics);
  const places = { diagnostics: said, log: session.log.text, state: JSON.stringify(session.terraform.state) };
  for (const [place, text] of Object.entries(places)) {
    if (secrets.some((secret) => text.includes(secret)))
      wrong.push(`a token or credential is in the ${place}`);
    if (BODIES.some((body) => text.includes(body))) wrong.push(`the ${place} quotes the body of an answer`);
  }
  if (/This is a bug|has a bug|undefined|\[object|\\n\s{4}at /i.test(said))
    wrong.push(`not a message for people: ${said}`);
  return wrong;
}

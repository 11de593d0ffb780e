import fc from "fast-check";
import { conform } from "./conform";
import { Diagnostics } from "./diagnostics";
import { difference } from "./difference";
import { runPasses } from "./operations/plan";
import { checkPlan } from "./passes/check-plan";
import { checkResult } from "./passes/check-result";
import { findReplaces } from "./passes/find-replaces";
import { nullWriteOnly } from "./passes/null-write-only";
import { anyConfig, anySchema, anyState, settled } from "./random-schema.test-support";
import { fromTyped, toTyped } from "./typed-value";

const RUNS = { numRuns: 300 };

/** A schema, a configuration and a prior state that has nothing to do with it. */
const situation = (unknowns: boolean) =>
  anySchema.chain((schema) =>
    fc.record({
      schema: fc.constant(schema),
      config: anyConfig(schema, { unknowns }),
      prior: fc.option(anyState(schema)),
    }),
  );

describe("for every schema", () => {
  it("a plan keeps Terraform's rules, whatever the prior state is", () => {
    fc.assert(
      fc.property(situation(true), ({ schema, config, prior }) => {
        const diagnostics = new Diagnostics();
        checkPlan(schema, { config, prior, planned: runPasses(schema, config, prior) }, diagnostics);
        expect(diagnostics.items).toEqual([]);
      }),
      RUNS,
    );
  });

  it("planning again gives the same plan", () => {
    fc.assert(
      fc.property(situation(true), ({ schema, config, prior }) => {
        expect(runPasses(schema, config, prior)).toStrictEqual(runPasses(schema, config, prior));
      }),
      RUNS,
    );
  });

  it("what was applied as planned plans as it is, and replaces nothing", () => {
    fc.assert(
      fc.property(situation(false), ({ schema, config, prior }) => {
        const state = settled(runPasses(schema, config, prior));
        expect(runPasses(schema, config, state)).toStrictEqual(state);
        expect(findReplaces(schema, state, runPasses(schema, config, state))).toEqual([]);
      }),
      RUNS,
    );
  });

  it("what is known in a plan is known the same once the unknowns are decided", () => {
    fc.assert(
      fc.property(situation(false), ({ schema, config, prior }) => {
        const planned = runPasses(schema, config, prior);
        const diagnostics = new Diagnostics();
        checkResult(planned, settled(planned), diagnostics);
        expect(diagnostics.items).toEqual([]);
      }),
      RUNS,
    );
  });

  it("nothing write-only is planned", () => {
    fc.assert(
      fc.property(situation(true), ({ schema, config, prior }) => {
        const planned = runPasses(schema, config, prior);
        expect(nullWriteOnly(schema, planned)).toStrictEqual(planned);
      }),
      RUNS,
    );
  });

  it("typed values turn back into what they were made of", () => {
    fc.assert(
      fc.property(situation(true), ({ schema, config }) => {
        const problems: unknown[] = [];
        const back = fromTyped(schema, toTyped(schema, config), {
          unknownAllowed: true,
          onProblem: (problem) => problems.push(problem),
        });
        expect(problems).toEqual([]);
        expect(back).toStrictEqual(config);
        expect(conform(schema, config)).toStrictEqual(config);
      }),
      RUNS,
    );
  });

  it("a known typed value equals itself and nothing that differs", () => {
    fc.assert(
      fc.property(
        anySchema.chain((schema) => fc.tuple(fc.constant(schema), anyState(schema), anyState(schema))),
        ([schema, a, b]) => {
          expect(difference(toTyped(schema, a), toTyped(schema, a))).toBe("no");
          const same = JSON.stringify(a) === JSON.stringify(b);
          expect(difference(toTyped(schema, a), toTyped(schema, b))).toBe(same ? "no" : "yes");
        },
      ),
      RUNS,
    );
  });
});

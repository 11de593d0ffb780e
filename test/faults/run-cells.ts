import { describeForeign } from "../../src/core/problem";
import type { ScenarioName } from "./calls";
import type { Cell } from "./cells";
import { expectationOf } from "./expectations";
import { FaultWorld } from "./fault-world";
import { judgeUndisturbed } from "./judge";
import { type CellResult, runCell, runUndisturbed } from "./run-cell";
import { type Stage, setStage } from "./scenarios";

/** Runs cells one after another; the clouds and the scenarios are set up once. */
export class CellRunner {
  #world: Promise<FaultWorld> | null = null;
  readonly #stages = new Map<ScenarioName, Promise<Stage>>();

  /** What a cell comes to. Whatever is thrown on the way is a mismatch. */
  async run({ call, fault }: Cell): Promise<CellResult> {
    const expected = expectationOf(call, fault);
    if ("notApplicable" in expected) return { status: "not applicable", why: expected.notApplicable };
    try {
      return await runCell(await this.#started(), await this.#stage(call.scenario), call, fault);
    } catch (caught) {
      const thrown = caught instanceof Error ? caught.message : "";
      const mismatches = [`thrown: ${thrown} ${describeForeign(caught)}`];
      return { status: "failed", expected, calls: 0, mismatches };
    }
  }

  /** What is not as it should be in a scenario where nothing goes wrong. */
  async runUndisturbed(scenario: ScenarioName): Promise<readonly string[]> {
    const stage = await this.#stage(scenario);
    return judgeUndisturbed(scenario, stage, await runUndisturbed(await this.#started(), scenario, stage));
  }

  async close(): Promise<void> {
    await (await this.#world)?.close();
  }

  #started(): Promise<FaultWorld> {
    this.#world ??= FaultWorld.start();
    return this.#world;
  }

  #stage(scenario: ScenarioName): Promise<Stage> {
    const stage = this.#stages.get(scenario) ?? this.#started().then((world) => setStage(world, scenario));
    this.#stages.set(scenario, stage);
    return stage;
  }
}

import { Problem } from "../../../core/problem";
import { counted } from "../../text/counted";
import type { Check } from "../check";
import { fromProblem, ok } from "../finding";
import { blocksOf } from "./body";

/** Whether the directory has a configuration, and which one is looked at. */
export const configurationCheck: Check = {
  id: "configuration",
  group: "Configuration",
  title: "a configuration",
  async run(context) {
    try {
      const { directory, files } = await context.configuration();
      const blocks = files.flatMap(({ body }) =>
        body === null ? [] : blocksOf(body, "provider", "entrascim"),
      );
      const what = blocks.length === 0 ? "no provider block" : counted(blocks.length, "provider block");
      return [
        ok(
          `${directory}: ${counted(files.length, "file")}, ${what} of entrascim. Modules that it calls are not read.`,
        ),
      ];
    } catch (caught) {
      // Without a configuration there is nothing wrong with one.
      const { code } = Problem.from(caught);
      return [fromProblem(caught, code === "not_found" || code === "ambiguous" ? "skipped" : "error")];
    }
  },
};

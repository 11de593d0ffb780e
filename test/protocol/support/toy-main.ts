import { systemClock } from "../../../src/core/clock";
import { createHclogLogger } from "../../../src/protocol/hclog-logger";
import { serve } from "../../../src/protocol/serve";
import { toyProvider } from "./toy-provider";

const log = createHclogLogger({
  env: process.env,
  write: (line) => process.stderr.write(line),
  module: "toy",
  clock: systemClock,
});
void serve({ provider: toyProvider({ onStop: () => log.log("info", "stopped") }), log, host: process });

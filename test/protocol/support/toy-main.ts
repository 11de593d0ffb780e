import { systemClock } from "../../../src/core/clock";
import { createHclogLogger } from "../../../src/protocol/hclog-logger";
import { serve } from "../../../src/protocol/serve";
import { toyProvider } from "../../../src/protocol/testing/toy-provider";

const log = createHclogLogger({
  env: process.env,
  write: (line) => process.stderr.write(line),
  module: "toy",
  clock: systemClock,
});

/** This process, but on the platform that TOY_PLATFORM names. */
const host = new Proxy(process, {
  get: (target, name) =>
    name === "platform" ? (process.env.TOY_PLATFORM ?? target.platform) : Reflect.get(target, name, target),
});
void serve({ provider: toyProvider({ onStop: () => log.log("info", "stopped") }), log, host });

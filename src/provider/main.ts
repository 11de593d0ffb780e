import { systemClock } from "../core/clock";
import { VERSION } from "../core/version";
import { createProviderServer } from "../framework/create-provider-server";
import { createHclogLogger } from "../protocol/hclog-logger";
import { serve } from "../protocol/serve";
import { createEntrascimProvider } from "./entrascim-provider";
import { keepHeapLean } from "./lean-heap";

/*
 * The provider's executable, which Terraform starts several times for each command: whatever is not needed to answer
 * the handshake is loaded later.
 */

const log = createHclogLogger({
  env: process.env,
  write: (line) => process.stderr.write(line),
  module: "entrascim",
  clock: systemClock,
});
const provider = createEntrascimProvider({ env: process.env, clock: systemClock, version: VERSION });

keepHeapLean();
void serve({ provider: createProviderServer(provider, { log, clock: systemClock }), log, host: process });

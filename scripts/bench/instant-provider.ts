import { systemClock } from "../../src/core/clock";
import { silentLogger } from "../../src/core/log";
import { VERSION } from "../../src/core/version";
import { createProviderServer } from "../../src/framework/create-provider-server";
import type { ProviderServer } from "../../src/framework/provider-server";
import { serve } from "../../src/protocol/serve";
import { createEntrascimProvider } from "../../src/provider/entrascim-provider";

/*
 * A provider with our schemas and our protocol that answers every read and plan at once, with what it was given: what
 * Terraform itself and the protocol cost in a run where nothing changes.
 */

const provider = createEntrascimProvider({ env: process.env, clock: systemClock, version: VERSION });
const real = createProviderServer(provider, { log: silentLogger, clock: systemClock });

const instant: ProviderServer = {
  ...real,
  configure: async () => ({ diagnostics: [] }),
  read: async (request) => ({ diagnostics: [], state: request.state, private: request.private }),
  plan: async (request) => ({
    diagnostics: [],
    planned: request.prior,
    replaces: [],
    private: request.private,
  }),
};

void serve({ provider: instant, log: silentLogger, host: process });

import { silentLogger } from "../../core/log";
import { Diagnostics } from "../../framework/diagnostics";
import { call, fakeClock } from "../../sync/testing/fakes";
import { createRuntime } from "../runtime";
import { FakeClients } from "./fake-clients";

/** Everything but the configuration of a data source's read, over clouds in memory. */
export function dataSourceContext(known = true) {
  const clients = new FakeClients();
  const clock = fakeClock();
  return {
    clients,
    context: {
      provider: createRuntime(known ? clients : null, known ? [] : ["azure.tenant_id"], clock),
      diagnostics: new Diagnostics(),
      log: silentLogger,
      call: call(clock),
    },
  };
}

import { FaultPlan } from "./faults";
import { Pauses } from "./pauses";
import { RequestLog } from "./request-log";

/** What stands between the connection and the services: delays, faults, pauses and the record of it all. */
export class Traffic {
  readonly log = new RequestLog();
  readonly faults = new FaultPlan();
  readonly pauses = new Pauses();
  /** Milliseconds by which every answer is delayed. */
  latencyMs: number;

  constructor(latencyMs: number) {
    this.latencyMs = latencyMs;
  }
}

import { createTransport } from "../../../src/clients/http/create-transport";
import { systemClock } from "../../../src/core/clock";
import { silentLogger } from "../../../src/core/log";
import { Problem } from "../../../src/core/problem";

/* Sends one request to the URL in its argument, and prints the answer's status or the problem's code. */

const transport = createTransport({
  maxConcurrency: 1,
  userAgent: "entrascim/test",
  allowedHosts: null,
  env: {},
  log: silentLogger,
  clock: systemClock,
});
const signal = new AbortController().signal;

transport
  .send({ method: "GET", url: process.argv[2] ?? "", headers: {}, signal, timeoutMs: 20_000 })
  .then(
    ({ status }) => String(status),
    (caught) => Problem.from(caught).code,
  )
  .then((outcome) => process.stdout.write(outcome));

import { debugSwitches } from "./debug-switches";

describe("debugSwitches", () => {
  it.each([
    ["nothing", {}, []],
    ["empty ones", { NODE_DEBUG: "", NODE_OPTIONS: "" }, []],
    ["harmless options", { NODE_OPTIONS: "--max-old-space-size=4096 --enable-source-maps" }, []],
    ["variables", { NODE_DEBUG: "http2", SSLKEYLOGFILE: "/tmp/keys" }, ["NODE_DEBUG", "SSLKEYLOGFILE"]],
    [
      "options",
      { NODE_OPTIONS: "--inspect=0.0.0.0:9229 --tls-keylog=/tmp/k --heapsnapshot-signal=SIGUSR2" },
      ["NODE_OPTIONS --inspect", "NODE_OPTIONS --tls-keylog", "NODE_OPTIONS --heapsnapshot-signal"],
    ],
  ])("names %s", (_, env, names) => {
    expect(debugSwitches(env)).toEqual(names);
  });
});

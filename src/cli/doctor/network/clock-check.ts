import type { Check } from "../check";
import { error, ok, skipped } from "../finding";
import { servers } from "./servers";

const MOST_MS = 5 * 60_000;

/** This machine's clock against the servers': tokens and signatures are valid for minutes. */
export const clockCheck: Check = {
  id: "clock",
  group: "Network",
  title: "the clock",
  remote: true,
  async run({ remote }) {
    const probes = await Promise.allSettled(servers(remote).map(({ url }) => remote.probe(url)));
    const [ahead] = probes
      .flatMap((probe) => (probe.status === "fulfilled" ? (probe.value.aheadMs ?? []) : []))
      .sort((a, b) => Math.abs(a) - Math.abs(b));
    if (ahead === undefined) return [skipped("The clock: not looked at, since no server told its time.")];
    if (Math.abs(ahead) <= MOST_MS) return [ok("The clock agrees with the servers'.")];
    const minutes = Math.round(Math.abs(ahead) / 60_000);
    return [
      error(
        `The clock is ${minutes} minutes ${ahead > 0 ? "behind" : "ahead of"} the servers'.`,
        "Set it by NTP: Microsoft Entra ID refuses certificates' signatures and federated tokens that are more than 5 minutes off (AADSTS700024).",
      ),
    ];
  },
};

import { isAllowedHost, parseAllowedHosts } from "../../../clients/http/allowed-hosts";
import type { Check } from "../check";
import { error, ok } from "../finding";
import { servers } from "./servers";

/** Which hosts credentials may be sent to. */
export const allowedHostsCheck: Check = {
  id: "allowed-hosts",
  group: "Network",
  title: "allowed hosts",
  run({ env, remote }) {
    const allowed = parseAllowedHosts(env.ENTRASCIM_ALLOWED_HOSTS);
    if (allowed === null) return [ok("Credentials may be sent to every host that is configured.")];
    const list = allowed.size === 0 ? "nothing else" : [...allowed].join(", ");
    const refused = servers(remote)
      .map(({ url }) => new URL(url))
      .filter((url) => !isAllowedHost(url, allowed));
    return [
      ok(`ENTRASCIM_ALLOWED_HOSTS allows the vendors' own hosts, and ${list}.`),
      ...[...new Set(refused.map(({ host }) => host))].map((host) =>
        error(
          `ENTRASCIM_ALLOWED_HOSTS does not list ${host}, so nothing is sent there.`,
          "Correct the host, or have whoever runs this pipeline add it to the list.",
        ),
      ),
    ];
  },
};

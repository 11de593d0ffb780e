import { type HttpProxy, proxyFor } from "../../../clients/http/proxy";
import { textOf } from "../../../core/environment";
import type { Check } from "../check";
import { type Finding, ok, warning } from "../finding";
import { servers } from "./servers";

/** Which proxy the environment names for each server. */
export const proxyCheck: Check = {
  id: "proxy",
  group: "Network",
  title: "proxies",
  run({ env, remote }) {
    const routes = servers(remote).map(({ url }) => ({
      host: new URL(url).host,
      proxy: proxyFor(new URL(url), env),
    }));
    const hosts = new Map(routes.map(({ host, proxy }) => [host, proxy]));
    const proxied = [...hosts].filter((entry): entry is [string, HttpProxy] => entry[1] !== null);
    const findings: Finding[] = proxied.map(([host, { origin, variable, authorization }]) =>
      ok(
        `${host} is reached through the proxy ${origin} of ${variable}${authorization === null ? "" : ", with a user and password"}.`,
      ),
    );
    if (proxied.length === 0) findings.push(ok("No proxy is used."));
    const all = ["ALL_PROXY", "all_proxy"].find((name) => textOf(env, name) !== null);
    if (all !== undefined && proxied.length < hosts.size) {
      findings.push(
        warning(
          `${all} is set, which neither Terraform nor entrascim reads.`,
          "Set HTTPS_PROXY as well where the servers are reached through that proxy.",
        ),
      );
    }
    return findings;
  },
};

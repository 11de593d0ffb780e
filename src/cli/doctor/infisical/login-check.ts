import { Problem } from "../../../core/problem";
import type { Check } from "../check";
import { providerBlockHas } from "../configuration/written";
import { ok, skipped } from "../finding";

/** Whether there is a login to Infisical in the environment, and Infisical accepts it. */
export const loginCheck: Check = {
  id: "infisical-login",
  group: "Infisical",
  title: "the login to Infisical",
  needs: ["reach-infisical"],
  remote: true,
  async run(context) {
    const { remote } = context;
    const { login, host } = remote.infisical();
    const hasOwn = await providerBlockHas(context, "infisical", "auth");
    if (login instanceof Problem) {
      if (!hasOwn) throw login;
      return [
        skipped(
          "The environment has no login, and what the provider block says (infisical.auth) is not evaluated.",
          "To try a login, set it in the environment: INFISICAL_UNIVERSAL_AUTH_CLIENT_ID and …_SECRET, for instance.",
        ),
      ];
    }
    await remote.source().logIn(remote.call);
    const beside = hasOwn
      ? " That is the environment's; the provider block's own (infisical.auth) is not evaluated."
      : "";
    return [
      login.method === "token"
        ? ok(`An access token is given (INFISICAL_TOKEN) for ${host}; the first request tries it.${beside}`)
        : ok(`Logged in to ${host} with the login "${login.method}".${beside}`),
    ];
  },
};

import type { Check } from "../check";
import { ok } from "../finding";

/** Whether Entra gives a token for the credential. */
export const signInCheck: Check = {
  id: "entra-sign-in",
  group: "Microsoft Entra ID",
  title: "the sign-in",
  needs: ["entra-credential", "reach-entra"],
  remote: true,
  async run({ remote }) {
    await (await remote.tenant()).signIn(remote.call);
    return [ok("Signed in.")];
  },
};

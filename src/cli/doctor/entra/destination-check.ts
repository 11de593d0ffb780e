import { counted } from "../../text/counted";
import type { Check } from "../check";
import { ok, skipped, warning } from "../finding";

/** Whether the synchronization secrets of one enterprise application may be read: with `--service-principal`. */
export const destinationCheck: Check = {
  id: "entra-application",
  group: "Microsoft Entra ID",
  title: "the enterprise application",
  needs: ["entra-sign-in", "reach-graph"],
  remote: true,
  async run({ remote, target }) {
    const id = target.servicePrincipal;
    if (id === null) {
      return [
        skipped(
          "An enterprise application: not looked at.",
          "Name one by its object id: entrascim doctor --service-principal <object id>",
        ),
      ];
    }
    const { destination } = await remote.tenant();
    const [secrets, jobs] = await Promise.all([
      destination.secrets(id, remote.call),
      destination.jobs(id, remote.call),
    ]);
    const holds = secrets.some(({ key }) => key === "SecretToken") ? "holds a token" : "holds no token yet";
    const quarantined = jobs.find(({ status }) => status === "Quarantine");
    return [
      ok(
        `The application ${id} can be reached: it ${holds}, and has ${counted(jobs.length, "provisioning job")}.`,
      ),
      ...(quarantined === undefined
        ? []
        : [
            warning(
              `Its provisioning job ${quarantined.id} is in quarantine (${quarantined.quarantineReason ?? "no reason given"}).`,
              "A push of a good token starts a job again that is in quarantine for bad credentials.",
            ),
          ]),
    ];
  },
};

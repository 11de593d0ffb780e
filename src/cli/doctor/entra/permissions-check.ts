import type { Check } from "../check";
import { error, type Finding, ok, skipped, warning } from "../finding";

const PUSH = "Synchronization.ReadWrite.All";
const OWNED = "Application.ReadWrite.OwnedBy";
const LOOK_UP = "Application.Read.All";
/** More than is needed; a push works with them. */
const BROAD = ["Application.ReadWrite.All", "Directory.ReadWrite.All"];
/** With one of these, names can be looked up. */
const READING = [LOOK_UP, "Directory.Read.All", ...BROAD];

/** The application roles in the token, against the least that a push needs. */
export const permissionsCheck: Check = {
  id: "entra-permissions",
  group: "Microsoft Entra ID",
  title: "permissions",
  needs: ["entra-sign-in"],
  remote: true,
  async run({ remote }) {
    const { roles } = await (await remote.tenant()).signIn(remote.call);
    if (roles === null) {
      return [
        skipped(
          "The token is a person's, and does not tell what they may do.",
          "They need the role Cloud Application Administrator. With --service-principal it can be tried on an application.",
        ),
      ];
    }
    return [pushing(roles), ...lookingUp(roles), ...broader(roles)];
  },
};

function pushing(roles: readonly string[]): Finding {
  if (roles.includes(PUSH)) return ok(`${PUSH} is granted.`);
  if (roles.includes(OWNED)) {
    return ok(
      `${OWNED} is granted: it works for enterprise applications that the signing-in application owns.`,
    );
  }
  const broad = BROAD.find((role) => roles.includes(role));
  if (broad !== undefined) return ok(`${broad} is granted, with which tokens can be pushed.`);
  const has = roles.length === 0 ? "has no application permission" : `has only ${roles.join(", ")}`;
  return error(
    `The application may not write synchronization secrets: its token ${has}.`,
    `Grant it ${PUSH} of Microsoft Graph, as an application permission with an administrator's consent (or ${OWNED}, and make it an owner of each enterprise application). It can take minutes to arrive.`,
  );
}

function lookingUp(roles: readonly string[]): readonly Finding[] {
  if (roles.some((role) => READING.includes(role))) return [];
  return [
    ok(
      `${LOOK_UP} is not granted: display names stay null, and data sources and \`entrascim apps\` cannot look applications up. Syncs do not need it.`,
    ),
  ];
}

function broader(roles: readonly string[]): readonly Finding[] {
  const more = roles.filter((role) => ![PUSH, OWNED, LOOK_UP].includes(role));
  if (more.length === 0) return [];
  return [
    warning(
      `The token can do more than entrascim needs: ${more.join(", ")}.`,
      `${PUSH} is the least with which tokens can be pushed, and ${LOOK_UP} lets applications be looked up. Remove the others, unless something else uses this application.`,
    ),
  ];
}

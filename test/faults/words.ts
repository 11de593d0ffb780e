import type { Api, Call } from "./calls";
import type { Fault, Trouble } from "./faults";

type Words = Readonly<Record<Api, readonly string[]>>;

const SIGN_IN_REFUSED = "Microsoft Entra ID refused the sign-in";
const LOGIN_REFUSED = "Infisical refused the login";

function of(entra: string, login: string, infisical: string, graph: string): Words {
  return {
    entra: [entra],
    login: [login],
    infisical: [infisical],
    directory: [graph],
    synchronization: [graph],
  };
}

/** Words that a message about a lasting trouble has to hold, by whose trouble it is. */
const WORDS: Readonly<Record<Exclude<Trouble, "passing" | "silence" | "expired" | "new">, Words>> = {
  down: of(
    "Microsoft Entra ID is unavailable",
    "Infisical is not available",
    "Infisical is not available",
    "Microsoft Graph is unavailable",
  ),
  later: same("asked us to wait 3600 s, which is longer than this operation may take"),
  garbled: of(
    "The sign-in gave no token",
    "An answer was not understood",
    "An answer was not understood",
    "An answer was not understood",
  ),
  unauthorized: of(
    `${SIGN_IN_REFUSED} (AADSTS7000215)`,
    LOGIN_REFUSED,
    "Infisical refused the access token",
    "Microsoft Graph refused the token",
  ),
  "no permission": same("The permission to manage provisioning is missing", "Synchronization.ReadWrite.All"),
  forbidden: {
    ...of(
      `${SIGN_IN_REFUSED} (AADSTS53003)`,
      LOGIN_REFUSED,
      "Infisical denies permission",
      "Microsoft Graph denies access",
    ),
    directory: ["Microsoft Graph denies access", "Application.Read.All"],
    synchronization: ["Microsoft Graph denies access", "Synchronization.ReadWrite.All"],
  },
  "not found": {
    ...of("No token endpoint answered", LOGIN_REFUSED, "The secret does not exist", "does not exist"),
    directory: ["Microsoft Graph found nothing"],
  },
  "no such route": of(
    "No token endpoint answered",
    "There is no login to Infisical",
    "Infisical answered unexpectedly",
    "Microsoft Graph found nothing",
  ),
  "bad request": of(
    SIGN_IN_REFUSED,
    LOGIN_REFUSED,
    "Infisical refused a request",
    "Microsoft Graph refused a request",
  ),
  redirect: same("redirects", "Redirects are not followed"),
  "next link": same("refers to another host", "It was not followed"),
};

/** Words that the message about a fault that lasts has to hold. */
export function wordsOf(call: Call, fault: Fault): readonly string[] {
  if (fault.id === "huge") return ["answered too much"];
  if (fault.id === "refused-always") return ["cannot be reached", "ECONNREFUSED"];
  if (fault.trouble === "not found") {
    if (call.request === "credential") return ["A credential is not in Infisical", "ENTRA_CLIENT_SECRET"];
    if (call.isLook) return ["The service principal has no provisioning yet"];
  }
  if (fault.trouble === "passing" || fault.trouble === "silence") return [];
  if (fault.trouble === "expired" || fault.trouble === "new") return [];
  return WORDS[fault.trouble][call.api];
}

function same(...words: readonly string[]): Words {
  return { entra: words, login: words, infisical: words, directory: words, synchronization: words };
}

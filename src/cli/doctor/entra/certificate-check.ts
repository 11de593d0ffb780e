import { X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { certificateToPem } from "../../../clients/entra/certificate";
import { readCredential, readCredentialBytes } from "../../../clients/entra/read-credential";
import type { CredentialPlan } from "../../../clients/entra/sign-in-plan";
import { Problem } from "../../../core/problem";
import { counted } from "../../text/counted";
import type { Check, DoctorContext } from "../check";
import { error, type Finding, ok, warning } from "../finding";

const DAY_MS = 86_400_000;
const NEAR_DAYS = 30;

/** When the client certificate ends, where one is used. Of client secrets nobody but a directory reader is told. */
export const certificateCheck: Check = {
  id: "entra-certificate",
  group: "Microsoft Entra ID",
  title: "the client certificate",
  async run(context) {
    const credential = credentialOf(context);
    if (credential?.kind !== "client_certificate") return [];
    return [judge(await read(credential, context), context.clock.now())];
  },
};

/** Null where none can be chosen, which the check of the credential tells. */
function credentialOf({ remote }: DoctorContext): CredentialPlan | null {
  try {
    return remote.signInPlan().credential;
  } catch {
    return null;
  }
}

async function read(
  { certificate, password }: Extract<CredentialPlan, { kind: "client_certificate" }>,
  { remote }: DoctorContext,
): Promise<X509Certificate> {
  const readers = { readFile: (path: string) => readFile(path), readSecret: notHere };
  const content = await readCredentialBytes(certificate, readers, remote.call);
  const opened = password === null ? null : await readCredential(password, readers, remote.call);
  const pem = await certificateToPem(content, opened, certificate.name);
  // The key comes first, then the certificate that belongs to it.
  return new X509Certificate(pem.reveal().slice(pem.reveal().indexOf("-----BEGIN CERTIFICATE-----")));
}

/** The command line and the environment name no certificate in Infisical. */
function notHere(): Promise<never> {
  return Promise.reject(
    new Problem("invalid_input", {
      summary: "The certificate lies in Infisical",
      detail: "It cannot be looked at from here.",
    }),
  );
}

function judge({ validFrom, validTo }: X509Certificate, now: number): Finding {
  const ends = Date.parse(validTo);
  const day = new Date(ends).toISOString().slice(0, 10);
  if (Date.parse(validFrom) > now) {
    return error("The client certificate is not valid yet.", "Check the clock of this machine.");
  }
  if (ends < now) {
    return error(
      `The client certificate expired on ${day}.`,
      "Upload a new one to the application (Certificates & secrets › Certificates), and store it with its key.",
    );
  }
  const days = Math.floor((ends - now) / DAY_MS);
  return days < NEAR_DAYS
    ? warning(
        `The client certificate expires on ${day}, in ${counted(days, "day")}.`,
        "Upload a new one to the application beside it (Certificates & secrets › Certificates) before then.",
      )
    : ok(`The client certificate is good until ${day}.`);
}

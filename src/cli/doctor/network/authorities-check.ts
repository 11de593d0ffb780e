import { X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { textOf } from "../../../core/environment";
import { counted } from "../../text/counted";
import type { Check, DoctorContext } from "../check";
import { error, type Finding, ok, warning } from "../finding";

const VARIABLE = "NODE_EXTRA_CA_CERTS";
const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** The certificate authorities that are trusted beside Node's own. */
export const authoritiesCheck: Check = {
  id: "authorities",
  group: "Network",
  title: "certificate authorities",
  async run(context) {
    const file = textOf(context.env, VARIABLE);
    if (file !== null) return [await judge(file, context)];
    const go = textOf(context.env, "SSL_CERT_FILE");
    return go === null
      ? [ok("Node's own certificate authorities are trusted.")]
      : [
          warning(
            `SSL_CERT_FILE is set, which Terraform reads and Node.js does not, and ${VARIABLE} is not set.`,
            `Where a proxy inspects TLS, set ${VARIABLE} to a PEM file with its authority for whatever runs Terraform.`,
          ),
        ];
  },
};

async function judge(file: string, { clock }: DoctorContext): Promise<Finding> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) {
    return error(
      `${VARIABLE} names ${file}, which cannot be read. Node.js goes on without it.`,
      "Correct the path, or unset the variable.",
    );
  }
  const certificates = (text.match(PEM) ?? []).map(parse);
  if (certificates.length === 0 || certificates.includes(null)) {
    return error(
      `${VARIABLE} names ${file}, which ${certificates.length === 0 ? "holds no certificate in PEM" : "holds a certificate that cannot be read"}. Node.js goes on without it.`,
      "Write the authority's certificate there as PEM, beginning with -----BEGIN CERTIFICATE-----.",
    );
  }
  const expired = certificates.filter((each) => Date.parse(each?.validTo ?? "") < clock.now()).length;
  return expired === certificates.length
    ? error(`${VARIABLE} names ${file}, and its certificates have expired.`, "Replace the file.")
    : ok(`${file} of ${VARIABLE} is trusted: ${counted(certificates.length, "certificate")}.`);
}

function parse(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem);
  } catch {
    return null;
  }
}

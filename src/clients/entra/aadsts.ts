/** What an AADSTS code means, in our words. */
export interface AadstsMeaning {
  /** A title without a full stop. */
  readonly summary: string;
  /** Why, and what to do. */
  readonly remedy: string;
}

const FEDERATION =
  "Compare issuer, subject and audience of the token with the federated credentials of the application (Certificates & secrets › Federated credentials); each has to match exactly.";

/**
 * The codes that a sign-in of ours can meet, and what to do about them. Entra's own texts are never shown, since they
 * echo what was sent. https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const MEANINGS: ReadonlyMap<number, AadstsMeaning> = new Map([
  [
    7000215,
    {
      summary: "The client secret is wrong",
      remedy:
        "It is not a secret of this application; often the secret's ID was stored instead of its value. Create a new client secret for the application and store its value. A secret that was created within the last minute may not be known everywhere yet.",
    },
  ],
  [
    7000222,
    {
      summary: "The client secret has expired",
      remedy: "Create a new client secret for the application and store it in place of the expired one.",
    },
  ],
  [
    700016,
    {
      summary: "The application is not known in the tenant",
      remedy:
        "Check client id and tenant. An application of another tenant has to be consented to by an administrator of this one first.",
    },
  ],
  [
    90002,
    {
      summary: "The tenant does not exist",
      remedy: "Check tenant_id, and that the cloud is the one that the tenant lives in.",
    },
  ],
  [
    900023,
    {
      summary: "The tenant is neither a UUID nor a domain",
      remedy: "Set tenant_id to the tenant's UUID or one of its verified domains.",
    },
  ],
  [
    700027,
    {
      summary: "The certificate is not one of the application's",
      remedy:
        "Upload the certificate that belongs to the private key to the application (Certificates & secrets › Certificates), or use the key of one that is there. It may also have expired.",
    },
  ],
  [
    700024,
    {
      summary: "The assertion is outside its validity",
      remedy:
        "Check this machine's clock. A federated token has to be used before it expires: obtain a new one for each run.",
    },
  ],
  [
    700021,
    {
      summary: "The federated token was used before it is valid",
      remedy: "Check the clocks of this machine and of the token's issuer.",
    },
  ],
  [70021, { summary: "No federated credential of the application matches the token", remedy: FEDERATION }],
  [
    700211,
    { summary: "No federated credential of the application has the token's issuer", remedy: FEDERATION },
  ],
  [
    700212,
    { summary: "No federated credential of the application has the token's audience", remedy: FEDERATION },
  ],
  [
    700213,
    { summary: "No federated credential of the application has the token's subject", remedy: FEDERATION },
  ],
  [
    7000218,
    {
      summary: "The application needs a secret, a certificate or a federated token",
      remedy: "Configure one of them for the connection.",
    },
  ],
  [
    700025,
    {
      summary: "The application is a public client",
      remedy:
        "A public client has no secret or certificate. Use an application that is registered as a confidential client.",
    },
  ],
  [
    7000112,
    {
      summary: "The application is disabled",
      remedy:
        "Have an administrator enable its service principal (Properties › Enabled for users to sign-in).",
    },
  ],
  [
    7000229,
    {
      summary: "The application has no service principal in the tenant",
      remedy: "Have an administrator of the tenant consent to the application.",
    },
  ],
  [
    500011,
    {
      summary: "Microsoft Graph is not known in the tenant under this name",
      remedy: "The cloud is probably the wrong one: set cloud to the one that the tenant lives in.",
    },
  ],
  [
    70011,
    {
      summary: "The scope is not valid",
      remedy: "Set cloud to the one that the tenant lives in.",
    },
  ],
  [
    1002012,
    {
      summary: "The scope is not valid for an application",
      remedy: "Set cloud to the one that the tenant lives in.",
    },
  ],
  [
    53003,
    {
      summary: "Conditional Access blocks the sign-in",
      remedy:
        "A Conditional Access policy for workload identities does not let this application sign in from here. Run from an allowed location, or have an administrator change the policy.",
    },
  ],
]);

/** What the first known of these codes means, with the code; null when none is known. */
export function meaningOf(codes: readonly number[]): (AadstsMeaning & { readonly code: number }) | null {
  const code = codes.find((candidate) => MEANINGS.has(candidate));
  const meaning = code === undefined ? undefined : MEANINGS.get(code);
  return code === undefined || meaning === undefined ? null : { code, ...meaning };
}

import type { AdoptedApplication, Adoption } from "../adoption";
import type { KeyChoice } from "../choose-keys";
import { appId, objectId, TENANT } from "./fake-tenant";

/** An application to adopt, of this display name. */
export function adopted(
  displayName: string,
  key: KeyChoice = { kind: "found", key: "A_SCIM_TOKEN" },
): AdoptedApplication {
  return {
    displayName,
    objectId: objectId(1),
    appId: appId(1),
    names: { slug: "the-app", identifier: "the_app" },
    key,
  };
}

/** An adoption of these, as a whole configuration unless said. */
export function adoptionOf(
  applications: readonly AdoptedApplication[],
  more: Partial<Adoption> = {},
): Adoption {
  return {
    tenantId: TENANT,
    cloud: "public",
    environment: "prod",
    path: "/scim",
    connection: null,
    applications,
    ...more,
  };
}

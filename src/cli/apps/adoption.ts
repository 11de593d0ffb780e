import type { Cloud } from "../../clients/clients";
import type { ServicePrincipal } from "../../sync/ports";
import type { KeyChoice } from "./choose-keys";
import type { Named } from "./name-applications";

/** An application to adopt. */
export type AdoptedApplication = Named<ServicePrincipal> & { readonly key: KeyChoice };

/** What is to be adopted: all that generated code consists of. */
export interface Adoption {
  readonly tenantId: string;
  readonly cloud: Cloud;
  /** Where the tokens lie in Infisical. */
  readonly environment: string;
  readonly path: string;
  /**
   * The connection that the code has already, as it is referred to there. Null: the code is to be a whole
   * configuration, with a connection of its own.
   */
  readonly connection: string | null;
  readonly applications: readonly AdoptedApplication[];
}

/** What a new connection is called. */
export const NEW_CONNECTION = "entra";

/** The id by which Terraform imports a sync. */
export function importId({ tenantId }: Adoption, { objectId }: ServicePrincipal): string {
  return `${tenantId}/${objectId}`;
}

/** The id by which Terraform imports the new connection. */
export function connectionImportId({ tenantId }: Adoption): string {
  return `${tenantId}/${NEW_CONNECTION}`;
}

/**
 * The key as code writes it. For a missing one it is a text that every check of keys refuses, at validation or synth,
 * since none that could be written instead is known to be right.
 */
export function keyText(key: KeyChoice): string {
  return key.kind === "missing" ? `TODO: ${key.key} is not in Infisical` : key.key;
}

/** What a person has to know of a key, or null. */
export function keyRemark(key: KeyChoice, { environment, path }: Adoption): string | null {
  switch (key.kind) {
    case "found":
      return null;
    case "unchecked":
      return "By convention; nobody looked whether Infisical holds it.";
    case "missing": {
      const none = `Folder ${path} of environment ${environment} holds no ${key.key}.`;
      return key.similar.length === 0 ? none : `${none} Perhaps: ${key.similar.join(", ")}`;
    }
  }
}

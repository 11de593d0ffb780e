import { defineSchema, number, string } from "../../framework/schema";
import {
  environmentDescription,
  nonEmpty,
  projectIdDescription,
  secretKey,
  secretPath,
  secretPathDescription,
  slug,
} from "../common.schema";

/** `entrascim_secret`: which version of a secret Infisical holds, never its value (DESIGN §4). */
export const secretSchema = defineSchema({
  description: "A secret in Infisical: its id, version and who changed it when. Never its value.",
  attributes: {
    project_id: string({ mode: "optional_computed", description: projectIdDescription, rule: nonEmpty }),
    environment: string({ mode: "required", description: environmentDescription, rule: slug(64) }),
    secret_path: string({ mode: "required", description: secretPathDescription, rule: secretPath }),
    secret_key: string({ mode: "required", description: "Key of the secret.", rule: secretKey }),
    id: string({ mode: "computed", description: "Id of the secret, stable across renames and new values." }),
    version: number({ mode: "computed", description: "Its newest version." }),
    updated_at: string({ mode: "computed", description: "When that version was written (RFC 3339)." }),
    updated_by: string({ mode: "computed", description: "Who wrote it, as Infisical says." }),
  },
});

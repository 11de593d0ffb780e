import { Problem } from "../../core/problem";
import type { DataSource } from "../../framework/resource";
import { describeLocation, locationOf } from "../../sync/location";
import { type Runtime, requireClients } from "../runtime";
import type { secretSchema } from "./secret.schema";

/** `entrascim_secret`: which version of a secret Infisical holds; its value is never asked for. */
export const secretDataSource: DataSource<typeof secretSchema, Runtime> = {
  async read({ config, provider, call }) {
    const clients = requireClients(provider);
    const project_id = config.project_id ?? clients.defaultProjectId;
    const location = locationOf({ ...config, project_id, version: null });
    const secret = await clients.source.describe(location, call);
    if (secret === null) {
      throw new Problem("not_found", {
        summary: "The secret does not exist",
        detail: `Infisical has no secret ${describeLocation(location)}. Check project, environment, folder and key, and that the identity may see them.`,
        path: ["secret_key"],
      });
    }
    return {
      ...config,
      project_id,
      id: secret.id,
      version: secret.version,
      updated_at: secret.updatedAt,
      updated_by: secret.updatedBy,
    };
  },
};

import { counted } from "../../text/counted";
import type { Check, DoctorContext } from "../check";
import { ok, skipped, warning } from "../finding";

/** A folder of Infisical, complete. */
export interface FolderTarget {
  readonly projectId: string;
  readonly environment: string;
  readonly path: string;
}

/** The folder that is asked about; null when project or environment are not known. */
export function folderOf({ remote, target }: DoctorContext): FolderTarget | null {
  const projectId = target.projectId ?? remote.infisical().projectId;
  const { environment, path } = target;
  return projectId === null || environment === null ? null : { projectId, environment, path };
}

/** Whether the identity sees project, environment and folder, and may describe what is in it. */
export const folderCheck: Check = {
  id: "infisical-folder",
  group: "Infisical",
  title: "the folder",
  needs: ["infisical-login"],
  remote: true,
  async run(context) {
    const folder = folderOf(context);
    if (folder === null) {
      const { environment } = context.target;
      return [
        environment === null
          ? skipped(
              "Project, environment and folder: not looked at.",
              "Name what your syncs read: entrascim doctor --environment prod --path /scim",
            )
          : skipped(
              "The project: not looked at, since none is named.",
              "Set INFISICAL_PROJECT_ID or give --project. (A provider block or a source may name it too.)",
            ),
      ];
    }
    const { projectId, environment, path } = folder;
    const keys = await context.remote.source().keys(folder, context.remote.call);
    const where = `Folder ${path} of environment ${environment} in project ${projectId}`;
    return [
      keys.length > 0
        ? ok(`${where}: ${counted(keys.length, "secret")} may be described.`)
        : warning(
            `${where} has no secrets that this identity sees.`,
            "Check the environment's slug and the folder, and that the identity's role allows Describe Secret there.",
          ),
    ];
  },
};

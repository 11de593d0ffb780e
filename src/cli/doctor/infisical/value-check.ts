import { usableToken } from "../../../sync/token";
import type { Check } from "../check";
import { error, type Finding, fromProblem, ok, skipped, warning } from "../finding";
import { folderOf } from "./folder-check";

/**
 * Whether the identity may read values. Infisical tells it of a value that is asked for and of nothing else, so one is
 * read and dropped: the key that was named, else the folder's first.
 */
export const valueCheck: Check = {
  id: "infisical-value",
  group: "Infisical",
  title: "reading values",
  needs: ["infisical-folder"],
  remote: true,
  async run(context) {
    const folder = folderOf(context);
    if (folder === null) return [];
    const { remote, target } = context;
    const source = remote.source();
    const key = target.key ?? (await source.keys(folder, remote.call))[0];
    if (key === undefined)
      return [skipped("Reading values: not looked at, since there is no secret to read.")];
    const found = await source.read({ ...folder, key }, null, remote.call);
    if (found === null) {
      return [
        error(
          `There is no secret ${key} in folder ${folder.path} of environment ${folder.environment}.`,
          "Check its name, which is case-sensitive. Imported secrets are not followed: name the secret itself.",
        ),
      ];
    }
    return [
      ok(`Values may be read: ${key}, version ${found.version}, was read once and dropped.`),
      ...(target.key === null ? [] : formOf(() => usableToken(found.value, key))),
      ...(found.expanded
        ? [
            warning(
              `${key} refers to another secret, whose rotation nobody notices.`,
              "Name that secret itself in the sync, or push by hand with sync_trigger.",
            ),
          ]
        : []),
    ];
  },
};

/** A credential of a connection has no form of its own, so that this is no more than a warning. */
function formOf(check: () => unknown): readonly Finding[] {
  try {
    check();
    return [];
  } catch (caught) {
    return [fromProblem(caught, "warning")];
  }
}

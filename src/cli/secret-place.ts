/** A secret's place in Infisical. */
export interface SecretPlace {
  readonly environment: string;
  readonly path: string;
  readonly key: string;
}

/**
 * A place as the command line writes it everywhere: `prod:/scim/SERVICENOW_SCIM_TOKEN`. `unknown` stands for what is
 * not known of it.
 */
export function placeInWords(
  source: {
    readonly environment: string | null;
    readonly secret_path: string | null;
    readonly secret_key: string | null;
  },
  unknown: string,
): string {
  const { environment, secret_path: path, secret_key: key } = source;
  const folder = path === "/" ? "" : (path ?? unknown);
  return `${environment ?? unknown}:${folder}/${key ?? unknown}`;
}

/** Reads a place that somebody wrote so; null for anything else. */
export function parsePlace(text: string): SecretPlace | null {
  const [, environment, folder, key] = /^([^:]+):(\/(?:[^/]+\/)*)([^/]+)$/.exec(text) ?? [];
  if (environment === undefined || folder === undefined || key === undefined) return null;
  return { environment, path: folder === "/" ? "/" : folder.slice(0, -1), key };
}

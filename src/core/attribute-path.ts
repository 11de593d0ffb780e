/**
 * Where in a configuration something stands: attribute names and, inside lists and maps, an index or a key.
 * `["destination", "service_principal_id"]` is `destination.service_principal_id`.
 */
export type AttributePath = readonly (string | number)[];

/** The path as Terraform writes it in messages: `destination.jobs[0].id`. */
export function formatPath(path: AttributePath): string {
  return path.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step}]` : text === "" ? step : `${text}.${step}`),
    "",
  );
}

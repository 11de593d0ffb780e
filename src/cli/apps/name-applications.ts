import type { ServicePrincipal } from "../../sync/ports";

/** What an application is called in code. */
export interface ApplicationNames {
  /** Lower-case letters, digits and hyphens: `azure-databricks`. */
  readonly slug: string;
  /** The same for Terraform: `azure_databricks`. */
  readonly identifier: string;
}

/** An application with its names. */
export type Named<A> = A & { readonly names: ApplicationNames };

const LONGEST_SLUG = 60;
/** The end of an object id, which tells those apart that have the same name. */
const ID_DIGITS = 8;

/**
 * Gives each application names of its own, made of its display name in Latin letters. Those that would share a name
 * get the end of their object id, all of them, so that neither the order nor further applications matter; where that
 * end is the same too, the whole id.
 */
export async function nameApplications<A extends ServicePrincipal>(
  applications: readonly A[],
): Promise<readonly Named<A>[]> {
  const { transliterate } = await import("transliteration");
  const plain = applications.map((application) => slugOf(transliterate(application.displayName)));
  const short = withIds(applications, plain, (id) => id.slice(-ID_DIGITS));
  const slugs = withIds(applications, short, (id) => id, plain);
  return applications.map((application, index) => {
    const slug = slugs[index] ?? "";
    return { ...application, names: { slug, identifier: slug.replaceAll("-", "_") } };
  });
}

function slugOf(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST_SLUG + 1)
    .replace(/^-+|-+$/g, "");
  // A name cut in two tells less than a shorter one.
  const slug = words.length > LONGEST_SLUG ? words.replace(/-?[^-]*$/, "") || words.slice(1) : words;
  return /^\d/.test(slug) ? `app-${slug}` : slug;
}

/** The slugs, with a part of the id behind those that are empty or shared. */
function withIds(
  applications: readonly ServicePrincipal[],
  slugs: readonly string[],
  part: (id: string) => string,
  bases: readonly string[] = slugs,
): readonly string[] {
  const times = new Map<string, number>();
  for (const slug of slugs) times.set(slug, (times.get(slug) ?? 0) + 1);
  return applications.map(({ objectId }, index) => {
    const slug = slugs[index] ?? "";
    if (slug !== "" && times.get(slug) === 1) return slug;
    return `${bases[index] || "app"}-${part(objectId.toLowerCase())}`;
  });
}

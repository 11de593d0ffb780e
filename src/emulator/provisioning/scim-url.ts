/**
 * The address of a resource below a base address. A query of the base address (`?aadOptscim062020`) is kept, as Entra
 * does. Null when the base address is no URL.
 */
export function scimUrl(
  baseAddress: string,
  resource: string,
  parameters: Readonly<Record<string, string>> = {},
): string | null {
  if (!URL.canParse(baseAddress)) return null;
  const url = new URL(baseAddress);
  url.pathname = `${url.pathname.replace(/\/$/, "")}/${resource}`;
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

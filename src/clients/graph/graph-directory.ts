import type { CallOptions } from "../../core/clock";
import { Problem } from "../../core/problem";
import type { ServicePrincipal } from "./destination";
import type { GraphClient } from "./graph-client";
import { type GraphSubject, RESOURCE_NOT_FOUND } from "./graph-problem";
import { toServicePrincipal } from "./graph-records";

/** Finding service principals of one tenant. */
export interface GraphDirectory {
  /** By word prefixes of the display name, or all for null; every page, sorted by display name. */
  search(words: string | null, call: CallOptions): Promise<readonly ServicePrincipal[]>;
  /** Exactly this application id, or null. */
  byAppId(appId: string, call: CallOptions): Promise<ServicePrincipal | null>;
  /** All with exactly this display name. */
  byDisplayName(displayName: string, call: CallOptions): Promise<readonly ServicePrincipal[]>;
}

const SELECT = "$select=id,appId,displayName";
const PAGE = "$top=999";

/** Through Microsoft Graph v1.0: https://learn.microsoft.com/graph/api/serviceprincipal-list. */
export function createGraphDirectory(client: GraphClient): GraphDirectory {
  return {
    search: (words, call) => {
      const prefixes = words?.trim() ?? "";
      if (prefixes === "") return list(client, "listing the service principals", [], call);
      const search = encodeURIComponent(searchExpression(prefixes));
      // Graph answers $search from an index, which it has to be told that we know lags.
      const headers = { consistencylevel: "eventual" };
      return list(
        client,
        "searching service principals",
        [`$search=${search}`, "$count=true"],
        call,
        headers,
      );
    },
    byAppId: (appId, call) => byAppId(client, appId, call),
    byDisplayName: (displayName, call) => {
      const filter = encodeURIComponent(`displayName eq ${odataString(displayName)}`);
      return list(client, "looking for service principals by display name", [`$filter=${filter}`], call);
    },
  };
}

async function list(
  client: GraphClient,
  doing: string,
  query: readonly string[],
  call: CallOptions,
  headers: Readonly<Record<string, string>> = {},
): Promise<readonly ServicePrincipal[]> {
  const { servicePrincipalSchema } = await import("./graph-schemas");
  const path = `/servicePrincipals?${[SELECT, PAGE, ...query].join("&")}`;
  const records = await client.list(
    { method: "GET", path, headers, subject: directory(doing) },
    servicePrincipalSchema,
    call,
  );
  return records.map(toServicePrincipal).sort(byName);
}

async function byAppId(
  client: GraphClient,
  appId: string,
  call: CallOptions,
): Promise<ServicePrincipal | null> {
  const { servicePrincipalByAppIdSchema } = await import("./graph-schemas");
  const path = `/servicePrincipals(appId=${encodeURIComponent(odataString(appId))})?${SELECT}`;
  const subject = directory(`reading the service principal of application ${appId}`);
  try {
    const answer = await client.read({ method: "GET", path, subject }, servicePrincipalByAppIdSchema, call);
    const record = "value" in answer ? answer.value[0] : answer;
    return record === undefined ? null : toServicePrincipal(record);
  } catch (caught) {
    if (Problem.from(caught).vendorCode === RESOURCE_NOT_FOUND) return null;
    throw caught;
  }
}

/** Every word has to begin a word of the display name. Quotes and backslashes are escaped inside the quotes. */
function searchExpression(words: string): string {
  return `"displayName:${words.replace(/["\\]/g, "\\$&")}"`;
}

/** A string literal of OData: a quote inside is doubled. */
function odataString(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function byName(a: ServicePrincipal, b: ServicePrincipal): number {
  return compare(a.displayName.toLowerCase(), b.displayName.toLowerCase()) || compare(a.objectId, b.objectId);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function directory(doing: string): GraphSubject {
  return { doing, area: "directory", objectId: null };
}

import { createHash } from "node:crypto";
import { type EmulatorRequest, type EmulatorResponse, json, strayParameter } from "../http-message";
import type { EmulatorState } from "../state";
import { authenticate, mayReadDirectory } from "./authorize";
import { badRequest, directoryBadRequest, resourceNotFound, unsupportedQuery } from "./graph-error";
import { findServicePrincipal, isHidden } from "./graph-request";
import type { ServicePrincipalRecord } from "./graph-state";
import { parseFilter } from "./odata-filter";
import { parseSearch } from "./odata-search";

const DEFAULT_PAGE = 100;
const MAX_PAGE = 999;
const ODATA: Readonly<Record<string, string>> = {
  "content-type":
    "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8",
  "odata-version": "4.0",
};

const LIST_PARAMETERS: ReadonlySet<string> = new Set([
  "$select",
  "$filter",
  "$search",
  "$orderby",
  "$top",
  "$count",
  "$skiptoken",
]);
const ENTITY_PARAMETERS: ReadonlySet<string> = new Set(["$select"]);

/** Properties that the emulator serves; `$select` and `$filter` take no other. */
const PROPERTIES: ReadonlySet<string> = new Set([
  "id",
  "appId",
  "displayName",
  "accountEnabled",
  "tags",
  "servicePrincipalType",
  "appOwnerOrganizationId",
  "notes",
]);

/** `GET /v1.0/servicePrincipals/{id}`. */
export function getServicePrincipal(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  const caller = authenticate(state, request);
  const id = request.params.id ?? "";
  mayReadDirectory(caller, id.toLowerCase());
  refuseStray(request, ENTITY_PARAMETERS);
  return entity(state, request, findServicePrincipal(state, id));
}

/** `GET /v1.0/servicePrincipals(appId='{appId}')`. */
export function getServicePrincipalByAppId(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  const caller = authenticate(state, request);
  const appId = (request.params.appId ?? "").toLowerCase();
  const found = [...state.graph.servicePrincipals.values()].find((each) => each.appId === appId);
  mayReadDirectory(caller, found?.id ?? null);
  refuseStray(request, ENTITY_PARAMETERS);
  if (found === undefined || isHidden(state, found)) throw resourceNotFound(appId);
  return entity(state, request, found);
}

/** `GET /v1.0/servicePrincipals`, with `$filter`, `$search`, `$orderby`, `$select`, `$count` and paging. */
export function listServicePrincipals(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  mayReadDirectory(authenticate(state, request), null);
  refuseStray(request, LIST_PARAMETERS);
  const query = readListQuery(request);
  const all = [...state.graph.servicePrincipals.values()].filter((each) => !isHidden(state, each));
  const matching = all.filter((each) => query.matches(each));
  if (query.orderBy !== null) matching.sort((a, b) => a.displayName.localeCompare(b.displayName));
  if (query.orderBy === "desc") matching.reverse();
  const page = matching.slice(query.offset, query.offset + query.top);
  const next = query.offset + query.top;
  return json(
    200,
    {
      "@odata.context": contextOf(request, query.select),
      ...(query.count ? { "@odata.count": matching.length } : {}),
      ...(next < matching.length ? { "@odata.nextLink": nextLink(request, next) } : {}),
      value: page.map((each) => project(state, each, query.select)),
    },
    ODATA,
  );
}

interface ListQuery {
  readonly matches: (servicePrincipal: ServicePrincipalRecord) => boolean;
  readonly select: readonly string[] | null;
  readonly orderBy: "asc" | "desc" | null;
  readonly count: boolean;
  readonly top: number;
  readonly offset: number;
}

function readListQuery(request: EmulatorRequest): ListQuery {
  const { query } = request;
  const eventual = request.headers.get("consistencylevel")?.toLowerCase() === "eventual";
  const count = readCount(query.get("$count"));
  const filterText = query.get("$filter");
  const filter = filterText === null ? null : parseFilter(filterText, PROPERTIES);
  const searchText = query.get("$search");
  const orderBy = readOrderBy(query.get("$orderby"));
  if ((searchText !== null || count) && !eventual) {
    throw unsupportedQuery(
      `Request with ${searchText !== null ? "$search" : "$count"} query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'`,
    );
  }
  const advanced = filter?.advanced === true || (filter !== null && orderBy !== null);
  if (advanced && !(eventual && count)) {
    throw unsupportedQuery(
      "The query is not supported without the header 'ConsistencyLevel: eventual' and '$count=true'.",
    );
  }
  const search = searchText === null ? null : parseSearch(searchText);
  return {
    matches: (each) =>
      (filter === null || filter.matches(filterable(each))) && (search === null || search(each.displayName)),
    select: readSelect(query.get("$select")),
    orderBy,
    count,
    top: readTop(query.get("$top")),
    offset: readSkipToken(request),
  };
}

function readCount(text: string | null): boolean {
  if (text !== null && text !== "true" && text !== "false") {
    throw badRequest(`Invalid value '${text}' for $count query option found: use 'true' or 'false'.`);
  }
  return text === "true";
}

function readTop(text: string | null): number {
  if (text === null) return DEFAULT_PAGE;
  const top = /^\d+$/.test(text) ? Number(text) : 0;
  if (top < 1 || top > MAX_PAGE) {
    throw unsupportedQuery(`Invalid page size specified: '${text}'. Must be between 1 and 999 inclusive.`);
  }
  return top;
}

function readOrderBy(text: string | null): "asc" | "desc" | null {
  if (text === null) return null;
  const match = /^displayName(?: (asc|desc))?$/.exec(text.trim());
  if (match === null) throw unsupportedQuery(`Sorting by '${text}' is not supported.`);
  return match[1] === "desc" ? "desc" : "asc";
}

function readSelect(text: string | null): readonly string[] | null {
  if (text === null) return null;
  const names = text.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !PROPERTIES.has(name));
  if (unknown !== undefined) {
    throw badRequest(
      `Parsing OData Select and Expand failed: Could not find a property named '${unknown}' on type 'microsoft.graph.servicePrincipal'.`,
    );
  }
  return names;
}

/** A token is good only with the query that it was handed out for. */
function readSkipToken(request: EmulatorRequest): number {
  const token = request.query.get("$skiptoken");
  if (token === null) return 0;
  const [offset, fingerprint] = Buffer.from(token, "base64url").toString("utf8").split(":");
  if (!/^\d+$/.test(offset ?? "") || fingerprint !== fingerprintOf(request.query)) {
    throw directoryBadRequest("The skip token is not valid for this query.");
  }
  return Number(offset);
}

function nextLink(request: EmulatorRequest, offset: number): string {
  const token = Buffer.from(`${offset}:${fingerprintOf(request.query)}`).toString("base64url");
  const parameters = [...request.query].filter(([name]) => name !== "$skiptoken");
  const text = [...parameters, ["$skiptoken", token]]
    .map(([name, value]) => `${name}=${encodeURIComponent(value ?? "")}`)
    .join("&");
  return `${request.origin}${request.path}?${text}`;
}

function fingerprintOf(query: URLSearchParams): string {
  const parameters = [...query].filter(([name]) => name !== "$skiptoken").sort();
  return createHash("sha256").update(JSON.stringify(parameters)).digest("hex").slice(0, 16);
}

function filterable(each: ServicePrincipalRecord) {
  const { id, appId, displayName, accountEnabled, tags, servicePrincipalType } = each;
  return { id, appId, displayName, accountEnabled, tags, servicePrincipalType };
}

function entity(
  state: EmulatorState,
  request: EmulatorRequest,
  servicePrincipal: ServicePrincipalRecord,
): EmulatorResponse {
  const select = readSelect(request.query.get("$select"));
  const context = `${contextOf(request, select)}/$entity`;
  return json(200, { "@odata.context": context, ...project(state, servicePrincipal, select) }, ODATA);
}

function project(
  state: EmulatorState,
  servicePrincipal: ServicePrincipalRecord,
  select: readonly string[] | null,
): Record<string, unknown> {
  const full: Record<string, unknown> = {
    ...filterable(servicePrincipal),
    appOwnerOrganizationId: state.entra.tenant.id,
    notes: null,
  };
  if (select === null) return full;
  return Object.fromEntries(select.map((name) => [name, full[name]]));
}

function contextOf(request: EmulatorRequest, select: readonly string[] | null): string {
  const selected = select === null ? "" : `(${select.join(",")})`;
  return `${request.origin}/v1.0/$metadata#servicePrincipals${selected}`;
}

function refuseStray(request: EmulatorRequest, allowed: ReadonlySet<string>): void {
  const stray = strayParameter(request.query, allowed);
  if (stray !== null)
    throw badRequest(`The query parameter '${stray}' is not supported here, or is repeated.`);
}

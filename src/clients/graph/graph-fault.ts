import { requestIdOf } from "../http/create-transport";
import { tryParseJson } from "../http/parse-json";
import type { HttpResponse } from "../http/transport";

/** What an error answer of Graph says. */
export interface GraphFault {
  readonly status: number;
  /** The innermost code, such as `Request_ResourceNotFound`; null when there is none, or it is no plain word. */
  readonly code: string | null;
  readonly requestId: string | undefined;
  /** Status that the application answered, where a failed test of credentials echoes it. */
  readonly echoedStatus: number | null;
}

/**
 * Reads an error answer. The synchronization service's own error comes as JSON text in the message of Graph's
 * envelope: then that one counts. Messages echo what applications answered, so only numbers and plain codes are kept.
 */
export async function readFault(response: HttpResponse): Promise<GraphFault> {
  const { errorSchema } = await import("./graph-schemas");
  const outer = tryParseJson(response.body, errorSchema)?.error;
  const inner = tryParseJson(outer?.message ?? "", errorSchema)?.error;
  const id = outer?.innerError?.["request-id"] ?? outer?.innererror?.["request-id"] ?? "";
  return {
    status: response.status,
    code: plainCode(inner?.code) ?? plainCode(outer?.code),
    requestId: requestIdOf(response.headers) ?? requestIdOf(new Map([["request-id", id]])),
    echoedStatus: echoedStatus(inner?.message ?? outer?.message ?? ""),
  };
}

function plainCode(code: string | null | undefined): string | null {
  return code != null && /^[A-Za-z][A-Za-z0-9_.-]{0,99}$/.test(code) ? code : null;
}

/** Names of .NET's HttpStatusCode, by which the service writes most of them. */
const STATUS_NAMES: ReadonlyMap<string, number> = new Map([
  ["ok", 200],
  ["moved", 301],
  ["movedpermanently", 301],
  ["found", 302],
  ["redirect", 302],
  ["seeother", 303],
  ["redirectmethod", 303],
  ["temporaryredirect", 307],
  ["redirectkeepverb", 307],
  ["permanentredirect", 308],
  ["badrequest", 400],
  ["unauthorized", 401],
  ["paymentrequired", 402],
  ["forbidden", 403],
  ["notfound", 404],
  ["methodnotallowed", 405],
  ["notacceptable", 406],
  ["requesttimeout", 408],
  ["conflict", 409],
  ["gone", 410],
  ["unsupportedmediatype", 415],
  ["toomanyrequests", 429],
  ["internalservererror", 500],
  ["notimplemented", 501],
  ["badgateway", 502],
  ["serviceunavailable", 503],
  ["gatewaytimeout", 504],
]);

function echoedStatus(message: string): number | null {
  const echoed = /Response Status Code:\s*([A-Za-z]+|\d{3})\b/i.exec(message)?.[1]?.toLowerCase();
  if (echoed === undefined) return null;
  return /^\d{3}$/.test(echoed) ? Number(echoed) : (STATUS_NAMES.get(echoed) ?? null);
}

import { randomUUID } from "node:crypto";
import { type EmulatorRequest, type EmulatorResponse, json } from "../http-message";

/** Thrown by Graph handlers; becomes Graph's error envelope. */
export class GraphError extends Error {
  override readonly name = "GraphError";

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** 400: the request breaks a rule. */
export function badRequest(message: string): GraphError {
  return new GraphError(400, "BadRequest", message);
}

/** 400: a directory object cannot be addressed or changed like that. */
export function directoryBadRequest(message: string): GraphError {
  return new GraphError(400, "Request_BadRequest", message);
}

/** 400: OData that the directory does not support, or not without `ConsistencyLevel: eventual`. */
export function unsupportedQuery(message: string): GraphError {
  return new GraphError(400, "Request_UnsupportedQuery", message);
}

/** 404: no such directory object. */
export function resourceNotFound(id: string): GraphError {
  return new GraphError(
    404,
    "Request_ResourceNotFound",
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

/** An error of the synchronization service as it comes through Graph: its own envelope, as text, inside another. */
export function synchronizationError(status: number, code: string, message: string): GraphError {
  const inner = { error: { code, message, target: null, details: [], innerError: null } };
  return new GraphError(status, "UnknownError", JSON.stringify(inner));
}

/** Headers that every answer of Graph carries. */
export function graphHeaders(request: EmulatorRequest): Record<string, string> {
  const requestId = randomUUID();
  return {
    "request-id": requestId,
    "client-request-id": request.headers.get("client-request-id") ?? requestId,
    "cache-control": "no-cache",
    "strict-transport-security": "max-age=31536000",
    "x-ms-ags-diagnostic": JSON.stringify({
      ServerInfo: {
        DataCenter: "Emulator",
        Slice: "E",
        Ring: "1",
        ScaleUnit: "001",
        RoleInstance: "EMULATOR",
      },
    }),
  };
}

/** The error envelope. `now` is in milliseconds since the epoch. */
export function graphErrorResponse(
  request: EmulatorRequest,
  now: number,
  error: { readonly status: number; readonly code: string; readonly message: string },
): EmulatorResponse {
  const headers = graphHeaders(request);
  const body = {
    error: {
      code: error.code,
      message: error.message,
      innerError: {
        date: new Date(now).toISOString().slice(0, 19),
        "request-id": headers["request-id"],
        "client-request-id": headers["client-request-id"],
      },
    },
  };
  return json(error.status, body, {
    ...headers,
    ...(error.status === 401
      ? {
          "www-authenticate": `Bearer realm="", authorization_uri="${request.origin}/common/oauth2/authorize"`,
        }
      : {}),
  });
}

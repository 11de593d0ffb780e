import { Problem, type ProblemCode } from "../../core/problem";
import type { GraphFault } from "./graph-fault";

/** What was asked of Graph, for messages and for which permission is missing. */
export interface GraphSubject {
  /** Follows "While": "reading the provisioning jobs of service principal …". */
  readonly doing: string;
  readonly area: "directory" | "synchronization";
  /** Object id of the service principal, when the call is about one. */
  readonly objectId: string | null;
}

/** Vendor code of the 404 that says that an object is not there. Other 404s say nothing about it. */
export const RESOURCE_NOT_FOUND = "Request_ResourceNotFound";

const PERMISSIONS = {
  directory:
    "Grant the application the permission Application.Read.All of Microsoft Graph, with an administrator's consent; for a person, the role Cloud Application Administrator.",
  synchronization:
    "Grant the application the permission Synchronization.ReadWrite.All of Microsoft Graph, with an administrator's consent, or Application.ReadWrite.OwnedBy and make it an owner of the enterprise application (owning the app registration is not enough); for a person, the role Cloud Application Administrator.",
} as const;

/**
 * The problem of an error answer, https://learn.microsoft.com/graph/errors. A 401 gets here only after a fresh token
 * was refused as well.
 */
export function graphProblem(
  fault: GraphFault,
  subject: GraphSubject,
  retryAfterMs: number | undefined,
): Problem {
  const { code, summary, advice } = explain(fault, subject);
  const vendorCode = fault.code ?? (fault.status === 404 ? "HTTP_404" : undefined);
  const named = fault.code === null ? `${fault.status}` : `${fault.status} ${fault.code}`;
  return new Problem(code, {
    summary,
    detail: `While ${subject.doing}, Microsoft Graph answered ${named}. ${advice}`,
    status: fault.status,
    ...(vendorCode === undefined ? {} : { vendorCode }),
    ...(fault.requestId === undefined ? {} : { requestId: fault.requestId }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

interface Explanation {
  readonly code: ProblemCode;
  readonly summary: string;
  readonly advice: string;
}

function explain(fault: GraphFault, subject: GraphSubject): Explanation {
  const { status } = fault;
  const permission = PERMISSIONS[subject.area];
  switch (status) {
    case 401:
      return unauthorized(fault, subject);
    case 403:
      return { code: "forbidden", summary: "Microsoft Graph denies access", advice: permission };
    case 404:
      return notFound(fault, subject);
    case 408:
      return { code: "timeout", summary: "Microsoft Graph timed out", advice: "Run again later." };
    case 409:
    case 423:
    case 424:
      return {
        code: "conflict",
        summary: "Microsoft Graph reports a conflict",
        advice: "Something else is changing the same object. Run again.",
      };
    case 429:
      return {
        code: "throttled",
        summary: "Microsoft Graph is throttling us",
        advice: "Run again later, or lower http.max_concurrency of the provider.",
      };
    default:
      if (status >= 500) {
        return {
          code: "unavailable",
          summary: "Microsoft Graph is unavailable",
          advice: "Run again later.",
        };
      }
      return {
        code: "unexpected_response",
        summary: "Microsoft Graph refused a request",
        advice: "Check the ids and keys that are configured; else it is a bug of ours, please report it.",
      };
  }
}

function unauthorized(fault: GraphFault, subject: GraphSubject): Explanation {
  if (subject.area === "synchronization" && fault.code !== "InvalidAuthenticationToken") {
    return {
      code: "forbidden",
      summary: "The permission to manage provisioning is missing",
      advice: `The synchronization service answers 401, not 403, where a permission or the ownership is missing; a fresh token was refused as well. ${PERMISSIONS.synchronization}`,
    };
  }
  return {
    code: "unauthenticated",
    summary: "Microsoft Graph refused the token",
    advice:
      "A fresh token was refused as well. Check that the cloud of the connection is the one that the tenant lives in, and this machine's clock.",
  };
}

function notFound(fault: GraphFault, subject: GraphSubject): Explanation {
  if (fault.code === RESOURCE_NOT_FOUND && subject.objectId !== null) {
    return {
      code: "not_found",
      summary: "The service principal does not exist",
      advice: `There is no service principal with the object id ${subject.objectId} in the tenant. Check that it is the object id of the enterprise application, not its application id or the object id of the app registration; one that was just created may take minutes to be seen.`,
    };
  }
  return {
    code: "not_found",
    summary: "Microsoft Graph found nothing",
    advice:
      "It did not say that the service principal is missing. An application whose registration has no provisioning (it needs a gallery or non-gallery enterprise application) answers like that, and so does a wrong graph_endpoint.",
  };
}

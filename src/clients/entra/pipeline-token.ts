import type { CallOptions } from "../../core/clock";
import { Problem } from "../../core/problem";
import { Secret } from "../../core/secret";
import { isJsonWebToken } from "../http/json-web-token";
import { parseJson } from "../http/parse-json";
import { isRedirect, redirectProblem } from "../http/redirect";
import { retryAfterMs } from "../http/retry-after";
import { transientCode } from "../http/transient-code";
import type { HttpResponse, Transport } from "../http/transport";
import type { PipelineTokenRequest } from "./sign-in-plan";

/** What asking a pipeline for its token takes. */
export interface PipelineTokenOptions {
  readonly transport: Transport;
  /** What the token has to be issued for. */
  readonly audience: string;
  readonly timeoutMs: number;
  readonly now: () => number;
}

/**
 * Asks the pipeline that we run in for its OIDC token: GitHub Actions
 * (https://docs.github.com/actions/reference/security/oidc) or Azure DevOps
 * (https://learn.microsoft.com/rest/api/azure/devops/distributedtask/oidctoken/create).
 *
 * Throws `unauthenticated` when the pipeline refuses, transient codes when it cannot be reached, `untrusted` for a
 * redirect, `unexpected_response` for any other answer.
 */
export async function requestPipelineToken(
  request: PipelineTokenRequest,
  options: PipelineTokenOptions,
  call: CallOptions,
): Promise<Secret> {
  const url = requestUrl(request, options.audience);
  const isGitHub = request.from === "github";
  const response = await options.transport.send({
    method: isGitHub ? "GET" : "POST",
    url,
    headers: {
      accept: "application/json",
      authorization: `Bearer ${request.token.reveal()}`,
      ...(isGitHub ? {} : { "content-type": "application/json" }),
    },
    signal: call.signal,
    timeoutMs: options.timeoutMs,
  });
  if (isRedirect(response)) throw redirectProblem(url, response);
  if (response.status !== 200) throw refused(request, response, options.now());
  const { z } = await import("zod");
  const answer = { call: "the pipeline's request for an OIDC token", status: response.status };
  const token = isGitHub
    ? parseJson(response.body, z.object({ value: z.string().min(1) }), answer).value
    : parseJson(response.body, z.object({ oidcToken: z.string().min(1) }), answer).oidcToken;
  if (isJsonWebToken(token)) return new Secret(token);
  throw new Problem("unexpected_response", {
    summary: "The pipeline gave something else than a token",
    detail: `The answer to ${answer.call} holds no JSON Web Token. Check that ${request.name} is the URL at which the pipeline issues its OIDC token.`,
    status: response.status,
  });
}

function requestUrl(request: PipelineTokenRequest, audience: string): string {
  if (!URL.canParse(request.url)) {
    throw new Problem("invalid_input", {
      summary: "The pipeline's token URL is no URL",
      detail: `${request.name} must be the https URL at which the pipeline issues its OIDC token.`,
    });
  }
  const url = new URL(request.url);
  if (request.from === "github") url.searchParams.set("audience", audience);
  else {
    url.searchParams.set("api-version", "7.1");
    url.searchParams.set("serviceConnectionId", request.serviceConnectionId ?? "");
  }
  return url.href;
}

function refused(request: PipelineTokenRequest, response: HttpResponse, now: number): Problem {
  const wait = retryAfterMs(response, now);
  const facts = { status: response.status, ...(wait === undefined ? {} : { retryAfterMs: wait }) };
  const host = new URL(request.url).host;
  const said = `${host}, which ${request.name} names, answered ${response.status} to the request for the pipeline's OIDC token.`;
  const transient = transientCode(response.status);
  if (transient !== null) {
    return new Problem(transient, {
      summary:
        transient === "throttled"
          ? "The pipeline's token is throttled"
          : "The pipeline's token is unavailable",
      detail: `${said} Run again later.`,
      ...facts,
    });
  }
  const remedy =
    request.from === "github"
      ? "Give the job `permissions: id-token: write`; the request's token is valid only while the job runs."
      : "Check the id of the service connection, that it uses workload identity federation, and that the pipeline may use it.";
  return new Problem("unauthenticated", {
    summary: "The pipeline gave no OIDC token",
    detail: `${said} ${remedy}`,
    ...facts,
  });
}

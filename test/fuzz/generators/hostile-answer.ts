import fc from "fast-check";
import type { HttpResponse } from "../../../src/clients/http/transport";
import { CALLS, type Call, type GoldenAnswer } from "../clouds/golden-answer";
import { BODY_MARK, PLANTED } from "../clouds/planted";
import { changeJson, hostileDocument, type JsonChange, jsonChange, jsonText } from "./hostile-json";
import { hostileText } from "./hostile-text";

/** What a server answers in place of what it should. */
export interface HostileAnswer {
  /** To which call; null to all. */
  readonly call: Call | null;
  readonly body:
    | { readonly kind: "changed"; readonly changes: readonly JsonChange[] }
    | { readonly kind: "document"; readonly text: string }
    | { readonly kind: "error"; readonly json: unknown };
  /** Null keeps the status. */
  readonly status: number | null;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Only so many times; then all is well. */
  readonly times: number;
}

const quoted = Object.values(PLANTED);
const secretText = fc.constantFrom(...quoted);
/** What a server may say of a request: it quotes it, in every place where there is room for words. */
const said = fc.oneof(
  fc.constant(BODY_MARK),
  secretText.map((secret) => `${BODY_MARK} Bearer ${secret}`),
  secretText.map((secret) => `Response Status Code: Unauthorized. ${secret}`),
  secretText,
  hostileText,
);
const code = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom("Request_ResourceNotFound", "UnknownError", "InvalidAuthenticationToken"),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom("CredentialValidationUnavailable", "NotFound", "TokenError", "invalid_client"),
  },
  // A code is known by its shape alone, and a token may have that: it is never one.
  { weight: 1, arbitrary: fc.oneof(hostileText, fc.constant(BODY_MARK)) },
);

/** The bodies of errors that are documented, with anything in their places. */
const errorBody: fc.Arbitrary<unknown> = fc
  .record({ code, message: said, id: fc.oneof(said, fc.constant("00000000-0000-0000-0000-00000000bbbb")) })
  .chain(({ code, message, id }) => {
    const nested = JSON.stringify({ error: { code, message, innerError: null } });
    return fc.constantFrom<unknown>(
      { error: { code, message, innerError: { "request-id": id } } },
      { error: { code: "UnknownError", message: nested, innererror: { "request-id": id } } },
      { error: { code, message: { value: message } } },
      { error: code, error_description: `AADSTS7000215: ${message}`, error_codes: [7000215], trace_id: id },
      { error: "invalid_client", error_codes: [1e300, "1", null], error_description: message },
      { reqId: id, statusCode: 404, error: code, message },
      { reqId: id, statusCode: 422, error: "ValidationFailure", message: [{ code, path: [message, 1] }] },
      { statusCode: 429, error: "RateLimitExceeded", message: "Please try again in 999999 seconds" },
      { errors: [message] },
      [message],
      message,
    );
  });

const headers = fc.array(
  fc.oneof(
    fc.tuple(
      fc.constant("retry-after"),
      fc.constantFrom(
        "NaN",
        "-1",
        "0",
        "1",
        "999999999999",
        "1e12",
        "1, 2",
        "Thu, 01 Jan 2099 00:00:00 GMT",
        "Thu, 99 GMT",
        "",
      ),
    ),
    fc.tuple(fc.constantFrom("x-ratelimit-reset"), fc.constantFrom("99999999999", "-5", "x", "0.5")),
    fc.tuple(
      fc.constantFrom("request-id", "x-ms-request-id", "x-request-id"),
      fc.oneof(hostileText, secretText),
    ),
    fc.tuple(
      fc.constant("content-type"),
      fc.constantFrom("text/html", "application/xml", "", "a/b;c=\u0000"),
    ),
    fc.tuple(
      fc.constant("location"),
      fc.oneof(hostileText, fc.constant(`https://evil.example/?t=${PLANTED.scimToken}`)),
    ),
    fc.tuple(fc.constant("www-authenticate"), hostileText),
  ),
  { maxLength: 3 },
);

const status = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(400, 401, 403, 404, 429, 500, 503) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(200, 201, 204, 205, 302, 304, 307, 405, 408, 409, 410, 418, 422, 423, 599),
  },
);

/** One answer that is not as it should be. */
export const hostileAnswer: fc.Arbitrary<HostileAnswer> = fc.record({
  call: fc.option(fc.constantFrom(...CALLS), { freq: 8 }),
  body: fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant("changed" as const),
        changes: fc.array(jsonChange, { minLength: 1, maxLength: 3 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("document" as const), text: hostileDocument }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant("error" as const), json: errorBody }) },
  ),
  status: fc.option(status, { freq: 1 }),
  headers,
  times: fc.constantFrom(1, 2, 1_000_000),
});

/** The response of an answer that the first of these that is about it has changed. */
export function respond(
  answers: readonly { readonly answer: HostileAnswer; left: number }[],
  golden: GoldenAnswer,
): HttpResponse {
  const entry = answers.find(({ answer, left }) => left > 0 && (answer.call ?? golden.call) === golden.call);
  const base: [string, string][] = [["content-type", "application/json"]];
  if (entry === undefined) {
    return { status: golden.status, headers: new Map(base), body: textOf(golden.json) };
  }
  entry.left--;
  const { answer } = entry;
  // An error's body comes with a status of one.
  const status = answer.status ?? (answer.body.kind === "error" ? 400 : golden.status);
  return { status, headers: new Map([...base, ...answer.headers]), body: bodyOf(answer, golden) };
}

function bodyOf({ body }: HostileAnswer, { json }: GoldenAnswer): string {
  switch (body.kind) {
    case "changed":
      return textOf(changeJson(json ?? {}, body.changes));
    case "document":
      return body.text;
    case "error":
      return textOf(body.json);
  }
}

function textOf(json: unknown): string {
  return json === undefined ? "" : jsonText(json);
}

import fc from "fast-check";
import { certificateToPem } from "../../../src/clients/entra/certificate";
import { applicationRoles } from "../../../src/clients/entra/token-claims";
import { isAllowedHost, parseAllowedHosts } from "../../../src/clients/http/allowed-hosts";
import { requestIdOf } from "../../../src/clients/http/create-transport";
import { checkDestination } from "../../../src/clients/http/destination-check";
import { sameOrigin } from "../../../src/clients/http/paging";
import { proxyFor } from "../../../src/clients/http/proxy";
import { retryAfterMs } from "../../../src/clients/http/retry-after";
import { Secret } from "../../../src/core/secret";
import { PrivateState } from "../../../src/framework/private-state";
import { parseDuration } from "../../../src/framework/timeouts";
import { readLaunch } from "../../../src/protocol/handshake";
import { parseJson } from "../../../src/protocol/json-value";
import { fromDecimal } from "../../../src/protocol/number-codec";
import { decodeValue, encodeValue } from "../../../src/protocol/value-codec";
import { parseSyncId } from "../../../src/provider/resources/sync-id";
import { makeCertificate } from "../../support/certificates";
import { type FuzzProperty, prepared } from "../fuzz-property";
import { hostileDocument } from "../generators/hostile-json";
import { hostileRaw } from "../generators/hostile-raw";
import { hostileText } from "../generators/hostile-text";
import { type BytesChange, bytesChange, changeBytes } from "../generators/mutate-bytes";
import { toBytes } from "../generators/raw-value";
import { checkProblem } from "../oracle/check-problem";

/** What every parser is given; each takes what it reads. */
interface Input {
  readonly text: string;
  readonly other: string;
  readonly document: string;
  readonly msgpack: Uint8Array;
  readonly change: BytesChange;
  readonly password: string | null;
}

const URL_OF_GRAPH = "https://graph.microsoft.com/v1.0/servicePrincipals";
const TYPES = [
  "dynamic",
  "string",
  "number",
  ["map", ["list", "dynamic"]],
  ["object", { a: "bool" }],
] as const;

/** Everything that reads text or bytes and needs nothing else. */
function parsers(certificates: readonly Buffer[]): Readonly<Record<string, (input: Input) => unknown>> {
  return {
    duration: ({ text }) => parseDuration(text),
    "import id": ({ text }) => parseSyncId(text),
    "allowed hosts": ({ text }) => isAllowedHost(new URL(URL_OF_GRAPH), parseAllowedHosts(text)),
    proxy: ({ text, other }) => proxyFor(new URL(URL_OF_GRAPH), { https_proxy: text, no_proxy: other }),
    "retry after": ({ text }) =>
      checkWait(retryAfterMs({ status: 429, headers: new Map([["retry-after", text]]) }, 0)),
    "rate limit": ({ text }) =>
      checkWait(retryAfterMs({ status: 429, headers: new Map([["x-ratelimit-reset", text]]) }, 0)),
    "request id": ({ text }) => requestIdOf(new Map([["request-id", text]])),
    link: ({ text }) => checkOrigin(sameOrigin(text, URL_OF_GRAPH)),
    destination: ({ text }) => checkDestination(text, null),
    claims: ({ document }) => applicationRoles(`h.${Buffer.from(document).toString("base64url")}.s`),
    launch: ({ text, other }) =>
      readLaunch({ TF_PLUGIN_MAGIC_COOKIE: text, PLUGIN_CLIENT_CERT: other, PLUGIN_MIN_PORT: text }, "x"),
    number: ({ text }) => fromDecimal(text),
    "stored state": ({ document }) => parseJson(Buffer.from(document)),
    "private state": ({ document }) => PrivateState.decode(Buffer.from(document)).encode(),
    ...Object.fromEntries(
      TYPES.map((type) => [
        `msgpack as ${JSON.stringify(type)}`,
        ({ msgpack }: Input) => encodeValue(decodeValue(msgpack, type), type),
      ]),
    ),
    ...Object.fromEntries(
      certificates.map((certificate, index) => [
        `certificate ${index}`,
        ({ change, password }: Input) =>
          certificateToPem(
            Buffer.from(changeBytes(certificate, change)),
            password === null ? null : new Secret(password),
            "a file",
          ),
      ]),
    ),
  };
}

/** Parsers by themselves: cheap, so that many cases are tried. */
export const parsersProperty: FuzzProperty = {
  name: "parsers",
  about: "Every parser gives a value, or refuses with a problem that is no bug, in no time.",
  sample: 300,
  weight: 4,
  patience: 5_000,
  prepare: async () => {
    const { pem, pkcs12 } = makeCertificate("fuzz");
    const all = parsers([Buffer.from(pem), pkcs12("password"), Buffer.from(pkcs12("").toString("base64"))]);
    const parserCase = fc.record({
      parser: fc.constantFrom(...Object.keys(all)),
      input: fc.record({
        text: hostileText,
        other: hostileText,
        document: hostileDocument,
        msgpack: hostileRaw.map(toBytes),
        change: bytesChange,
        password: fc.constantFrom("password", "", "wrong", null),
      }),
    });
    return prepared({
      cases: parserCase,
      try: async ({ parser, input }) => {
        try {
          await all[parser]?.(input);
        } catch (caught) {
          checkProblem(caught);
        }
      },
    });
  },
};

function checkWait(ms: number | undefined): void {
  if (ms !== undefined && !(ms > 0 && Number.isSafeInteger(ms))) throw new Error(`a wait of ${ms} ms`);
}

function checkOrigin(link: string): void {
  if (new URL(link).origin !== new URL(URL_OF_GRAPH).origin) throw new Error(`a link to ${link}`);
}

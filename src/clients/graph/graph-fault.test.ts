import { readFault } from "./graph-fault";

const ID = "00000000-0000-0000-0000-00000000aaaa";

function read(body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return readFault({ status: 400, headers: new Map(Object.entries(headers)), body: text });
}

const nested = (inner: unknown) => ({ error: { code: "UnknownError", message: JSON.stringify(inner) } });

describe("readFault", () => {
  it.each<[string, unknown, string | null]>([
    ["Graph's own", { error: { code: "BadRequest", message: "x" } }, "BadRequest"],
    ["the inner one", nested({ error: { code: "JobNotFound", message: "x" } }), "JobNotFound"],
    ["the outer one where the inner has none", nested({ error: { message: "x" } }), "UnknownError"],
    ["the outer one where the message is no JSON", { error: { code: "A", message: "{x" } }, "A"],
    ["the outer one where the message is other JSON", { error: { code: "A", message: '["x"]' } }, "A"],
    ["none where it is no word", { error: { code: "two words" } }, null],
    ["none where it is no text", { error: { code: 7 } }, null],
    ["none where it is endless", { error: { code: "A".repeat(500) } }, null],
    ["none in a page", "<html>", null],
    ["none in nothing", "", null],
  ])("takes the code: %s", async (_, body, expected) => {
    expect((await read(body)).code).toBe(expected);
  });

  it.each<[string, object, Record<string, string>, string | undefined]>([
    ["the header", { error: { innerError: { "request-id": "other" } } }, { "request-id": ID }, ID],
    ["innerError", { error: { innerError: { "request-id": ID } } }, {}, ID],
    ["innererror", { error: { innererror: { "request-id": ID } } }, {}, ID],
    ["nothing that is no id", { error: { innerError: { "request-id": "<b> x" } } }, {}, undefined],
    ["nothing where there is none", {}, {}, undefined],
  ])("takes the request id of %s", async (_, body, headers, expected) => {
    expect((await read(body, headers)).requestId).toBe(expected);
  });

  it.each<[string, number | null]>([
    ["Response Status Code: Unauthorized\r\n Response Content: Response Status Code: OK", 401],
    ["response status code:503", 503],
    ["Response Status Code: TooManyRequests", 429],
    ["Response Status Code: TemporaryRedirect", 307],
    ["Response Status Code: Whatever", null],
    ["Response Status Code: 40", null],
    ["nothing", null],
  ])("reads the status that is echoed in %s", async (message, expected) => {
    expect((await read({ error: { code: "A", message } })).echoedStatus).toBe(expected);
    expect((await read(nested({ error: { code: "A", message } }))).echoedStatus).toBe(expected);
  });
});

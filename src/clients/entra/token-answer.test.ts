import { readRefusal } from "./token-answer";

const ID = "00000000-0000-0000-0000-00000000aaaa";

function read(body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return readRefusal({ status: 400, headers: new Map(Object.entries(headers)), body: text }, 0);
}

describe("readRefusal", () => {
  it.each<[string, unknown, object]>([
    [
      "Entra's",
      { error: "invalid_client", error_codes: [7000215], trace_id: ID, error_description: "hidden" },
      { error: "invalid_client", codes: [7000215], requestId: ID },
    ],
    [
      "a machine's",
      { error: "invalid_request", error_description: "hidden" },
      { error: "invalid_request", codes: [] },
    ],
    ["an error that is no code", { error: "hidden" }, { error: null, codes: [] }],
    ["an error that is an object", { error: { code: "hidden" } }, { error: null, codes: [] }],
    [
      "codes that are none",
      { error: "invalid_client", error_codes: ["hidden"] },
      { error: "invalid_client", codes: [] },
    ],
    ["a trace id that is none", { trace_id: "hidden" }, { requestId: undefined }],
    ["a page", "<html>hidden", { error: null, codes: [], requestId: undefined }],
    ["nothing", "", { error: null, codes: [] }],
  ])("keeps what is known of %s, and nothing that echoes", async (_, body, expected) => {
    const refusal = await read(body);
    expect(refusal).toMatchObject({ status: 400, ...expected });
    expect(JSON.stringify(refusal)).not.toContain("hidden");
  });

  it("takes the request id and the wait from headers", async () => {
    expect(await read("", { "x-ms-request-id": ID, "retry-after": "2" })).toMatchObject({
      requestId: ID,
      retryAfterMs: 2000,
    });
  });
});

import { bearerToken, type EmulatorRequest, empty, json, mediaType, strayParameter } from "./http-message";

const request = (headers: Record<string, string>): EmulatorRequest => ({
  method: "GET",
  origin: "https://127.0.0.1",
  path: "/",
  query: new URLSearchParams(),
  headers: new Map(Object.entries(headers)),
  body: "",
  params: {},
});

describe("answers", () => {
  it("are JSON with headers of their own, or empty", () => {
    expect(json(200, { a: 1 }, { "x-a": "b" })).toEqual({
      status: 200,
      headers: { "content-type": "application/json; charset=utf-8", "x-a": "b" },
      body: '{"a":1}',
    });
    expect(empty(204)).toEqual({ status: 204, headers: {}, body: "" });
  });
});

describe("mediaType", () => {
  it.each([
    ["Application/JSON; charset=utf-8", "application/json"],
    ["text/plain", "text/plain"],
  ])("of %j is %j", (header, type) => {
    expect(mediaType(request({ "content-type": header }))).toBe(type);
  });

  it("is null where none was sent", () => {
    expect(mediaType(request({}))).toBeNull();
  });
});

describe("bearerToken", () => {
  it.each([
    ["Bearer abc", "abc"],
    ["bearer abc", "abc"],
    ["Bearer", null],
    ["Bearer a b", null],
    ["Basic abc", null],
    ["", null],
  ])("of %j is %j", (authorization, token) => {
    expect(bearerToken(request({ authorization }))).toBe(token);
  });
});

describe("strayParameter", () => {
  it.each([
    ["a=1&b=2", null],
    ["", null],
    ["a=1&c=2", "c"],
    ["a=1&a=2", "a"],
    ["A=1", "A"],
  ])("of %j is %j", (query, stray) => {
    expect(strayParameter(new URLSearchParams(query), new Set(["a", "b"]))).toBe(stray);
  });
});

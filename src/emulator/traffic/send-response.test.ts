import { json } from "../http-message";
import { distort } from "./send-response";

describe("distort", () => {
  const page = json(200, { value: [1] }, { "x-a": "b" });

  it.each([
    [
      "headers",
      { kind: "headers", headers: { "x-a": null, "x-c": "d" } } as const,
      { headers: { "content-type": expect.any(String), "x-c": "d" } },
    ],
    ["body", { kind: "body", body: "x" } as const, { status: 200, body: "x" }],
    [
      "redirect",
      { kind: "redirect", location: "/x", status: 308 } as const,
      { status: 308, headers: { location: "/x" }, body: "" },
    ],
    ["nextLink", { kind: "nextLink", link: "/x" } as const, { body: '{"value":[1],"@odata.nextLink":"/x"}' }],
    ["truncate", { kind: "truncate" } as const, page],
  ])("%s", (_name, effect, expected) => {
    expect(distort(page, effect)).toMatchObject(expected);
  });

  it("malformed is no JSON", () => {
    expect(() => JSON.parse(distort(page, { kind: "malformed" }).body)).toThrow();
  });

  it("leaves a body that is no JSON without a next link", () => {
    expect(distort({ ...page, body: "x" }, { kind: "nextLink", link: "/x" }).body).toBe("x");
  });
});

import { derivedUuid } from "./derived-uuid";

describe("derivedUuid", () => {
  it("is a UUID, the same for the same name", () => {
    expect(derivedUuid("a")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(derivedUuid("a")).toBe(derivedUuid("a"));
    expect(derivedUuid("a")).not.toBe(derivedUuid("b"));
  });
});

import { scimUrl } from "./scim-url";

describe("scimUrl", () => {
  it.each([
    ["https://x/scim", {}, "https://x/scim/Users"],
    ["https://x/scim/", {}, "https://x/scim/Users"],
    ["https://x", {}, "https://x/Users"],
    [
      "https://x/scim?aadOptscim062020",
      { filter: "a b" },
      "https://x/scim/Users?aadOptscim062020=&filter=a+b",
    ],
    ["x/scim", {}, null],
    ["", {}, null],
  ])("%j with %j", (base, parameters, url) => {
    expect(scimUrl(base, "Users", parameters)).toBe(url);
  });
});

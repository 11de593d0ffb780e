import { parsePlace, placeInWords } from "./secret-place";

const words = (environment: string | null, secret_path: string | null, secret_key: string | null) =>
  placeInWords({ environment, secret_path, secret_key }, "?");

describe("placeInWords", () => {
  it.each([
    [words("prod", "/scim", "ASANA_SCIM_TOKEN"), "prod:/scim/ASANA_SCIM_TOKEN"],
    [words("prod", "/", "TOKEN"), "prod:/TOKEN"],
    [words(null, null, null), "?:?/?"],
    [words("prod", "/scim/eu", null), "prod:/scim/eu/?"],
  ])("%s", (text, expected) => expect(text).toBe(expected));
});

describe("parsePlace", () => {
  it.each([
    ["prod:/azure/ENTRA_CLIENT_SECRET", { environment: "prod", path: "/azure", key: "ENTRA_CLIENT_SECRET" }],
    ["prod:/azure/eu/KEY", { environment: "prod", path: "/azure/eu", key: "KEY" }],
    ["dev:/KEY", { environment: "dev", path: "/", key: "KEY" }],
    ["dev:/scim/KEY:1", { environment: "dev", path: "/scim", key: "KEY:1" }],
  ])("reads %s", (text, place) => expect(parsePlace(text)).toEqual(place));

  it.each([
    "",
    "prod",
    "prod:",
    "prod:/",
    "prod:azure/KEY",
    ":/azure/KEY",
    "prod:/azure/",
    "prod://KEY",
    "/azure/KEY",
  ])("is nothing for %j", (text) => expect(parsePlace(text)).toBeNull());
});

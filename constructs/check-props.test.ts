import { Token } from "cdktf";
import { Construct, RootConstruct } from "constructs";
import { checkProps } from "./check-props";

const scope = new Construct(new RootConstruct(), "it");
const unknownText = Token.asString({ resolve: () => "x" });
const unknownNumber = Token.asNumber({ resolve: () => 1 });

describe("checkProps", () => {
  it.each<[string, string, string, string | number | undefined]>([
    ["a value that meets its pattern and length", "entrascim_sync", "name", "service-now"],
    ["a value of the longest length", "entrascim_connection", "name", "a".repeat(32)],
    ["a value of an enum", "provider", "azure.cloud", "china"],
    ["a number at its lower bound", "provider", "http.max_retries", 0],
    ["a number at its upper bound", "provider", "http.max_retries", 20],
    ["what is not given", "entrascim_sync", "name", undefined],
    ["a text that is not known before deploy", "entrascim_sync", "name", unknownText],
    ["a number that is not known before deploy", "entrascim_sync", "source.version", unknownNumber],
  ])("takes %s", (_, type, attribute, value) => {
    expect(() => checkProps(scope, type, [[attribute, "it", value]])).not.toThrow();
  });

  it.each<[string, string, string, string | number, string]>([
    ["a pattern that is not met", "entrascim_sync", "name", "Service", "must consist of lower-case"],
    [
      "a text that is too long",
      "entrascim_connection",
      "name",
      "a".repeat(33),
      "must be at most 32 characters",
    ],
    ["a text that is too short", "provider", "infisical.project_id", "", "must not be empty"],
    ["a value outside its enum", "provider", "azure.cloud", "mars", "must be one of public, usgovernment"],
    ["a number below its bound", "provider", "http.max_retries", -1, "must be at least 0"],
    ["a number above its bound", "provider", "http.max_retries", 21, "must be at most 20"],
    ["half a number", "entrascim_sync", "source.version", 1.5, "must be a whole number"],
  ])("refuses %s, by path and prop, without the value", (_, type, attribute, value, message) => {
    const check = () => checkProps(scope, type, [[attribute, "my.prop", value]]);
    expect(check).toThrow(`[it] my.prop ${message}`);
    if (value !== "") expect(check).not.toThrow(new RegExp(`["']${value}["']`));
  });

  it("does not let an attribute without rule go unchecked", () => {
    expect(() => checkProps(scope, "entrascim_sync", [["nmae", "name", "x"]])).toThrow(
      "entrascim_sync has no rule for nmae",
    );
  });
});

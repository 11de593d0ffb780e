import { GraphError } from "./graph-error";
import { parseFilter } from "./odata-filter";

const PROPERTIES = new Set(["id", "appId", "displayName", "accountEnabled", "tags", "servicePrincipalType"]);
const object = {
  id: "1",
  appId: "A-1",
  displayName: "O'Neill's App",
  accountEnabled: true,
  tags: ["Integrated"],
  servicePrincipalType: "Application",
};

describe("parseFilter", () => {
  it.each([
    ["displayName eq 'O''Neill''s App'", true, false],
    ["displayName eq 'o''neill''s app'", true, false],
    ["displayName eq 'Other'", false, false],
    ["appId eq 'a-1'", true, false],
    ["startswith(displayName,'O''N')", true, false],
    ["startsWith(displayName, 'o')", true, false],
    ["startswith(displayName,'App')", false, false],
    ["id in ('0','1')", true, false],
    ["id in ('0')", false, false],
    ["accountEnabled eq true", true, false],
    ["accountEnabled eq false", false, false],
    ["tags/any(t:t eq 'Integrated')", true, false],
    ["tags/Any(x: x eq 'Other')", false, false],
    ["id eq '1' and accountEnabled eq true", true, false],
    ["id eq '0' or id eq '1'", true, false],
    ["id eq '0' and id eq '0' or id eq '1'", true, false],
    ["id eq '0' and (id eq '0' or id eq '1')", false, false],
    ["endswith(displayName,'app')", true, true],
    ["displayName ne 'Other'", true, true],
    ["not (id eq '1')", false, true],
    ["not startswith(displayName,'X')", true, true],
  ])("%s: matches %s, advanced %s", (text, matches, advanced) => {
    const filter = parseFilter(text, PROPERTIES);
    expect(filter.matches(object)).toBe(matches);
    expect(filter.advanced).toBe(advanced);
  });

  it.each([
    ["", "it ends too early"],
    ["name eq 'x'", "could not find a property named 'name'"],
    ['displayName eq "x"', "syntax error"],
    ["displayName eq x", "not a literal"],
    ["displayName eq 'x", "syntax error"],
    ["displayName contains 'x'", "operator 'contains'"],
    ["accountEnabled eq True", "not a literal"],
    ["(id eq '1'", "expected ')'"],
    ["id eq '1' id eq '2'", "unexpected 'id'"],
  ])("refuses %j: %s", (text, message) => {
    const parse = () => parseFilter(text, PROPERTIES);
    expect(parse).toThrow(GraphError);
    expect(parse).toThrow(message);
  });
});

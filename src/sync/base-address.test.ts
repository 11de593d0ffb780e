import { isElsewhere, originAndPath, sameOrigin } from "./base-address";

it.each([
  ["https://a.example.com/scim?x=1#y", "https://a.example.com/scim"],
  ["https://a.example.com", "https://a.example.com"],
  ["https://a.example.com/", "https://a.example.com"],
  ["https://user:pass@a.example.com/s", "https://a.example.com/s"],
  ["no url", null],
  ["", null],
  ["javascript:alert(1)", null],
])("originAndPath(%s) is %s", (address, expected) => {
  expect(originAndPath(address)).toBe(expected);
});

it.each([
  ["https://a.example.com/x", "https://a.example.com/y?z", true],
  ["https://a.example.com", "https://a.example.com:443", true],
  ["https://a.example.com", "https://a.example.com:444", false],
  ["https://a.example.com", "http://a.example.com", false],
  ["https://a.example.com", "https://b.example.com", false],
  ["no url", "no url", false],
  ["data:a", "data:b", false],
])("%s and %s share their origin: %s", (a, b, expected) => {
  expect(sameOrigin(a, b)).toBe(expected);
});

it.each([
  ["https://a.example.com/x", "https://a.example.com/y?z", false],
  ["https://a.example.com/x", "https://b.example.com/x", true],
  ["https://a.example.com/x", null, true],
  ["https://a.example.com/x", "a.example.com/x", true],
  [null, null, false],
  [null, "a.example.com/x", false],
  [null, "https://a.example.com/x", true],
])("a token that was sent to %s goes elsewhere with %s: %s", (before, now, expected) => {
  expect(isElsewhere(before, now)).toBe(expected);
});

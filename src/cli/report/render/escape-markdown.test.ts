import { markdownCode, markdownText } from "./escape-markdown";

describe("markdownText", () => {
  it.each<[string, string, string]>([
    ["nothing special", "ServiceNow (prod) → 7, v1.2", "ServiceNow (prod) → 7, v1.2"],
    ["a cell's end", "a|b", "a\\|b"],
    ["code", "`x`", "\\`x\\`"],
    ["emphasis", "*a* __b__ ~~c~~", "\\*a\\* \\_\\_b\\_\\_ \\~\\~c\\~\\~"],
    ["an escaped escape", "\\|", "\\\\\\|"],
    ["HTML", "<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"],
    ["an end of the table's details", "</details>", "&lt;/details&gt;"],
    [
      "a comment, which would be another marker",
      "<!-- entrascim report: x -->",
      "&lt;\\!-- entrascim report: x --&gt;",
    ],
    ["an entity", "&lt;b&gt;", "&amp;lt;b&amp;gt;"],
    ["a link", "[x](https://e.com)", "\\[x\\](https&#58;//e.com)"],
    ["an image", "![x](y)", "\\!\\[x\\](y)"],
    ["a bare link", "see https://evil.example", "see https&#58;//evil.example"],
    ["a bare link without a scheme", "see www.evil.example", "see www&#46;evil.example"],
    ["a mention", "@octocat and @org/team", "@&#8288;octocat and @&#8288;org/team"],
    ["an address", "ada@contoso.com", "ada@&#8288;contoso.com"],
    ["an address with a scheme", "mailto:ada@contoso.com", "mailto&#58;ada@&#8288;contoso.com"],
    ["an issue", "fixes #12, org/repo#3, GH-4", "fixes #&#8288;12, org/repo#&#8288;3, GH-&#8288;4"],
    ["a formula", "$x$", "&#36;x&#36;"],
    ["lines", "a\n\n# b\r\n| c |", "a # b \\| c \\|"],
    ["a control character", "a\u0000b\u001b[1mc", "a\ufffdb\ufffd\\[1mc"],
  ])("escapes %s", (_, text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });
});

describe("markdownCode", () => {
  it.each([
    ['entrascim_sync.a["x|y"]', '<code>entrascim\\_sync.a\\["x\\|y"\\]</code>'],
    [
      "module.scim_tokens.entrascim_sync._a__bcd.",
      "<code>module.<wbr>scim\\_<wbr>tokens.<wbr>entrascim\\_sync.\\_<wbr>a\\_\\_<wbr>bcd.</code>",
    ],
    ["</code><script>", "<code>&lt;/code&gt;&lt;script&gt;</code>"],
    ["@octocat #1", "<code>@octocat #1</code>"],
    ["a`b", "<code>a\\`b</code>"],
  ])("%j is %j", (text, expected) => {
    expect(markdownCode(text)).toBe(expected);
  });
});

import { escapeHtml } from "./escape-html";

describe("escapeHtml", () => {
  it.each([
    ["ServiceNow → 7", "ServiceNow → 7"],
    ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
    [`" onload="x" 'y'`, "&quot; onload=&quot;x&quot; &#39;y&#39;"],
    ["&lt;", "&amp;lt;"],
    ["a\nb\u0000\u202e", "a b\ufffd\ufffd"],
  ])("%j is %j", (text, expected) => {
    expect(escapeHtml(text)).toBe(expected);
  });
});

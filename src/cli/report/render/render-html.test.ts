import { hostileReport, largeReport, reportOf, richReport } from "../testing/report-fixture";
import { renderHtml } from "./render-html";

describe("renderHtml", () => {
  it("tells of each sync, with what matters in its summary", () => {
    const html = renderHtml(richReport());
    expect(html).toContain("<title>entrascim prod: 1 destroyed, 1 retargeted, 1 pushed, 2 unchanged</title>");
    expect(html.match(/<details class="\w+"( open)?>/g)).toEqual([
      '<details class="destroy">',
      '<details class="retarget">',
      '<details class="push" open>',
      '<details class="none" open>',
    ]);
    expect(html).toContain("Rotated: version 4 → 7, changed by grace@contoso.com");
    expect(html).toContain("Gate destroy did not pass: entrascim_sync.gone");
    expect(html).toContain("<dt>Service principal</dt><dd><code>sp-rotated</code></dd>");
  });

  it("is one file: it loads nothing, and may run nothing", () => {
    const html = renderHtml(richReport());
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\bsrc=|\bhref=|url\(|@import| on\w+=/);
  });

  it("is whole where there is nothing to say", () => {
    expect(renderHtml(reportOf([]))).toMatch(/no syncs[\s\S]*<\/html>\n$/);
  });

  it("lets no text of others be anything but text", () => {
    const html = renderHtml(hostileReport());
    for (const control of ["\u001b", "\u0007", "\u202e"]) expect(html).not.toContain(control);
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).not.toMatch(/<script|<!--/);
    expect(html.match(/<details/g)).toHaveLength(3);
    expect(html.match(/<\/details>/g)).toHaveLength(3);
  });

  it("has all of 1,000 syncs", () => {
    expect(renderHtml(largeReport(100, 900)).match(/<details/g)).toHaveLength(1000);
  });
});

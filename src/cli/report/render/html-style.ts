/** The style of the HTML report: light and dark as the reader's system is, and fit for paper. */
export const HTML_STYLE = `
:root { color-scheme: light dark; --text: #1f2328; --muted: #59636e; --line: #d1d9e0; --page: #ffffff; --soft: #f6f8fa;
  --danger: #b3202c; --change: #0a58b8; --create: #1a7037; --warn: #845306; --warn-soft: #fff8e6; --danger-soft: #ffeff0; }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --muted: #9198a1; --line: #3d444d; --page: #0d1117;
  --soft: #151b23; --danger: #ff8f87; --change: #79b8ff; --create: #5ccf76; --warn: #e0ac3f; --warn-soft: #272115; --danger-soft: #2d1619; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 4rem; background: var(--page); color: var(--text);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
p { margin: .25rem 0; } .muted { color: var(--muted); } code { font: .86em ui-monospace, Menlo, Consolas, monospace; }
.counts { display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; margin: 1rem 0; list-style: none; }
.counts li { border: 1px solid var(--line); border-radius: .5rem; padding: .35rem .75rem; background: var(--soft); }
.counts b { font-size: 1.15rem; margin-right: .25rem; font-variant-numeric: tabular-nums; }
.box { border: 1px solid var(--line); border-left-width: 4px; border-radius: .4rem; padding: .5rem .9rem; margin: .75rem 0; }
.box ul { margin: 0; padding-left: 1.1rem; } .failed { border-color: var(--danger); background: var(--danger-soft); }
.noted { border-left-color: var(--warn); background: var(--warn-soft); }
details { border: 1px solid var(--line); border-radius: .4rem; margin: .4rem 0; break-inside: avoid; }
summary { cursor: pointer; padding: .5rem .9rem; display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .1rem 1rem; }
summary::-webkit-details-marker { display: none; } summary .app { font-weight: 600; } summary .path { grid-column: 1 / -1; color: var(--muted); font-size: .9rem; }
summary .why { grid-column: 1 / -1; } summary .flags { color: var(--warn); text-align: right; }
details > dl, details > .box { margin: 0 .9rem .75rem; } summary .app::before { content: "▸ "; color: var(--muted); } details[open] .app::before { content: "▾ "; color: var(--muted); }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem 1rem; border-top: 1px solid var(--line); padding-top: .6rem; }
dt { color: var(--muted); } dd { margin: 0; }
.destroy, .forget, .retarget, .replace { border-left: 4px solid var(--danger); } .create { border-left: 4px solid var(--create); }
.push { border-left: 4px solid var(--change); } .update, .none { border-left: 4px solid var(--line); }
h2.destroy, h2.forget, h2.retarget, h2.replace { color: var(--danger); } h2 { border: 0 !important; }
h2.create { color: var(--create); } h2.push { color: var(--change); }
@media print { :root { color-scheme: light; } body { max-width: none; padding: 0; font-size: 11px; }
  details::details-content { content-visibility: visible; height: auto; } summary { cursor: auto; } }
`.trim();

/** The look of a printed audit, on paper first. It loads nothing: its faces are those of whoever reads it. Colours as in public/css/tokens.css. */
export const PRINTED_STYLE = `
:root{color-scheme:light dark;--paper:#fbfaf7;--ink:#1f2328;--soft:#555b63;--line:#d6d1c4;--s:#0b6e5a;--u:#9a5b00;--d:#a3214f;--n:#5f6674;--bar:#8fa3bd}
@media (prefers-color-scheme:dark){:root{--paper:#16181c;--ink:#e6e3dc;--soft:#a9aaab;--line:#3a3f46;--s:#5cc8af;--u:#e7a94b;--d:#f08bae;--n:#9aa1ac;--bar:#5d7390}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 'Source Sans 3','Segoe UI',system-ui,sans-serif}
main{max-width:52rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1,h2{font-family:'Source Serif 4',Georgia,'Times New Roman',serif;line-height:1.2}
h1{margin:.25rem 0 .5rem;font-size:1.875rem}
h2{margin:2.5rem 0 .75rem;padding-bottom:.25rem;border-bottom:1px solid var(--line);font-size:1.25rem}
h3{margin:1.5rem 0 .25rem;font-size:1rem}
p{margin:.5em 0}
.small{color:var(--soft);font-size:.875rem}
.answer{font-size:1.125rem}.answer strong,.over{color:var(--d)}.answer.ready strong{color:var(--s)}
figure{margin:1.25rem 0}
figcaption{margin-bottom:.375rem;font-weight:600}
svg{display:block;width:100%;height:auto}
svg text{fill:currentcolor;font:600 13px 'Source Sans 3','Segoe UI',sans-serif}
svg .n{font-weight:400}
svg .bar{fill:var(--bar)}svg .blocker{fill:var(--d)}svg .warning{fill:var(--u)}
svg .s{fill:var(--s)}svg .u{fill:var(--u)}svg .d{fill:var(--d)}svg .r{fill:none;stroke:var(--n);stroke-width:2;stroke-dasharray:2 3}
table{width:100%;border-collapse:collapse;font-size:.9375rem}
th,td{padding:.375rem .75rem .375rem 0;border-bottom:1px solid var(--line);text-align:start;vertical-align:top;overflow-wrap:anywhere}
ol,ul{margin:.25rem 0;padding-inline-start:1.5rem}
li{margin:.5rem 0;break-inside:avoid}
li p{margin:0}
blockquote{margin:.125rem 0 0;padding-inline-start:.75rem;border-inline-start:3px solid var(--line);color:var(--soft);font-family:'Source Serif 4',Georgia,serif;font-size:.9375rem}
.waived{font-size:.9375rem}.waived i{font-family:'Source Serif 4',Georgia,serif;border-bottom:1px dotted}
code{font-family:ui-monospace,'DejaVu Sans Mono',Menlo,monospace;font-size:.8125rem;overflow-wrap:anywhere}
@media print{
@page{margin:18mm 16mm}
:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#333;--line:#999}
body{font-size:10.5pt}main{max-width:none;padding:0}
h2,h3{break-after:avoid}figure,tr{break-inside:avoid}
}
`.trim()

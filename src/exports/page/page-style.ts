/** The look of the annotated page: it loads nothing, so its faces are those of whoever reads it. Colours as in public/css/tokens.css. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--paper:#fbfaf7;--ink:#1f2328;--soft:#555b63;--line:#d6d1c4;--accent:#1f4e8c;--s:#0b6e5a;--u:#9a5b00;--d:#a3214f;--n:#5f6674;--tint:#e5edf8}
@media (prefers-color-scheme:dark){:root{--paper:#16181c;--ink:#e6e3dc;--soft:#a9aaab;--line:#3a3f46;--accent:#94baf0;--s:#5cc8af;--u:#e7a94b;--d:#f08bae;--n:#9aa1ac;--tint:#202c40}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 'Source Sans 3','Segoe UI',system-ui,sans-serif}
header,main{max-width:64rem;margin:0 auto;padding:1.5rem 1.25rem 0}
main{padding-bottom:4rem}
h1,.text{font-family:'Source Serif 4',Georgia,'Times New Roman',serif}
h1{margin:.25rem 0 .75rem;font-size:1.75rem;line-height:1.2}
h2{margin:2.5rem 0 .75rem;font-size:1.25rem}
.small{margin:0;color:var(--soft);font-size:.875rem}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.legend{display:flex;flex-wrap:wrap;gap:.375rem 1.25rem;margin:1rem 0 0;padding:.75rem 0;border-block:1px solid var(--line);list-style:none;font-size:.875rem}
.text{max-width:38rem;font-size:1.125rem;line-height:1.62;overflow-wrap:break-word}
.text :is(h2,h3,h4,h5,h6){margin:1.75em 0 .5em;font-family:inherit;line-height:1.3}
.text p{margin:.85em 0}
.text .list{padding-inline-start:1.25em}
.text blockquote{margin:.85em 0;padding-inline-start:1.25em;border-inline-start:3px solid var(--line)}
.text .caption,.text .cell{color:var(--soft);font-size:.9375rem}
.text .notes{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line);font-size:.9375rem;line-height:1.5;white-space:pre-line}
.text .notes p{margin:.5em 0}
.marker{font:600 .7em/0 'Source Sans 3','Segoe UI',sans-serif}
.marker a{color:var(--accent);text-decoration:none}
.missing{color:var(--d);border-bottom:1px dashed}
.is-s{--status:var(--s);--mark:solid}.is-u{--status:var(--u);--mark:dashed}.is-d{--status:var(--d);--mark:double}.is-n{--status:var(--n);--mark:dotted}
.claim{color:inherit;text-decoration:underline var(--mark) 2px var(--status);text-underline-offset:.25em;text-decoration-skip-ink:none}
.claim.is-stale{background:repeating-linear-gradient(135deg,transparent 0 5px,color-mix(in srgb,var(--status) 28%,transparent) 5px 6px)}
.claim:target,tr:target,.note:target{background:var(--tint)}
.status{color:var(--status);font-weight:600}
.scroll{overflow-x:auto}
table{width:100%;min-width:44rem;border-collapse:collapse;font-size:.9375rem}
th,td{padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line);text-align:start;vertical-align:top}
td:nth-child(2){width:38%}
td ul{margin:.25rem 0 0;padding-inline-start:1rem}
td>ul:first-child{margin-top:0}
.sources li{margin:.375rem 0;overflow-wrap:anywhere}
@media (max-width:40rem){.text{font-size:1.0625rem}}
@media print{
@page{margin:18mm 16mm}
:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#333;--line:#999;--accent:#000}
body{font-size:10pt}header,main{max-width:none;padding-inline:0}
.text{max-width:none;font-size:11pt}
.text :is(h2,h3,h4){break-after:avoid}
.marker a,.claim{color:inherit}
.claim.first::before{content:attr(data-n) '\\00a0';color:var(--status);font:700 .6em 'Source Sans 3',sans-serif;vertical-align:super}
.scroll{overflow:visible}table{min-width:0;font-size:9pt}tr{break-inside:avoid}
section[aria-labelledby]{break-before:page}
}
`.trim()

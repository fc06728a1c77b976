import { type Finding, HEADINGS, QUOTED } from '../finding.ts'
import { severities } from '../../review/severity.ts'
import { escapeHtml } from '../../text/escape-html.ts'
import { shortened } from '../../text/shortened.ts'
import type { AuditedFile } from './audited-file.ts'

/** An audit as one page that loads nothing, to be sent or printed. */
export const auditAsHtml = ({ name, title, audit, lineOf }: AuditedFile): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Audit: ${escapeHtml(title)}</title>
<style>${STYLE}</style>
<main>
<p class="file">${escapeHtml(name)}</p>
<h1 dir="auto">${escapeHtml(title)}</h1>
<p class="answer ${audit.passed ? 'ready' : 'not'}">${audit.passed ? 'Nothing blocks.' : 'Not ready.'} ${severities.map((severity) => `${audit.counts[severity]} ${severity}${audit.counts[severity] === 1 || severity === 'advice' ? '' : 's'}`).join(', ')}.</p>
${severities
  .map((severity) => {
    const findings = audit.findings.filter((finding) => finding.severity === severity)
    return findings.length === 0
      ? ''
      : `<h2>${HEADINGS[severity]}</h2>\n<ol class="${severity}">\n${findings.map((finding) => itemOf(finding, lineOf)).join('\n')}\n</ol>`
  })
  .join('\n')}
</main>
</html>
`

function itemOf({ rule, message, start, quote, waived }: Finding, lineOf: AuditedFile['lineOf']): string {
  const line = start === null ? null : lineOf(start)
  return [
    '<li>',
    `<p>${escapeHtml(message)} <span class="rule">${rule}${line === null ? '' : `, line ${line}`}</span></p>`,
    quote === null ? '' : `<blockquote dir="auto">${escapeHtml(shortened(quote, QUOTED))}</blockquote>`,
    waived === null
      ? ''
      : `<p class="waived">Let stand by ${escapeHtml(waived.by)}: ${escapeHtml(waived.reason)}</p>`,
    '</li>',
  ].join('')
}

const STYLE = `
:root{color-scheme:light dark;--ink:#1d1b18;--paper:#fdfcf9;--faint:#6b665e;--line:#ddd8ce;--bad:#a3261b;--good:#2c6b3f}
@media (prefers-color-scheme:dark){:root{--ink:#eceae5;--paper:#1b1a18;--faint:#a8a298;--line:#3d3a35;--bad:#ff9b8f;--good:#8fd3a3}}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.5 Georgia,'Source Serif 4',serif}
main{max-width:44rem;margin:0 auto;padding:2rem 1rem 4rem}
h1{font-size:1.6rem;line-height:1.25;margin:.2rem 0 1rem}
h2{font-size:1.1rem;margin:2rem 0 .5rem;border-bottom:1px solid var(--line)}
.file,.rule{color:var(--faint);font:14px/1.5 system-ui,sans-serif}
.answer{font-weight:600}.answer.not{color:var(--bad)}.answer.ready{color:var(--good)}
ol{padding-left:1.6rem}li{margin:.7rem 0;break-inside:avoid}li p{margin:0}
blockquote{margin:.2rem 0 0;padding-left:.8rem;border-left:3px solid var(--line);color:var(--faint)}
.blocker>li::marker{color:var(--bad);font-weight:700}
@media print{main{max-width:none;padding:0}}
`.trim()

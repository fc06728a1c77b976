import { severities } from '../../review/severity.ts'
import { escapeHtml } from '../../text/escape-html.ts'
import { shortened } from '../../text/shortened.ts'
import { HEADINGS, QUOTED } from '../finding.ts'
import type { MarkedFinding } from '../fingerprint.ts'
import type { PrintedAudit, PrintedSource } from './printed-audit.ts'
import { findingsChart, statusChart } from './printed-charts.ts'
import { methodOf } from './printed-method.ts'
import { PRINTED_STYLE } from './printed-style.ts'

/** A report's audit as one page that loads nothing and has no script: to be read, sent, printed, or made a PDF. */
export const printedAuditPage = (printed: PrintedAudit): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Audit: ${escapeHtml(printed.title)}</title>
<style>${PRINTED_STYLE}</style>
</head>
<body><main>
${[head, charts, findings, waivers, people, sources, method, proof].map((part) => part(printed)).join('\n')}
</main></body>
</html>
`

const day = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
const text = (words: string): string => `<span dir="auto">${escapeHtml(words)}</span>`
const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

function head({
  title,
  language,
  authors,
  publisher,
  draft,
  at,
  audit,
  claims,
  settled,
}: PrintedAudit): string {
  const by = [authors, publisher].flatMap((who) => (who === null || who === '' ? [] : [text(who)]))
  const { blocker, warning, advice } = audit.counts
  const waived = audit.findings.filter((finding) => finding.waived !== null).length
  return `<p class="small">Audit of draft ${draft}, ${day(at)}</p>
<h1 dir="auto" lang="${escapeHtml(language)}">${escapeHtml(title)}</h1>
${by.length === 0 ? '' : `<p>${by.join(' · ')}</p>`}
<p class="answer${audit.passed ? ' ready' : ''}"><strong>${audit.passed ? 'Nothing blocks publication.' : 'Not ready to publish.'}</strong> ${plural(blocker, 'blocker')}, ${plural(warning, 'warning')}, ${advice} advice, ${plural(waived, 'waiver')}; ${settled} of ${plural(claims, 'claim')} settled.</p>`
}

function charts({ statuses, claims, outcomes, audit }: PrintedAudit): string {
  const words = outcomes.map(({ word, count }) => `${word} ${count}`).join(', ')
  return `<h2>Summary</h2>
${statusChart(statuses, claims)}
<p>What is done about the words: ${words === '' ? 'nothing yet' : words}.</p>
${findingsChart(audit.findings)}`
}

const findings = ({ audit, language }: PrintedAudit): string =>
  severities
    .map((severity) => {
      const of = audit.findings.filter((finding) => finding.severity === severity)
      return of.length === 0
        ? ''
        : `<h2>${HEADINGS[severity]}</h2>\n<ol>\n${of.map((finding) => findingItem(finding, language)).join('\n')}\n</ol>`
    })
    .join('\n')

function findingItem({ rule, message, quote, count, waived }: MarkedFinding, language: string): string {
  const more = count > 1 ? ` and ${count - 1} more` : ''
  return `<li><p>${escapeHtml(message)} <span class="small">${rule}${more}</span></p>${
    quote === null
      ? ''
      : `<blockquote dir="auto" lang="${escapeHtml(language)}">${escapeHtml(shortened(quote, QUOTED))}</blockquote>`
  }${waived === null ? '' : `<p class="waived"><i>stet</i> ${escapeHtml(waived.by)}: ${text(waived.reason)}</p>`}</li>`
}

function waivers({ audit }: PrintedAudit): string {
  const rows = audit.findings.flatMap(({ message, waived }) =>
    waived === null
      ? []
      : [
          `<tr><td>${escapeHtml(message)}</td><td>${escapeHtml(waived.by)}</td><td>${day(new Date(waived.at))}</td><td>${text(waived.reason)}</td></tr>`,
        ],
  )
  return `<h2>Waivers</h2>\n${rows.length === 0 ? '<p>Nobody let anything pass.</p>' : tableOf(['What', 'Who', 'When', 'Why'], rows)}`
}

function people({ signOffs, checkers }: PrintedAudit): string {
  const signed = signOffs.map(
    ({ role, by, at, changed }) =>
      `<tr><td>signed off as ${role}</td><td>${escapeHtml(by)}</td><td>${day(at)}${changed === 0 ? '' : `, ${plural(changed, 'claim')} changed since`}</td></tr>`,
  )
  const checked = checkers.map(
    ({ name, verdicts }) =>
      `<tr><td>checked</td><td>${escapeHtml(name)}</td><td>${plural(verdicts, 'verdict')} in force</td></tr>`,
  )
  const rows = [...signed, ...checked]
  return `<h2>Who checked, and who answers for it</h2>\n${rows.length === 0 ? '<p>Nobody yet.</p>' : tableOf(['What', 'Who', 'When, or how much'], rows)}`
}

const sources = ({ sources: cited }: PrintedAudit): string =>
  `<h2>Sources</h2>\n${cited.length === 0 ? '<p>The draft cites none that could be read.</p>' : tableOf(['Source', 'Reliability', 'Citations', 'State'], cited.map(sourceRow))}`

const sourceRow = ({ title, url, reliability, fallen, linkState, cited }: PrintedSource): string =>
  `<tr><td>${text(title)}${url === null ? '' : `<br><code>${escapeHtml(url)}</code>`}</td><td>${reliability ?? 'not judged'}</td><td>${cited}</td><td>${[fallen, linkState === null || linkState === 'alive' ? null : `link ${linkState}`].flatMap((word) => word ?? []).join(', ')}</td></tr>`

const method = (printed: PrintedAudit): string =>
  `<h2>Method</h2>\n${methodOf(printed)
    .map((sentence) => `<p>${escapeHtml(sentence)}</p>`)
    .join('\n')}`

function proof({ chain, head: signed }: PrintedAudit): string {
  return `<h2>Proof</h2>
<p>The report’s history has ${plural(chain.seq, 'event')}; the hash of the last is <code>${chain.hash}</code>.</p>
${
  signed === null
    ? '<p>No tree head was signed yet.</p>'
    : `<p>Tree head over all ${plural(signed.size, 'event')} of the desk, signed ${day(signed.at)}: <code>${signed.root}</code>, by the key <code>${signed.keyId}</code>. Whoever keeps this page can later ask the desk to prove that its history still begins with these events (docs/proof.md).</p>`
}`
}

const tableOf = (headings: readonly string[], rows: readonly string[]): string =>
  `<table><thead><tr>${headings.map((heading) => `<th scope="col">${heading}</th>`).join('')}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`

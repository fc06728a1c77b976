import type { TextClaim, TextMarker } from '../../claims/text-in-html/span-elements.ts'
import { textWithSpans } from '../../claims/text-in-html/text-with-spans.ts'
import { escapeHtml } from '../../text/escape-html.ts'
import { shortened } from '../../text/shortened.ts'
import type { ExportedClaim, ExportedDraft, ExportedReport } from '../exported-report.ts'
import { PAGE_STYLE } from './page-style.ts'

const SIGNS: Readonly<Record<string, readonly [string, string]>> = {
  substantiated: ['is-s', '✓'],
  unsubstantiated: ['is-u', '○'],
  disputed: ['is-d', '≠'],
  unreviewed: ['is-n', '·'],
}

const LONGEST_TIP = 300

/**
 * A report as one web page that loads nothing and needs no script: the text with each claim marked by its status in colour and
 * line, its notes, a table of the claims, and the sources.
 */
export const annotatedPage = (report: ExportedReport): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Stet">
<title>${escapeHtml(report.title)}: checked text</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<p class="small">Checked text, draft ${report.draft.number}, as of <time datetime="${report.at.toISOString()}">${day(report.at)}</time>${report.desk.name === null ? '' : `, by ${escapeHtml(report.desk.name)}`}</p>
<h1 dir="auto" lang="${escapeHtml(report.language)}">${escapeHtml(report.title)}</h1>
${byline(report)}<ul class="legend" aria-label="What the marks mean">
${tallies(report)}
</ul>
</header>
<main>
<article class="text" lang="${escapeHtml(report.language)}">
${bodyOf(report)}
</article>
<section aria-labelledby="claims">
<h2 id="claims">Claims</h2>
${tableOf(report)}
</section>
${sourcesOf(report)}
</main>
</body>
</html>
`

const day = (at: Date): string => at.toISOString().slice(0, 10)

const byline = ({ authors, publisher }: ExportedReport): string =>
  authors === null && publisher === null
    ? ''
    : `<p dir="auto">${escapeHtml([authors, publisher].filter((one) => one !== null).join(', '))}</p>\n`

function tallies({ claims }: ExportedReport): string {
  const stale = claims.filter((claim) => claim.stale).length
  const counted = Object.entries(SIGNS).map(
    ([status, [mark, sign]]) =>
      `<li><span class="claim ${mark}">${sign} ${status === 'unreviewed' ? 'to check' : status}</span> ${claims.filter((claim) => claim.status === status).length}</li>`,
  )
  return [
    ...counted,
    ...(stale === 0
      ? []
      : [`<li><span class="claim is-n is-stale">↻ reworded since checked</span> ${stale}</li>`]),
  ].join('\n')
}

function bodyOf({ draft, claims }: ExportedReport): string {
  const placed = claims.filter((claim): claim is Placed => claim.span !== null)
  return textWithSpans({
    text: draft.text,
    blocks: draft.blocks,
    claims: placed.map(({ number, span, status, stale }): TextClaim => ({
      ...span,
      number,
      classes: `${SIGNS[status]?.[0] ?? 'is-n'}${stale ? ' is-stale' : ''}`,
      describedBy: `status-${number}`,
      atHand: false,
    })),
    markers: draft.markers.map((marker) => markerIn(draft, marker)),
    addressOf: (number) => `#claim-${number}`,
  })
}

type Placed = ExportedClaim & { readonly span: NonNullable<ExportedClaim['span']> }

function markerIn(draft: ExportedDraft, marker: ExportedDraft['markers'][number]): TextMarker {
  const note = marker.note === null ? undefined : draft.notes[marker.note]
  const block = note === undefined ? -1 : draft.blocks.findIndex(({ start }) => start === note.start)
  return {
    ...marker,
    href: block === -1 ? null : `#b${block}`,
    title:
      note === undefined
        ? 'This note is missing.'
        : shortened(draft.text.slice(note.start, note.end), LONGEST_TIP),
  }
}

function tableOf({ claims, language }: ExportedReport): string {
  if (claims.length === 0) return '<p>This draft has no claims to settle.</p>'
  return `<div class="scroll" tabindex="0" role="region" aria-label="Claims, a table">
<table>
<thead><tr><th scope="col">No.</th><th scope="col">Claim</th><th scope="col">Status</th><th scope="col">Notes</th><th scope="col">Evidence</th><th scope="col">Checked by</th></tr></thead>
<tbody>
${claims.map((claim) => rowOf(claim, language)).join('\n')}
</tbody>
</table>
</div>`
}

function rowOf(claim: ExportedClaim, language: string): string {
  const { number, words, span, status, notes, evidence, verdicts, said, comments } = claim
  const [mark, sign] = SIGNS[status] ?? ['is-n', '·']
  const link = span === null ? String(number) : `<a href="#c${number}">${number}</a>`
  const checkers = [...new Set(verdicts.map(({ checker }) => checker))].join(', ')
  const talk = [
    ...verdicts.flatMap(({ checker, rationale }) => (rationale === null ? [] : [`${checker}: ${rationale}`])),
    ...said,
    ...comments.map(({ by, words: written }) => `${by}: ${written}`),
  ]
  return `<tr id="claim-${number}"><th scope="row">${link}</th><td dir="auto" lang="${escapeHtml(language)}">${escapeHtml(words)}</td><td id="status-${number}"><span class="status ${mark}">${sign} ${standing(claim)}</span></td><td>${notes.map(({ label, note }) => `${escapeHtml(label)}${note === null ? ' (missing)' : ''}`).join(', ')}</td><td>${list(evidence.map(({ judgement, about }) => `${judgement}: ${about ?? 'a citation'}`))}</td><td>${escapeHtml(checkers)}${list(talk)}</td></tr>`
}

const standing = ({ status, stale, differs, outcome }: ExportedClaim): string =>
  escapeHtml(
    [
      status === 'unreviewed' ? 'to check' : status,
      ...(stale ? ['reworded since checked'] : []),
      ...(differs ? ['checkers differ'] : []),
      ...(outcome === null ? [] : [outcome]),
    ].join(', '),
  )

const list = (lines: readonly string[]): string =>
  lines.length === 0
    ? ''
    : `<ul>${lines.map((line) => `<li dir="auto">${escapeHtml(line)}</li>`).join('')}</ul>`

const sourcesOf = ({ sources }: ExportedReport): string =>
  sources.length === 0
    ? ''
    : `<section aria-labelledby="sources">
<h2 id="sources">Sources</h2>
<ol class="sources">
${sources.map(({ title, url, fallen }) => `<li dir="auto">${escapeHtml(title)}${url === null || !/^https?:/i.test(url) ? '' : ` <a href="${escapeHtml(url)}" rel="noreferrer">${escapeHtml(url)}</a>`}${fallen === null ? '' : ` (${escapeHtml(fallen)})`}</li>`).join('\n')}
</ol>
</section>`

import { severities, type Severity } from '../../review/severity.ts'
import { escapeHtml } from '../../text/escape-html.ts'
import type { Finding } from '../finding.ts'
import type { Tally } from './printed-audit.ts'

/** Units of the drawings. */
const WIDTH = 720
const LABEL = 250
const ROW = 24

/** The class that gives a status its colour. */
const CLASSES: Readonly<Record<string, string>> = { substantiated: 's', unsubstantiated: 'u', disputed: 'd' }

export const statusName = (status: string): string => (status === 'unreviewed' ? 'to check' : status)

/** How many claims are what, a bar each with its figure; what they show is said in words too, for who does not see them. */
export function statusChart(statuses: readonly Tally[], total: number): string {
  return chart(
    'Claims by status',
    statuses.map(({ word, count }) => ({ word: statusName(word), count, className: CLASSES[word] ?? 'r' })),
    total,
  )
}

/** How many findings each rule has, the gravest rules first. */
export function findingsChart(findings: readonly Finding[]): string {
  const rows = severities.flatMap((severity) =>
    [...new Set(findings.filter((one) => one.severity === severity).map(({ rule }) => rule))].map((rule) => ({
      word: rule.replaceAll('-', ' '),
      count: findings.filter((one) => one.rule === rule && one.severity === severity).length,
      className: CLASS_OF[severity],
    })),
  )
  return rows.length === 0 ? '' : chart('Findings by rule', rows, Math.max(...rows.map(({ count }) => count)))
}

const CLASS_OF: Readonly<Record<Severity, string>> = { blocker: 'blocker', warning: 'warning', advice: 'bar' }

interface Bar extends Tally {
  readonly className: string
}

function chart(title: string, bars: readonly Bar[], most: number): string {
  const height = bars.length * ROW
  const said = bars.map(({ word, count }) => `${word} ${count}`).join(', ')
  const room = WIDTH - LABEL - 50
  const drawn = bars.map(({ word, count, className }, i) => {
    const width = most === 0 ? 0 : Math.max(2, Math.round((room * count) / most))
    const y = i * ROW
    return (
      `<text class="n" x="0" y="${y + 16}">${escapeHtml(word)}</text>` +
      `<rect class="${className}" x="${LABEL}" y="${y + 5}" width="${width}" height="14"/>` +
      `<text x="${LABEL + width + 8}" y="${y + 17}">${count}</text>`
    )
  })
  return `<figure><figcaption>${title}</figcaption><svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeHtml(`${title}: ${said}`)}">${drawn.join('')}</svg></figure>`
}

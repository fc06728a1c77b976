import type { ReadClaim, ReadDocument, Warning } from '../reading/document.ts'
import { byRule, headingOfRule } from '../reading/rule-headings.ts'

/** A reading in words, for people: counts, every claim with how it reads and its notes, and what was lost. */
export function describeReading(document: ReadDocument): string {
  const { title, source, claims } = document
  return [
    title,
    `${source.name}, ${source.type}, ${source.bytes} bytes, language ${document.language}`,
    countsOf(document),
    ...section(
      'Claims',
      claims.map((claim, i) => claimLine(document, claim, i)),
    ),
    ...lossesOf(document),
  ].join('\n')
}

/** What was found, on one line: "2 pages, 31 blocks, 4 markers, 4 notes (3 footnotes, 1 annotation), 5 citations …". */
function countsOf({ blocks, notes, markers, sentences, claims, warnings }: ReadDocument): string {
  const pages = blocks.reduce((last, { page }) => Math.max(last, page ?? 0), 0)
  const citations = notes.reduce((sum, note) => sum + note.citations.length, 0)
  return [
    ...(pages === 0 ? [] : [counted(pages, 'page')]),
    counted(blocks.length, 'block'),
    counted(markers.length, 'marker'),
    `${counted(notes.length, 'note')}${kindsOf(notes)}`,
    counted(citations, 'citation'),
    counted(sentences.length, 'sentence'),
    counted(claims.length, 'claim'),
    counted(warnings.length, 'warning'),
  ].join(', ')
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

function kindsOf(notes: ReadDocument['notes']): string {
  const counts = new Map<string, number>()
  for (const { kind } of notes) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts.size === 0 ? '' : ` (${[...counts].map(([kind, count]) => counted(count, kind)).join(', ')})`
}

/** Everything that was lost, under the heading of its rule. */
function lossesOf(document: ReadDocument): string[] {
  if (document.warnings.length === 0) return []
  const groups = [...byRule(document.warnings)].flatMap(([rule, warnings]) => [
    `${headingOfRule(rule)} (${warnings.length}, ${rule})`,
    ...warnings.map((warning) => `  ${warningLine(document, warning)}`),
  ])
  return ['', 'What reading lost or could not place', ...groups]
}

const section = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', heading, ...lines]

const READS = { high: 'reads flat', moderate: 'reads hedged', low: 'reads doubtful' } as const

function claimLine(
  { markers }: ReadDocument,
  { quote, confidence, notes }: ReadClaim,
  index: number,
): string {
  const labels = notes.map(
    ({ marker, note }) => `[${markers[marker]?.label ?? '?'}]${note === null ? ' without note' : ''}`,
  )
  return [`${index + 1}.`, oneLine(quote), `(${[READS[confidence.level], ...labels].join(', ')})`].join(' ')
}

function warningLine({ text }: ReadDocument, { message, start }: Warning): string {
  const place = start === undefined ? '' : `, after “…${oneLine(text.slice(Math.max(0, start - 40), start))}”`
  return `${message}${place}`
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

import type { ReadClaim, ReadDocument, Warning } from '../reading/document.ts'

/** A reading in words, for people: counts, every claim with how it reads and its notes, and what was lost. */
export function describeReading(document: ReadDocument): string {
  const { title, source, claims, warnings } = document
  return [
    title,
    `${source.name}, ${source.type}, ${source.bytes} bytes, language ${document.language}`,
    countsOf(document),
    ...section(
      'Claims',
      claims.map((claim, i) => claimLine(document, claim, i)),
    ),
    ...section(
      'What reading could not place',
      warnings.map((warning) => warningLine(document, warning)),
    ),
  ].join('\n')
}

const countsOf = ({ blocks, notes, markers, claims, warnings }: ReadDocument): string =>
  `${blocks.length} blocks, ${markers.length} markers, ${notes.length} notes, ${claims.length} claims, ${warnings.length} warnings`

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

function warningLine({ text }: ReadDocument, { rule, message, start }: Warning): string {
  const place = start === undefined ? '' : `, after “…${oneLine(text.slice(Math.max(0, start - 40), start))}”`
  return `${rule}: ${message}${place}`
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

import type { Span } from '../../text/span.ts'
import { within, type NoteText } from './note-text.ts'

interface Anchor extends Span {
  readonly kind: 'day' | 'url' | 'series'
}

/**
 * Divides a piece that names several works without a semicolon between them: after a date to the day, or an address,
 * when another of its kind or another number of a series follows. Two dates of one work, issue and access, stay together.
 */
export function splitWorks(note: NoteText, piece: Span): Span[] {
  if (note.dates.length + note.addresses.length + note.series.length < 2) return [piece]
  const works: Span[] = []
  let start = piece.start
  let seen = new Set<Anchor['kind']>()
  let lastEnd = piece.start
  for (const anchor of anchorsOf(note, piece)) {
    const starts = anchor.kind === 'series' ? seen.has('day') || seen.has('url') : seen.has(anchor.kind)
    if (starts && !isKeptTogether(note.masked.slice(lastEnd, anchor.start))) {
      works.push({ start, end: lastEnd })
      start = lastEnd
      seen = new Set()
    }
    seen.add(anchor.kind)
    lastEnd = anchor.end
  }
  return [...works, { start, end: piece.end }]
}

/** An archived copy of a page, or the later date of a correction, is the same work. */
const isKeptTogether = (between: string): boolean =>
  /archiv|updated|revised|amended|corrected|^\s*\(/i.test(between)

function anchorsOf(note: NoteText, piece: Span): Anchor[] {
  const isQuoted = within(note.quotes, piece).length > 0
  const days = isQuoted
    ? []
    : within(note.dates, piece).filter((date) => !date.access && date.parts[0]?.length === 3)
  const urls = within(note.addresses, piece).filter((address) => address.url !== undefined)
  return [
    ...days.map((date) => anchor(date, 'day')),
    ...urls.map((address) => anchor(address, 'url')),
    ...within(note.series, piece).map((one) => anchor(one, 'series')),
  ].sort((a, b) => a.start - b.start)
}

const anchor = ({ start, end }: Span, kind: Anchor['kind']): Anchor => ({ start, end, kind })
